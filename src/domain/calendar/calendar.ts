import type { LocalText } from '../outlets/outlet.ts'

/** `workday`: a weekend day made up for a holiday, on which offices work. */
export type CalendarDay = {
  readonly date: string
  readonly kind: 'holiday' | 'workday'
  readonly name: LocalText
}

/** The public holidays and make-up workdays of a country, and the dates the table speaks for. */
export type Calendar = {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
  /** First and last local date covered, inclusive. Outside them nothing is known. */
  readonly coveredFrom: string
  readonly coveredUntil: string
  readonly days: readonly CalendarDay[]
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup_workday' | 'unknown'

const DAY_MS = 86_400_000
const indexes = new WeakMap<Calendar, ReadonlyMap<string, CalendarDay>>()

/** Where the weekend is Friday and Saturday. Source: CLDR 48, weekendStart and weekendEnd. */
const FRIDAY_WEEKEND = new Set('BH DZ EG IQ JO KW LY OM QA SA SD SY YE'.split(' '))

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** Monday = 0. */
const weekday = (date: string): number => (dayNumber(date) + 3) % 7

function indexOf(calendar: Calendar): ReadonlyMap<string, CalendarDay> {
  const known = indexes.get(calendar)
  if (known) return known
  const index = new Map(calendar.days.map((day) => [day.date, day]))
  indexes.set(calendar, index)
  return index
}

/** The named day of a covered date, or null on an ordinary or uncovered one. */
export const namedDay = (calendar: Calendar, date: string): CalendarDay | null =>
  indexOf(calendar).get(date) ?? null

/**
 * What kind of day a local date is in the calendar's country. A date the calendar doesn't cover is
 * `unknown`, never a workday.
 * China's calendar of 2026: `dayKind(cn, '2026-02-14')` is `makeup_workday`, `'2026-02-17'` is
 * `holiday`, `'2027-02-17'` is `unknown`.
 */
export function dayKind(calendar: Calendar, date: string): DayKind {
  if (date < calendar.coveredFrom || date > calendar.coveredUntil) return 'unknown'
  const named = namedDay(calendar, date)
  if (named) return named.kind === 'holiday' ? 'holiday' : 'makeup_workday'
  const weekend = FRIDAY_WEEKEND.has(calendar.countryCode) ? [4, 5] : [5, 6]
  return weekend.includes(weekday(date)) ? 'weekend' : 'workday'
}

/**
 * Whole days from `today` to the last covered date: 0 on that date, negative after it.
 * With coverage until 2026-12-31, `daysUntilCoverageEnds(cn, '2026-11-21')` is 40.
 */
export const daysUntilCoverageEnds = (calendar: Calendar, today: string): number =>
  dayNumber(calendar.coveredUntil) - dayNumber(today)

/** Calendars whose coverage ends within `noticeDays` of `today`: the time to compile the next year. */
export const endingCalendars = (
  calendars: readonly Calendar[],
  today: string,
  noticeDays = 60,
): readonly Calendar[] =>
  calendars.filter((calendar) => daysUntilCoverageEnds(calendar, today) <= noticeDays)
