import type { CompiledHours, MinuteInterval } from './compiled-hours.ts'
import type { LocalText } from './outlet.ts'
import { addDays, weekdayOf } from './wall-time.ts'

export type SpecialDay = {
  readonly date: string
  /** The holiday or made-up workday behind it, where the calendar has one. */
  readonly name: LocalText | null
  /** Empty: closed. null: holiday hours not confirmed. */
  readonly intervals: readonly MinuteInterval[] | null
}

type NamedDay = { readonly date: string; readonly name: LocalText }

/**
 * The local dates in `[from, from + dayCount)` that a customer should not read off the week: those
 * with other hours, and named calendar days even when the week's hours hold. Days after the hours'
 * `until` are left out: nobody knows them. In order of date.
 * With `days: { '2026-10-01': [] }`, `specialDays(hours, [], '2026-09-30', 30)` answers one closed day.
 */
export function specialDays(
  hours: CompiledHours,
  calendar: readonly NamedDay[],
  from: string,
  dayCount: number,
): readonly SpecialDay[] {
  const end = addDays(from, dayCount)
  const names = new Map(calendar.map(({ date, name }) => [date, name]))
  return [...new Set([...Object.keys(hours.days), ...names.keys()])]
    .filter((date) => from <= date && date < end && date <= hours.until)
    .sort()
    .map((date) => {
      const exception = hours.days[date]
      const intervals = exception === undefined ? (hours.week[weekdayOf(date)] ?? []) : exception
      return { date, name: names.get(date) ?? null, intervals }
    })
}
