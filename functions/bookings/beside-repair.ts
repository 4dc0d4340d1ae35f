import type { Booking, BookingDecision, BookingEvent } from '#domain/bookings/booking.ts'
import { nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { type DecidingBooking, decideBooking } from '#domain/bookings/decide-booking.ts'
import { decideServing } from '#domain/bookings/serve-visit.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { drawNumber, type QueueRow, queueOfVisit } from './queue-store.ts'
import { freeSeat } from './seat-store.ts'
import { writeBooking } from './store.ts'

export type { QueueRow } from './queue-store.ts'

export type VisitChange = {
  readonly events: readonly BookingEvent[]
  readonly rows: readonly Prepared[]
}

const NOTHING: VisitChange = { events: [], rows: [] }

type Shared = {
  readonly database: Database
  readonly booking: Booking | null
  readonly queues: readonly QueueRow[]
}

/**
 * The read of the queues that a visit's outlet has had since somebody came, for the trip in which its
 * repair is loaded: a late entry draws from the queue of its own day.
 */
export const visitQueue = (database: Database, code: string, since: number): Prepared<QueueRow> =>
  queueOfVisit(database, code, since)

const canCancel = ({ status }: Booking): boolean =>
  status === 'booked' || status === 'no_show' || status === 'left'

const hasArrived = ({ status }: Booking): boolean =>
  status === 'arrived' || status === 'called' || status === 'served'

/** Nobody arrives before the visit was booked: such a time is the desk's slip, not a reason to lose the visit. */
function arrivalOf(action: RepairAction, { lastHappenedAt }: Booking): number | null {
  if (action.type !== 'receive' || action.arrivedAt === null) return null
  return action.arrivedAt >= lastHappenedAt ? action.arrivedAt : null
}

type Serving = { readonly booking: Booking; readonly number: number }

function decide(
  { booking, number }: Serving,
  action: RepairAction,
  deciding: DecidingBooking,
): BookingDecision | null {
  if (action.type === 'receive') {
    const arrivedAt = arrivalOf(action, booking)
    const serving = { queueNumber: number, walkIn: null, received: 1, arrivedAt }
    return decideServing(booking, serving, deciding)
  }
  if (action.type !== 'cancel' || !canCancel(booking)) return null
  const by = deciding.actor.roles.includes('customer') ? 'customer' : 'staff'
  return decideBooking(booking, { type: 'cancel', by }, deciding)
}

/** A late entry is of its repair: what happened to the visit since then isn't overtaken by it. */
export const notBefore = (
  { lastHappenedAt }: { readonly lastHappenedAt: number },
  happenedAt: number | null,
): number | null => (happenedAt === null ? null : Math.max(happenedAt, lastHappenedAt))

/**
 * The visit's own events and rows beside a step of its repair: receiving serves it, with a queue number
 * where it had none, and cancelling cancels it. A visit that can't follow stays as it is.
 */
export function besideRepair(
  { database, booking, queues }: Shared,
  action: RepairAction,
  deciding: DecidingBooking,
): VisitChange {
  if (!booking) return NOTHING
  const happenedAt = notBefore(booking, deciding.happenedAt)
  const cameAt = arrivalOf(action, booking) ?? happenedAt ?? deciding.now
  const { date } = wallTimeIn(deciding.zone, cameAt)
  const last = queues.find((queue) => queue.service_date === date)?.last_number ?? 0
  const decision = decide({ booking, number: last + 1 }, action, { ...deciding, happenedAt })
  if (!decision?.ok || decision.events.length === 0) return NOTHING
  const after = decision.booking
  const draws = action.type === 'receive' && !hasArrived(booking)
  return {
    events: decision.events,
    rows: [
      ...(draws ? drawNumber(database, [booking.outlet, date, last + 1]) : []),
      ...seatRows(database, booking, after),
      writeBooking(database, after, {
        dueAt: nextBookingTimer(after, after.lastHappenedAt),
        now: deciding.now,
      }),
    ],
  }
}

/** Gives the seat back when the visit no longer counts in its slot. */
export const seatRows = (
  database: Database,
  before: Booking,
  after: Booking,
): readonly Prepared[] =>
  before.holdsSeat && !after.holdsSeat && before.startsAt !== null
    ? freeSeat(database, {
        outlet: before.outlet,
        startsAt: before.startsAt,
        service: before.service,
      })
    : []
