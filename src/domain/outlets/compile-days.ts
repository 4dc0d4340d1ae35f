import { type Calendar, dayKind } from '../calendar/calendar.ts'
import type { CompiledHours, MinuteInterval } from './compiled-hours.ts'
import { addDays, weekdayOf } from './wall-time.ts'

/** What is open between one midnight and the next, in minutes 0-1440; null = nobody says. */
export type Pieces = readonly MinuteInterval[] | null
export type DayReader = (date: string) => Pieces

export type DayTerms = {
  readonly zone: string
  /** The outlet's country; null when no table knows it. */
  readonly calendar: Calendar | null
  /** First local date compiled, and how many days from it on. */
  readonly from: string
  readonly horizonDays: number
  readonly lastIntakeMinutes: number
}

/** Hours as somebody gave them, day by day. */
export type GivenDays = {
  readonly hasHolidayRule: boolean
  /** The pieces of dates, where a holiday is what the test says. */
  readonly pieces: (isHoliday: (date: string) => boolean) => DayReader
  /** Whether the hours speak of this very date: then they hold, whatever day it is. */
  readonly namesDate: (date: string) => boolean
}

const MIDNIGHT = 1440
/** An opening that runs on past midnight ends before this; later it is a new day's opening. */
const LATEST_CLOSE_NEXT_DAY = 720
const WEEK = [0, 1, 2, 3, 4, 5, 6]
const WORKING_WEEK = [0, 1, 2, 3, 4]
const same = (a: Pieces, b: Pieces): boolean => JSON.stringify(a) === JSON.stringify(b)

const runsOver = (pieces: Pieces, next: Pieces): MinuteInterval | null => {
  const last = pieces?.at(-1)
  const first = next?.[0]
  if (!last || !first || last[0] === 0 || last[1] !== MIDNIGHT || first[0] !== 0) return null
  return first[1] <= LATEST_CLOSE_NEXT_DAY ? [last[0], MIDNIGHT + first[1]] : null
}

/** A date's intervals: what runs past midnight belongs to the date it began on. */
function intervalsOf(before: Pieces, pieces: Pieces, after: Pieces): Pieces {
  if (!pieces) return null
  const own = runsOver(before, pieces) ? pieces.slice(1) : pieces
  const over = runsOver(own, after)
  return over ? [...own.slice(0, -1), over] : own
}

const stitched =
  (pieces: DayReader): DayReader =>
  (date) =>
    intervalsOf(pieces(addDays(date, -1)), pieces(date), pieces(addDays(date, 1)))

/** Last date the hours speak for: the horizon, or where a holiday rule meets the calendar's end. */
function endOf(
  { calendar, from, horizonDays }: DayTerms,
  { hasHolidayRule }: GivenDays,
): Pick<CompiledHours, 'until' | 'untilBecause'> {
  const horizon = addDays(from, horizonDays - 1)
  if (!hasHolidayRule) return { until: horizon, untilBecause: 'horizon' }
  const covered = calendar?.coveredUntil ?? addDays(from, -1)
  return covered < horizon
    ? { until: covered, untilBecause: 'calendar' }
    : { until: horizon, untilBecause: 'horizon' }
}

/** What every day from Monday to Friday of an ordinary week has, or null where they differ. */
function workingHours(ordinary: DayReader, date: string): Pieces {
  const monday = addDays(date, -weekdayOf(date))
  const [first = null, ...others] = WORKING_WEEK.map((day) => ordinary(addDays(monday, day)))
  return others.every((day) => same(day, first)) ? first : null
}

/** Each date's intervals; null where nobody confirmed them. */
function dayReader({ calendar }: DayTerms, given: GivenDays): DayReader {
  const kindOf = (date: string) => (calendar ? dayKind(calendar, date) : 'unknown')
  const ordinary = stitched(given.pieces(() => false))
  if (!given.hasHolidayRule) return ordinary
  const read = stitched(given.pieces((date) => kindOf(date) === 'holiday'))
  return (date) => {
    const kind = kindOf(date)
    if (kind === 'unknown') return null
    if (kind !== 'makeup_workday' || given.namesDate(date)) return read(date)
    return same(ordinary(date), workingHours(ordinary, date)) ? read(date) : null
  }
}

/** For each weekday what most of its known dates have. */
function regularWeek(days: readonly (readonly [string, Pieces])[]): CompiledHours['week'] {
  return WEEK.map((weekday) => {
    const counts = new Map<string, number>()
    for (const [date, intervals] of days) {
      if (!intervals || weekdayOf(date) !== weekday) continue
      const key = JSON.stringify(intervals)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const [usual] = [...counts].sort((a, b) => b[1] - a[1])
    return usual ? JSON.parse(usual[0]) : []
  })
}

/** The dates that make the week and its exceptions: at least seven, also where the calendar ends early. */
function readDays(terms: DayTerms, given: GivenDays, until: string): [string, Pieces][] {
  const nextWeek = addDays(terms.from, 6)
  const confirmed = dayReader(terms, given)
  const usual = stitched(given.pieces(() => false))
  const days: [string, Pieces][] = []
  const last = until < nextWeek ? nextWeek : until
  for (let date = addDays(terms.from, -1); date <= last; date = addDays(date, 1)) {
    days.push([date, date > until ? usual(date) : confirmed(date)])
  }
  return days
}

/** True when some days are unknown and none has an opening: "on demand", `10:00+`. */
const promisesNothing = (days: readonly (readonly [string, Pieces])[]): boolean =>
  days.some(([, intervals]) => intervals === null) &&
  !days.some(([, intervals]) => intervals?.length)

/**
 * Compiles hours given day by day: a regular week, and the dates that differ from it. With a holiday rule
 * they end where the calendar does, and a make-up workday is unknown unless it is named or its weekday
 * has the hours of Monday to Friday. null = no opening is certain.
 * Daily 10:00-22:00 with holidays off, in China from 2026-02-10, is closed on 2026-02-17.
 */
export function compileDays(terms: DayTerms, given: GivenDays): CompiledHours | null {
  const end = endOf(terms, given)
  const days = readDays(terms, given, end.until)
  if (promisesNothing(days)) return null
  const week = regularWeek(days)
  const exceptions = days.filter(
    ([date, intervals]) => date <= end.until && !same(intervals, week[weekdayOf(date)] ?? []),
  )
  const { zone, lastIntakeMinutes } = terms
  return { zone, week, days: Object.fromEntries(exceptions), lastIntakeMinutes, ...end }
}
