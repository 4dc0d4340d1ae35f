import { isDate } from './coded-values.ts'

/** Dates before it stand for "no date" (1900-01-01, 1970-01-01): nobody repaired mobile phones then. */
const FIRST_DAY = '1980-01-01'
const DATED =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

export type ReadDate = { readonly date: string } | { readonly reason: string }

/**
 * The day of an `event_date`, `YYYY-MM-DD`: year first, a time behind it is dropped without moving the
 * day. `today` (`YYYY-MM-DD`) is the last day that has begun anywhere; it counts. Refuses days that
 * are no days (2019-02-30), days to come, days before 1980, and what could be read two ways (03/04/2019).
 * `readOrdsDate('2019-3-4 18:30:00', '2026-11-21')` is `{ date: '2019-03-04' }`.
 */
export function readOrdsDate(text: string, today: string): ReadDate {
  const [, year, month = '', day = ''] = DATED.exec(text.trim()) ?? []
  if (year === undefined) return { reason: 'is no date of the form 2019-03-04' }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDate(date)) return { reason: 'is a day that no calendar has' }
  if (date > today) return { reason: 'lies in the future' }
  return date < FIRST_DAY ? { reason: `lies before ${FIRST_DAY}: it stands for no date` } : { date }
}
