import config from '#config'
import type { Calendar } from '#domain/calendar/calendar.ts'
import { compileHoursText, type HoursResult } from './compile-hours.ts'

export type CompileHours = (outlet: {
  readonly text: string
  readonly countryCode: string
  readonly zone: string
  readonly lastIntakeMinutes?: number | null
}) => HoursResult

/**
 * Compiles the hours of many outlets: those of one country with the same text share the work.
 * `from` is the local date to begin with; `calendars` are those of the hub.
 */
export function hoursCompiler(options: {
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly from: string
  readonly horizonDays?: number
}): CompileHours {
  const known = new Map<string, HoursResult>()
  return ({ text, countryCode, zone, lastIntakeMinutes }) => {
    const key = `${countryCode}\n${text}`
    const result =
      known.get(key) ??
      compileHoursText({
        text,
        zone,
        calendar: options.calendars.get(countryCode) ?? null,
        from: options.from,
        horizonDays: options.horizonDays ?? config.hours.horizonDays,
        lastIntakeMinutes: config.hours.lastIntakeMinutes,
      })
    known.set(key, result)
    if (!result.ok) return result
    const intake = lastIntakeMinutes ?? config.hours.lastIntakeMinutes
    return { ok: true, hours: { ...result.hours, zone, lastIntakeMinutes: intake } }
  }
}
