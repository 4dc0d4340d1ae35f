import { isSuspendedOn } from './matching.ts'
import type { Outlet } from './outlet.ts'

/** How an outlet that owns a plaque code stands today. */
export const PLAQUE_STATUSES = [
  'authorised',
  'suspended',
  'disqualified',
  'closed',
  'revoked',
] as const
export type PlaqueStatus = (typeof PLAQUE_STATUSES)[number]

type Standing = Pick<Outlet, 'operation' | 'suspension' | 'qualification'> & {
  readonly plaqueRevokedAt: number | null
}

/**
 * What a plaque code says about the outlet it was issued to, on a local date of that outlet.
 * The worst thing known wins: a revoked plaque before a closed outlet before a disqualified one
 * before a suspension that runs on that date, `[from, until)`. An outlet on notice is still authorised.
 */
export function plaqueStatus(standing: Standing, today: string): PlaqueStatus {
  const { operation, suspension, qualification, plaqueRevokedAt } = standing
  if (plaqueRevokedAt !== null) return 'revoked'
  if (operation === 'closed') return 'closed'
  if (qualification === 'disqualified') return 'disqualified'
  const dates = [suspension?.from ?? null, suspension?.until ?? null] as const
  return operation === 'suspended' && isSuspendedOn(dates, today) ? 'suspended' : 'authorised'
}

/** Whether a status means that the outlet belongs to the network: `isGenuine('suspended')` is true. */
export const isGenuine = (status: PlaqueStatus): boolean =>
  status === 'authorised' || status === 'suspended'
