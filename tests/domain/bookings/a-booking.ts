import type { Booking, BookingAction, BookingStatus } from '#domain/bookings/booking.ts'
import { type DecidingBooking, decideBooking } from '#domain/bookings/decide-booking.ts'
import type { Role } from '#domain/repairs/actor.ts'

const MINUTE = 60_000
/** Saturday 2026-10-03, 10:00 in Shanghai. */
export const SLOT_AT = Date.UTC(2026, 9, 3, 2)
export const SLOT_OVER = SLOT_AT + 30 * MINUTE
export const BOOKED_AT = SLOT_AT - 26 * 60 * MINUTE
export const CODE = '7K3M9QXF2T8BV'
export const ZONE = 'Asia/Shanghai'

/** Somebody acting at an instant. */
export const by = (
  role: Role,
  now: number,
  change: Partial<DecidingBooking> = {},
): DecidingBooking => ({
  now,
  happenedAt: null,
  actor: { id: role === 'customer' ? 'customer' : `stf_${role}`, roles: [role], via: 'desk' },
  zone: ZONE,
  ...change,
})

export const book: BookingAction = {
  type: 'book',
  code: CODE,
  outlet: 'HZ-001',
  service: 'one_hour',
  startsAt: SLOT_AT,
}
export const walkIn = { code: CODE, outlet: 'HZ-001', service: 'repair' } as const

export const ELSEWHERE = [1, 2, 3].map((day) => ({
  outlet: 'HZ-002',
  startsAt: SLOT_AT + day * 24 * 60 * MINUTE,
}))

/** Decides and insists that it is allowed. */
export function done(booking: Booking | null, action: BookingAction, deciding: DecidingBooking) {
  const decision = decideBooking(booking, action, deciding)
  if (!decision.ok) throw new Error(`${action.type} was refused: ${decision.refusal}`)
  return decision
}

type Way = readonly (readonly [BookingAction, Role, number])[]

const arrive: Way = [[{ type: 'arrive', walkIn: null, queueNumber: 7 }, 'counter', SLOT_AT]]
const call: Way = [...arrive, [{ type: 'call' }, 'counter', SLOT_AT + 5 * MINUTE]]

/** The shortest way into each status. */
const WAYS: Record<BookingStatus, Way> = {
  booked: [],
  arrived: arrive,
  called: call,
  served: [
    ...call,
    [{ type: 'serve', received: 1, reason: null }, 'counter', SLOT_AT + 9 * MINUTE],
  ],
  left: [...arrive, [{ type: 'leave' }, 'counter', SLOT_AT + 9 * MINUTE]],
  no_show: [[{ type: 'miss' }, 'system', SLOT_OVER + 30 * MINUTE]],
  cancelled: [[{ type: 'cancel', by: 'customer' }, 'customer', BOOKED_AT + MINUTE]],
}

/** A one-hour visit at 10:00, booked the day before, brought into a status; null has not begun. */
export const aBooking = (status: BookingStatus | null): Booking | null =>
  status === null
    ? null
    : WAYS[status].reduce(
        (booking, [action, role, at]) => done(booking, action, by(role, at)).booking,
        done(null, book, by('customer', BOOKED_AT)).booking,
      )
