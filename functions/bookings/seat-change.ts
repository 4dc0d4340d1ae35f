import type { BookingAction } from '#domain/bookings/booking.ts'
import { openingDayOf } from '#domain/bookings/slots.ts'
import { whyNotTaken } from '#domain/bookings/why-not-taken.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import type { SlotRefusal } from './hold-slot.ts'
import { offerTerms } from './load-slots.ts'
import type { LoadedVisit } from './load-visit.ts'
import { clearLapsed, freeSeat, takeSeat } from './seat-store.ts'

export type SeatChange =
  | { readonly kind: 'rows'; readonly rows: readonly Prepared[] }
  | { readonly kind: 'refused'; readonly refusal: SlotRefusal }

/** What moving a visit does to seats: the old one freed where it was still held, the new one taken. */
export function seatChange(
  asking: Pick<Sources, 'now' | 'config'>,
  { database, booking, outlet }: LoadedVisit,
  action: BookingAction,
): SeatChange {
  if (action.type !== 'move') return { kind: 'rows', rows: [] }
  if (!outlet) return { kind: 'refused', refusal: 'unknown_outlet' }
  const { service, startsAt: before, holdsSeat } = booking
  const refusal = whyNotTaken(offerTerms(asking, outlet, service), action.startsAt)
  if (refusal) return { kind: 'refused', refusal }
  const { code, counterSeats: seats, benches } = outlet
  const serviceDate = openingDayOf(outlet.hours, outlet.zone, action.startsAt)
  const seat = { outlet: code, startsAt: action.startsAt, serviceDate, service, seats, benches }
  const freed = holdsSeat && before !== null ? { outlet: code, startsAt: before, service } : null
  return {
    kind: 'rows',
    rows: [
      ...(freed ? freeSeat(database, freed) : []),
      ...clearLapsed(database, seat, asking.now),
      ...takeSeat(database, seat),
    ],
  }
}
