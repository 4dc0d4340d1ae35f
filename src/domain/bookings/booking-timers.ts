import { type Booking, SLOT_MS } from './booking.ts'

/** How long after its slot a booked visit may still begin. */
const GRACE_MS = 30 * 60_000

/** When a booked visit counts as missed, epoch ms: 30 minutes after its slot's end; null = it doesn't wait for anybody. */
export const missedAt = ({ status, startsAt }: Pick<Booking, 'status' | 'startsAt'>) =>
  status === 'booked' && startsAt !== null ? startsAt + SLOT_MS + GRACE_MS : null

/**
 * When the clock acts on a booking next, epoch ms and later than `after`, or null: only `miss` has a
 * time of its own; who waits at closing time is for the desk. `after` is the instant of the last event:
 * with a later one, a time that has passed is not seen again.
 * A slot at 10:00: `nextBookingTimer(booking, booking.lastHappenedAt)` is 11:00.
 */
export function nextBookingTimer(booking: Booking, after: number): number | null {
  const due = missedAt(booking)
  return due !== null && due > after ? due : null
}
