import type { complaints as en } from '../en/complaints.ts'

export const complaints: Record<keyof typeof en, string> = {}
