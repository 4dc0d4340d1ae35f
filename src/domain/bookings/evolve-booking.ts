import type { Booking, BookingEvent, BookingStanding } from './booking.ts'

const codeOf = ({ subject }: BookingEvent): string => subject.slice('booking/'.length)

/**
 * The booking after an event. Every event says how the booking stands, so this only reads it. Throws
 * for an event that isn't the next one: the ledger has a gap, or somebody else's event.
 */
export function evolveBooking(booking: Booking | null, event: BookingEvent): Booking {
  const code = codeOf(event)
  if (event.version !== (booking?.version ?? 0) + 1 || (booking && booking.code !== code)) {
    throw new Error(`${event.subject} has no event ${event.version} now`)
  }
  const standing = event.data as BookingStanding
  return {
    code,
    version: event.version,
    status: standing.status,
    outlet: standing.outlet,
    service: standing.service,
    startsAt: standing.startsAt,
    holdsSeat: standing.holdsSeat,
    arrivedAt: standing.arrivedAt,
    calledAt: standing.calledAt,
    queueNumber: standing.queueNumber,
    behind: standing.behind,
    lastHappenedAt: event.happenedAt,
    ...(standing.zone !== undefined && { zone: standing.zone }),
    ...(standing.past !== undefined && { past: standing.past }),
  }
}

/** The booking that its events tell, from the first one on; null for none. Throws where one is missing. */
export const foldBooking = (events: readonly BookingEvent[]): Booking | null =>
  events.reduce<Booking | null>(evolveBooking, null)
