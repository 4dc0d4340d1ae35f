import type { MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import { addDays, weekdayOf } from '#domain/outlets/wall-time.ts'
import type { HoursText } from './read-hours-text.ts'
import { type ParsedHours, wallClockMidnight } from './wall-clock-library.ts'

/** What is open between one midnight and the next, in minutes 0-1440; null = the text doesn't say. */
export type Pieces = readonly MinuteInterval[] | null

const MIDNIGHT = 1440
const MINUTE_MS = 60_000
/** An opening that runs on past midnight ends before this; later it is a new day's opening. */
const LATEST_CLOSE_NEXT_DAY = 720

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

const runsOver = (pieces: Pieces, next: Pieces): MinuteInterval | null => {
  const last = pieces?.at(-1)
  const first = next?.[0]
  if (!last || !first || last[0] === 0 || last[1] !== MIDNIGHT || first[0] !== 0) return null
  return first[1] <= LATEST_CLOSE_NEXT_DAY ? [last[0], MIDNIGHT + first[1]] : null
}

/** A date's intervals: what runs past midnight belongs to the date it began on. */
export function intervalsOf(before: Pieces, pieces: Pieces, after: Pieces): Pieces {
  if (!pieces) return null
  const own = runsOver(before, pieces) ? pieces.slice(1) : pieces
  const over = runsOver(own, after)
  return over ? [...own.slice(0, -1), over] : own
}
