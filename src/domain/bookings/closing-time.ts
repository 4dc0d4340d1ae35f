import type { CompiledHours } from '../outlets/compiled-hours.ts'
import { keptWallTimeIn } from '../outlets/kept-wall-time.ts'
import { addDays } from '../outlets/wall-time.ts'
import { openingsOfInterval, openingsOn } from './openings.ts'

const WHOLE_DAY = [0, 1440] as const

/**
 * When an outlet closes for the day (epoch ms) that an instant `at` belongs to: the end of its last
 * opening. What began yesterday and still runs at `at` is yesterday's day. Where nobody can say, or the
 * outlet had closed by then, the end of the local day. Always later than `at`.
 * Open 09:00 to 18:00: at 10:15 it is 18:00, at 18:00 and at 20:00 midnight.
 */
export function closesAfter(hours: CompiledHours | null, zone: string, at: number): number {
  const { date: today } = keptWallTimeIn(zone, at)
  const yesterday = addDays(today, -1)
  const openings = (date: string) => (hours && openingsOn(hours, date)) ?? []
  const runsOn = openings(yesterday).some(({ from, until }) => from <= at && at < until)
  const closing = openings(runsOn ? yesterday : today).at(-1)?.until
  if (closing !== undefined && closing > at) return closing
  const midnight = openingsOfInterval(zone, today, WHOLE_DAY).at(-1)?.until
  if (midnight === undefined) throw new Error(`no end of ${today} in ${zone}`)
  return midnight
}
