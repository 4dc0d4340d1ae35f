import type { surveys as en } from '../en/surveys.ts'

export const surveys: Record<keyof typeof en, string> = {}
