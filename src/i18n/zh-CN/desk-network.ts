import type { deskNetwork as en } from '../en/desk-network.ts'
import { deskNetworkStaff } from './desk-network-staff.ts'

export const deskNetwork: Record<keyof typeof en, string> = { ...deskNetworkStaff }
