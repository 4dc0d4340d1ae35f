import type { deskStandards as en } from '../en/desk-standards.ts'

export const deskStandards: Record<keyof typeof en, string> = {}
