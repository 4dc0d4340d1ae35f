import { deskNetworkHours } from './desk-network-hours.ts'
import { deskNetworkOutlets } from './desk-network-outlets.ts'
import { deskNetworkRest } from './desk-network-rest.ts'
import { deskNetworkStaff } from './desk-network-staff.ts'

/** The desk: network. Each part has a file of its own. */
export const deskNetwork = {
  ...deskNetworkHours,
  ...deskNetworkOutlets,
  ...deskNetworkRest,
  ...deskNetworkStaff,
} as const
