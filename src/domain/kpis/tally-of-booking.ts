import type { Booking, Visit } from '../bookings/booking.ts'
import { localDayOf } from '../outlets/kept-wall-time.ts'
import type { CountDelta } from './count-events.ts'
import { bucketMeasure } from './sketch.ts'

const MINUTE_MS = 60_000
const CALLED_WITHIN_MINUTES = 15

type OfDay = { readonly at: number; readonly measures: readonly string[] }

function queued({ arrivedAt, calledAt, status }: Visit): readonly OfDay[] {
  if (arrivedAt === null) return []
  const measures = ['queue_arrived', ...(status === 'left' ? ['queue_left'] : [])]
  if (calledAt === null) return [{ at: arrivedAt, measures }]
  const minutes = Math.max(0, calledAt - arrivedAt) / MINUTE_MS
  const inTime = minutes <= CALLED_WITHIN_MINUTES ? ['queue_called_15'] : []
  return [
    { at: arrivedAt, measures: [...measures, bucketMeasure('queue_wait', minutes), ...inTime] },
  ]
}

/** A visit is counted in its slot once it is known whether anybody came: cancelled or moved before, it isn't. */
function expected({ startsAt, arrivedAt, status }: Visit): readonly OfDay[] {
  const isMissed = status === 'no_show'
  if (startsAt === null || (arrivedAt === null && !isMissed)) return []
  const measures = ['visits_booked', ...(isMissed ? ['visits_missed'] : [])]
  return [{ at: startsAt, measures }]
}

/**
 * Everything a booking contributes to packed counts as it now stands: the queue on the day of the
 * arrival, no-shows on the day of the slot. Whoever left or was missed stays so when the visit is moved
 * or cancelled; who comes after being missed has come. Nothing of a booking from before figures were kept.
 * Arrived at 10:00, called at 10:12: `queue_arrived`, `queue_called_15` and a wait of 12 minutes.
 */
export function tallyOfBooking(booking: Booking): readonly CountDelta[] {
  const { outlet, zone, past = [], status } = booking
  if (zone === undefined) return []
  const visits: readonly Visit[] = status === 'cancelled' ? past : [...past, booking]
  return visits
    .flatMap((visit) => [...queued(visit), ...expected(visit)])
    .flatMap(({ at, measures }) => {
      const day = localDayOf(zone, at)
      return measures.map((measure) => ({ outlet, day, measure, by: 1 }))
    })
}
