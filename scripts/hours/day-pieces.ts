import type { Pieces } from '#domain/outlets/compile-days.ts'
import { addDays, weekdayOf } from '#domain/outlets/wall-time.ts'
import type { HoursText } from './read-hours-text.ts'
import { type ParsedHours, wallClockMidnight } from './wall-clock-library.ts'

const MIDNIGHT = 1440
const MINUTE_MS = 60_000

/** Open pieces of one date by the library; a minute it calls unknown makes the day unknown. */
function piecesOf(parsed: ParsedHours, date: string): Pieces {
  const start = wallClockMidnight(date)
  const found = parsed.getOpenIntervals(start, wallClockMidnight(addDays(date, 1)))
  if (found.some(([, , unknown]) => unknown)) return null
  return found.map(([from, to]) => [
    Math.max(0, (from.getTime() - start.getTime()) / MINUTE_MS),
    Math.min(MIDNIGHT, (to.getTime() - start.getTime()) / MINUTE_MS),
  ])
}

/**
 * The pieces of a date where a holiday is what `isHoliday` says. The date before counts too, for
 * what it leaves open past midnight; any other weekday stands in for "no holiday".
 */
export function pieceReader(
  text: HoursText,
  isHoliday: (date: string) => boolean,
): (date: string) => Pieces {
  const stable = new Map<string, Pieces>()
  return (date) => {
    const weekday = weekdayOf(date)
    const yesterday = (weekday + 6) % 7
    const holidays = text.hasHolidayRule
      ? [
          ...(isHoliday(addDays(date, -1)) ? [yesterday] : []),
          ...(isHoliday(date) ? [weekday] : []),
        ]
      : []
    const parsed = text.parsedFor(holidays.length ? holidays : [(weekday + 3) % 7])
    if (!parsed.isWeekStable()) return piecesOf(parsed, date)
    const key = `${weekday}/${holidays.join()}`
    const known = stable.get(key)
    if (known !== undefined) return known
    const pieces = piecesOf(parsed, date)
    stable.set(key, pieces)
    return pieces
  }
}
