import type { deskFeedback as en } from '../en/desk-feedback.ts'

export const deskFeedback: Record<keyof typeof en, string> = {}
