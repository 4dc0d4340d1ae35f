import type { Booking } from '#domain/bookings/booking.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import { loadVisit } from './load-visit.ts'

/** A visit as the desk sees it; it holds nothing personal. */
export type ShownVisit = {
  readonly booking: Booking
  /** Null for somebody who walked in and hasn't handed anything over. */
  readonly repair: Repair | null
  readonly outlet: Outlet
  /** The member of staff at this visit. */
  readonly actor: Actor
}

export type VisitSeen =
  | { readonly ok: true; readonly visit: ShownVisit }
  | { readonly ok: false; readonly refusal: 'unknown_booking' | 'not_your_role' }

const UNKNOWN = { ok: false, refusal: 'unknown_booking' } as const

/** A visit for somebody of the staff; one out of their scope is as unknown as none. */
export async function showVisit(
  asking: Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff },
  code: string,
): Promise<VisitSeen> {
  const { hub, staff } = asking
  const loaded = await loadVisit(asking, { code, expectedVersion: null, withOutlet: true })
  if (!loaded?.outlet) return UNKNOWN
  const { booking, repair, outlet } = loaded
  const here = { atOutlet: outlet.code, homeOutlet: outlet.code }
  const seen = await actorFor({ hub, staff }, here, 'booking.act')
  if (seen.ok) return { ok: true, visit: { booking, repair, outlet, actor: seen.actor } }
  return seen.refusal === 'out_of_scope' ? UNKNOWN : { ok: false, refusal: 'not_your_role' }
}
