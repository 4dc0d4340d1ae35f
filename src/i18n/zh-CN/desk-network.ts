import type { deskNetwork as en } from '../en/desk-network.ts'
import { deskNetworkHours } from './desk-network-hours.ts'
import { deskNetworkOutlets } from './desk-network-outlets.ts'
import { deskNetworkRest } from './desk-network-rest.ts'
import { deskNetworkStaff } from './desk-network-staff.ts'

export const deskNetwork: Record<keyof typeof en, string> = {
  ...deskNetworkHours,
  ...deskNetworkOutlets,
  ...deskNetworkRest,
  ...deskNetworkStaff,
}
