import type { deskFind as en } from '../en/desk-find.ts'

export const deskFind: Record<keyof typeof en, string> = {}
