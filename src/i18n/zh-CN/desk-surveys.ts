import type { deskSurveys as en } from '../en/desk-surveys.ts'

export const deskSurveys: Record<keyof typeof en, string> = {}
