import { type Calendar, dayKind } from '#domain/calendar/calendar.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { addDays, weekdayOf } from '#domain/outlets/wall-time.ts'
import { intervalsOf, type Pieces, pieceReader } from './day-pieces.ts'
import { type HoursText, readHoursText, type Unreadable } from './read-hours-text.ts'

export type HoursRequest = {
  readonly text: string
  readonly zone: string
  /** The outlet's country; null when no table knows it. */
  readonly calendar: Calendar | null
  /** First local date compiled, and how many days from it on. */
  readonly from: string
  readonly horizonDays: number
  readonly lastIntakeMinutes: number
}
export type HoursResult = { readonly ok: true; readonly hours: CompiledHours } | Unreadable

const WEEK = [0, 1, 2, 3, 4, 5, 6]
const WORKING_WEEK = [0, 1, 2, 3, 4]
const same = (a: Pieces, b: Pieces): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Last date the hours speak for: the horizon, or where a holiday rule meets the calendar's end. */
function endOf(
  request: HoursRequest,
  text: HoursText,
): Pick<CompiledHours, 'until' | 'untilBecause'> {
  const horizon = addDays(request.from, request.horizonDays - 1)
  if (!text.hasHolidayRule) return { until: horizon, untilBecause: 'horizon' }
  const covered = request.calendar?.coveredUntil ?? addDays(request.from, -1)
  return covered < horizon
    ? { until: covered, untilBecause: 'calendar' }
    : { until: horizon, untilBecause: 'horizon' }
}

type DayReader = (date: string) => Pieces

const stitched =
  (pieces: DayReader): DayReader =>
  (date) =>
    intervalsOf(pieces(addDays(date, -1)), pieces(date), pieces(addDays(date, 1)))

/** What every day from Monday to Friday of an ordinary week has, or null where they differ. */
function workingHours(ordinary: DayReader, date: string): Pieces {
  const monday = addDays(date, -weekdayOf(date))
  const [first = null, ...others] = WORKING_WEEK.map((day) => ordinary(addDays(monday, day)))
  return others.every((day) => same(day, first)) ? first : null
}

/** Each date's intervals; null where nobody confirmed them. */
function dayReader(request: HoursRequest, text: HoursText): DayReader {
  const { calendar } = request
  const kindOf = (date: string) => (calendar ? dayKind(calendar, date) : 'unknown')
  const ordinary = stitched(pieceReader(text, () => false))
  if (!text.hasHolidayRule) return ordinary
  const read = stitched(pieceReader(text, (date) => kindOf(date) === 'holiday'))
  return (date) => {
    const kind = kindOf(date)
    if (kind === 'unknown') return null
    if (kind !== 'makeup_workday') return read(date)
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
function readDays(request: HoursRequest, text: HoursText, until: string): [string, Pieces][] {
  const nextWeek = addDays(request.from, 6)
  const confirmed = dayReader(request, text)
  const usual = stitched(pieceReader(text, () => false))
  const days: [string, Pieces][] = []
  const last = until < nextWeek ? nextWeek : until
  for (let date = addDays(request.from, -1); date <= last; date = addDays(date, 1)) {
    days.push([date, date > until ? usual(date) : confirmed(date)])
  }
  return days
}

/** True when some days are unknown and none has an opening: "on demand", `10:00+`. */
const promisesNothing = (days: readonly (readonly [string, Pieces])[]): boolean =>
  days.some(([, intervals]) => intervals === null) &&
  !days.some(([, intervals]) => intervals?.length)

/**
 * Compiles an OSM opening_hours text: a regular week, and the dates that differ from it. `PH` means
 * the holidays of our calendar; on a make-up workday the day is unknown unless the text gives that
 * weekday the hours of Monday to Friday. Answers why a text can't be read as a value.
 * `Mo-Su 10:00-22:00; PH off` in China from 2026-02-10 is closed on 2026-02-17 and speaks until 2026-12-31.
 */
export function compileHoursText(request: HoursRequest): HoursResult {
  const text = readHoursText(request.text)
  if (!text.ok) return text
  const end = endOf(request, text)
  try {
    const days = readDays(request, text, end.until)
    if (promisesNothing(days)) {
      return { ok: false, reason: 'says_unknown', detail: 'no opening is certain' }
    }
    const week = regularWeek(days)
    const exceptions = days.filter(
      ([date, intervals]) => date <= end.until && !same(intervals, week[weekdayOf(date)] ?? []),
    )
    const { zone, lastIntakeMinutes } = request
    const hours = { zone, week, days: Object.fromEntries(exceptions), lastIntakeMinutes, ...end }
    return { ok: true, hours }
  } catch (error) {
    return { ok: false, reason: 'syntax', detail: String(error).slice(0, 200) }
  }
}
