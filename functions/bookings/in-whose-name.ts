import { isStoppedAt } from '#domain/bookings/bookable.ts'
import type { BookingAction } from '#domain/bookings/booking.ts'
import { mayCancelAs } from '#domain/bookings/booking-table.ts'
import { nextFree } from '#domain/bookings/offer.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { Sources } from '#functions/db/sources.ts'
import { listSlots } from './list-slots.ts'
import type { LoadedVisit } from './load-visit.ts'

const ALTERNATIVES = 3
const DAYS = 14

/**
 * A step as it is told to the customer: where an outlet's work stops at the time of a visit, it isn't the
 * customer's wish that staff carry out by cancelling, but the outlet that can't keep it: it says sorry and
 * names its next three free times. Where it has none, or closes for good, staff cancel as usual.
 */
export async function inWhoseName(
  asking: Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>,
  { booking, outlet }: Pick<LoadedVisit, 'booking' | 'outlet'>,
  { action, actor }: { readonly action: BookingAction; readonly actor: Actor },
): Promise<BookingAction> {
  const { startsAt, service } = booking
  if (action.type !== 'cancel' || action.by !== 'staff' || !mayCancelAs('outlet', actor)) {
    return action
  }
  if (outlet === null || startsAt === null || !isStoppedAt(outlet, startsAt)) return action
  const { code: outletCode, zone } = outlet
  const from = wallTimeIn(zone, startsAt).date
  const offer = await listSlots(asking, { outletCode, service, from, days: DAYS })
  const free = offer.kind === 'offer' ? nextFree(offer.days, startsAt, ALTERNATIVES) : []
  if (free.length < ALTERNATIVES) return action
  const alternatives = free.map((slot) => ({ outlet: outletCode, startsAt: slot.startsAt }))
  return { ...action, by: 'outlet', alternatives }
}
