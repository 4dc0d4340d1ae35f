import type { deskRepair as en } from '../en/desk-repair.ts'

export const deskRepair: Record<keyof typeof en, string> = {}
