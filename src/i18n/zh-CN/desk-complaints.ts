import type { deskComplaints as en } from '../en/desk-complaints.ts'

export const deskComplaints: Record<keyof typeof en, string> = {}
