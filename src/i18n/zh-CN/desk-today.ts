import type { deskToday as en } from '../en/desk-today.ts'

export const deskToday: Record<keyof typeof en, string> = {}
