import type { Booking } from '#domain/bookings/booking.ts'
import { nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import type { DecidingBooking } from '#domain/bookings/decide-booking.ts'
import { decideServing } from '#domain/bookings/serve-visit.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { notBefore, seatRows, type VisitChange } from './beside-repair.ts'
import { unlessMoved } from './booking-on-record.ts'
import { drawNumber, type QueueRow, queueOfOutlet } from './queue-store.ts'
import { writeBooking } from './store.ts'

/** The read of the queues that an outlet has had since somebody came. */
export const outletQueue = (database: Database, outlet: string, since: number) =>
  queueOfOutlet(database, outlet, since)

export type Walk = {
  readonly database: Database
  /** The visit that the device came with; null = straight to the counter, where it begins and ends. */
  readonly booking: Booking | null
  readonly queues: readonly QueueRow[]
  /** For a visit that begins here: the code it shares with its repair. */
  readonly code: string
  readonly outlet: string
  readonly service: BookableService
  /** When the customer came (epoch ms), if nobody said so yet. */
  readonly arrivedAt: number | null
}

const WAITS: readonly Booking['status'][] = ['arrived', 'called', 'served']

/** A visit that the device leaves as it stands must stand so when it is written. */
const untouched = (database: Database, booking: Booking | null): VisitChange => ({
  events: [],
  rows: booking ? [unlessMoved(database, booking)] : [],
})

/**
 * The visit's side of registering a walk-in: served, with arriving, queue number and call where nobody
 * recorded them. A visit that brought a device before is served already; one that was left stays left.
 */
export function besideRegister(walk: Walk, deciding: DecidingBooking): VisitChange {
  const { database, booking, queues, code, outlet, service } = walk
  const happenedAt = booking ? notBefore(booking, deciding.happenedAt) : deciding.happenedAt
  const isKnown = walk.arrivedAt !== null && walk.arrivedAt >= (booking?.lastHappenedAt ?? 0)
  const arrivedAt = isKnown ? walk.arrivedAt : null
  const { date } = wallTimeIn(deciding.zone, arrivedAt ?? happenedAt ?? deciding.now)
  const last = queues.find((queue) => queue.service_date === date)?.last_number ?? 0
  const walkIn = booking ? null : { code, outlet, service }
  const decision = decideServing(
    booking,
    { queueNumber: last + 1, walkIn, received: 1, arrivedAt },
    { ...deciding, happenedAt },
  )
  if (!decision.ok || decision.events.length === 0) return untouched(database, booking)
  const after = decision.booking
  const draws: readonly Prepared[] =
    booking && WAITS.includes(booking.status) ? [] : drawNumber(database, [outlet, date, last + 1])
  const dueAt = nextBookingTimer(after, after.lastHappenedAt)
  const written = writeBooking(database, after, {
    isNew: booking === null,
    dueAt,
    now: deciding.now,
  })
  return {
    events: decision.events,
    rows: [...draws, ...(booking ? seatRows(database, booking, after) : []), written],
  }
}
