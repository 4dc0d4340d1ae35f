import { type Booking, SLOT_MS } from './booking.ts'

/** How long after its slot a booked visit may still begin. */
const GRACE_MS = 30 * 60_000
/** Whoever was called stands at the counter as it closes. */
const CALLED_GRACE_MS = 30 * 60_000

/** When a booked visit counts as missed, epoch ms: 30 minutes after its slot's end; null = it doesn't wait for anybody. */
export const missedAt = ({ status, startsAt }: Pick<Booking, 'status' | 'startsAt'>) =>
  status === 'booked' && startsAt !== null ? startsAt + SLOT_MS + GRACE_MS : null

/** Whether somebody is at the outlet and not served yet: at closing time they have left. */
export const isWaiting = ({ status }: Pick<Booking, 'status'>): boolean =>
  status === 'arrived' || status === 'called'

function leftAt({ status }: Booking, closesAt: number | null): number | null {
  if (closesAt === null) return null
  if (status === 'arrived') return closesAt
  return status === 'called' ? closesAt + CALLED_GRACE_MS : null
}

/**
 * When the clock acts on a booking next, epoch ms and later than `after`, or null: a booked one is
 * missed, who waits has left at closing time, who was called half an hour later. `closesAt` is when the
 * outlet closes on the day they are there; null = nobody is. `after` is the instant of the last event:
 * with a later one, a time that has passed is not seen again.
 * A slot at 10:00: `nextBookingTimer(booking, booking.lastHappenedAt)` is 11:00.
 */
export function nextBookingTimer(
  booking: Booking,
  after: number,
  closesAt: number | null = null,
): number | null {
  const due = missedAt(booking) ?? leftAt(booking, closesAt)
  return due !== null && due > after ? due : null
}
