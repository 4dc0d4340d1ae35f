import { deskNetworkStaff } from './desk-network-staff.ts'

/** The desk: network. Each part has a file of its own. */
export const deskNetwork = { ...deskNetworkStaff } as const
