import { Temporal } from 'temporal-polyfill'
import { type Calendar, dayKind } from './calendar.ts'

/** The most days looked ahead: longer than any run of holidays. */
const LOOK_AHEAD_DAYS = 60

/** Monday to Friday, where no calendar speaks: better a day early than no date at all. */
const isPlainWorkday = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5

function isWorkday(calendar: Calendar | null, date: Temporal.PlainDate): boolean {
  const kind = calendar ? dayKind(calendar, date.toString()) : 'unknown'
  if (kind === 'unknown') return isPlainWorkday(date)
  return kind === 'workday' || kind === 'makeup_workday'
}

/**
 * The instant (epoch ms) `days` working days after another, at the same wall time of an IANA zone.
 * Public holidays and weekends don't count, make-up workdays do; a day the calendar doesn't cover
 * counts as Monday to Friday. Throws RangeError for a zone that doesn't exist.
 * One working day after Friday 2026-11-20 17:00 in Shanghai is Monday 2026-11-23 17:00.
 */
export function afterWorkingDays(
  at: number,
  days: number,
  { zone, calendar }: { readonly zone: string; readonly calendar: Calendar | null },
): number {
  const begun = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  let date = begun.toPlainDate()
  let left = days
  for (let ahead = 0; left > 0 && ahead < LOOK_AHEAD_DAYS; ahead++) {
    date = date.add({ days: 1 })
    if (isWorkday(calendar, date)) left -= 1
  }
  return date.toZonedDateTime({ timeZone: zone, plainTime: begun.toPlainTime() }).epochMilliseconds
}
