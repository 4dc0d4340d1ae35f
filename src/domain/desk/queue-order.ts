import type { Booking } from '../bookings/booking.ts'
import { wallTimeIn } from '../outlets/wall-time.ts'

/** Visits of an outlet that have arrived and aren't over, as its counter sees them. */
export type Queue<Visit extends Booking = Booking> = {
  /** Called and not served yet, the last call first. */
  readonly called: readonly Visit[]
  /** In the order in which they are called. */
  readonly waiting: readonly Visit[]
  /** Arrived on an earlier day of the outlet and never closed: numbers of another day. */
  readonly leftOver: readonly Visit[]
}

const numberOf = ({ queueNumber }: Booking): number => queueNumber ?? Number.POSITIVE_INFINITY

/**
 * Who is called in which order, of visits that wait: by queue number, but who was skipped stands
 * behind the one that was next then. Skips count in the order in which they happened. Where the one
 * that was next has gone, whoever was skipped for them comes first: everybody else was behind.
 * 5 skipped while 6 was next: 6, 5, 7. Then 6 is skipped too, while 5 was next: 5, 6, 7.
 */
export function inQueueOrder<Visit extends Booking>(waiting: readonly Visit[]): readonly Visit[] {
  const order = waiting.toSorted((a, b) => numberOf(a) - numberOf(b))
  const skipped = order
    .filter(({ behind }) => behind !== null)
    .toSorted((a, b) => a.lastHappenedAt - b.lastHappenedAt)
  for (const visit of skipped) {
    order.splice(order.indexOf(visit), 1)
    const next = order.findIndex(({ queueNumber }) => queueNumber === visit.behind)
    order.splice(next + 1, 0, visit)
  }
  return order
}

const isOn = ({ arrivedAt }: Booking, { zone, now }: Day): boolean =>
  arrivedAt !== null && wallTimeIn(zone, arrivedAt).date === wallTimeIn(zone, now).date

/** An instant (epoch ms) in an IANA zone: the outlet's own day at it is meant. */
export type Day = { readonly zone: string; readonly now: number }

/** The queue of an outlet's day, of all its visits that are arrived or called. */
export function queueOfDay<Visit extends Booking>(
  visits: readonly Visit[],
  day: Day,
): Queue<Visit> {
  const today = visits.filter((visit) => isOn(visit, day))
  return {
    called: today
      .filter(({ status }) => status === 'called')
      .toSorted((a, b) => b.lastHappenedAt - a.lastHappenedAt),
    waiting: inQueueOrder(today.filter(({ status }) => status === 'arrived')),
    leftOver: visits
      .filter((visit) => !isOn(visit, day))
      .toSorted((a, b) => (a.arrivedAt ?? 0) - (b.arrivedAt ?? 0)),
  }
}

/**
 * The queue number that a visit skipped now goes behind: whoever is next; null = nobody waits.
 * Visits of another day count for nothing.
 */
export const numberToGoBehind = (visits: readonly Booking[], day: Day): number | null =>
  queueOfDay(visits, day).waiting[0]?.queueNumber ?? null

/**
 * How long somebody has waited at an instant (ms): from arriving to the first call, or still. A visit
 * that hasn't arrived: 0.
 */
export const waitedMs = ({ arrivedAt, calledAt }: Booking, now: number): number =>
  arrivedAt === null ? 0 : Math.max(0, (calledAt ?? now) - arrivedAt)
