import type { deskNetwork as en } from '../en/desk-network.ts'

export const deskNetwork: Record<keyof typeof en, string> = {}
