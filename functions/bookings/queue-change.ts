import type { BookingAction } from '#domain/bookings/booking.ts'
import { numberToGoBehind } from '#domain/desk/queue-order.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Prepared } from '#functions/db/statement.ts'
import type { LoadedVisit } from './load-visit.ts'
import { drawNumber } from './queue-store.ts'

/** Stands for the number that is drawn as the step is carried out: whoever asks can't know it. */
export const NUMBER_TO_DRAW = 0

export type QueueChange = { readonly action: BookingAction; readonly rows: readonly Prepared[] }

/**
 * A step as the queue of its outlet's day makes it: who arrives draws the next number, in the same
 * batch; who is skipped goes behind whoever is next. Other steps, and numbers that are given, stay.
 */
export function queueChange(
  { database, booking, zone, queues, waiting }: LoadedVisit,
  action: BookingAction,
  { now, happenedAt }: { readonly now: number; readonly happenedAt: number | null },
): QueueChange {
  if (action.type === 'skip' && action.behind === undefined) {
    return { action: { ...action, behind: numberToGoBehind(waiting, { zone, now }) }, rows: [] }
  }
  if (action.type !== 'arrive' || action.queueNumber !== NUMBER_TO_DRAW) return { action, rows: [] }
  const { date } = wallTimeIn(zone, happenedAt ?? now)
  const last = queues.find((queue) => queue.service_date === date)?.last_number ?? 0
  return {
    action: { ...action, queueNumber: last + 1 },
    rows: drawNumber(database, [booking.outlet, date, last + 1]),
  }
}
