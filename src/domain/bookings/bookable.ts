import { isSuspendedOn } from '../outlets/matching.ts'
import type { Outlet } from '../outlets/outlet.ts'
import { wallTimeIn } from '../outlets/wall-time.ts'
import type { BookableService } from '../repairs/repair.ts'

/** Why nobody can book a visit at an outlet, whatever its hours. */
export const BOOKABLE_REFUSALS = [
  'outlet_closed',
  'outlet_suspended',
  'outlet_disqualified',
  'service_not_offered',
  /** It takes no visits: a mail-in centre, or no seat at the counter. */
  'no_counter',
] as const
export type BookableRefusal = (typeof BOOKABLE_REFUSALS)[number]

type Visited = Pick<
  Outlet,
  | 'kind'
  | 'operation'
  | 'suspension'
  | 'qualification'
  | 'services'
  | 'counterSeats'
  | 'benches'
  | 'openedOn'
  | 'closedOn'
>

/** Repairs are also taken in where they are only collected; within the hour only where they are done. */
function offersService({ services, benches }: Visited, service: BookableService): boolean {
  const mode = services[service]
  return service === 'one_hour' ? mode === 'done' && benches > 0 : mode !== undefined
}

const isSuspended = ({ operation, suspension }: Visited, date: string): boolean =>
  operation === 'suspended' &&
  isSuspendedOn([suspension?.from ?? null, suspension?.until ?? null], date)

/**
 * Why a visit for `service` can't be booked at an outlet on a local date of its own, or null when it
 * can. It is closed before `openedOn` and from `closedOn` on; a suspension lasts `[from, until)` and an
 * open end lasts for ever. An outlet on notice is bookable like any other. The gravest reason is named.
 * Suspended until 2026-10-08: `whyNotBookable(outlet, 'repair', '2026-10-07')` is `outlet_suspended`,
 * on 2026-10-08 null.
 */
export function whyNotBookable(
  outlet: Visited,
  service: BookableService,
  date: string,
): BookableRefusal | null {
  const { operation, openedOn, closedOn } = outlet
  if (operation === 'closed' || (closedOn !== null && date >= closedOn)) return 'outlet_closed'
  if (openedOn !== null && date < openedOn) return 'outlet_closed'
  if (outlet.qualification === 'disqualified') return 'outlet_disqualified'
  if (outlet.kind === 'mail_in_centre' || outlet.counterSeats < 1) return 'no_counter'
  if (!offersService(outlet, service)) return 'service_not_offered'
  return isSuspended(outlet, date) ? 'outlet_suspended' : null
}

/**
 * Whether an outlet's work stops at the time of a visit that was booked there before (epoch ms): it has
 * closed, has lost its qualification, or is suspended on that local date. Whoever booked it has to come at another time, or elsewhere.
 */
export function isStoppedAt(outlet: Visited & { readonly zone: string }, at: number): boolean {
  if (outlet.operation === 'closed' || outlet.qualification === 'disqualified') return true
  return isSuspended(outlet, wallTimeIn(outlet.zone, at).date)
}
