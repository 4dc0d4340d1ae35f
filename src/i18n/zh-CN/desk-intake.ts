import type { deskIntake as en } from '../en/desk-intake.ts'

export const deskIntake: Record<keyof typeof en, string> = {}
