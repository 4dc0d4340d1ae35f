import { compileDays, type DayTerms } from '#domain/outlets/compile-days.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { pieceReader } from './day-pieces.ts'
import { readHoursText, type Unreadable } from './read-hours-text.ts'

export type HoursRequest = DayTerms & { readonly text: string }
export type HoursResult = { readonly ok: true; readonly hours: CompiledHours } | Unreadable

/**
 * Compiles an OSM opening_hours text: a regular week, and the dates that differ from it. `PH` means
 * the holidays of our calendar; on a make-up workday the day is unknown unless the text names that date
 * or gives its weekday the hours of Monday to Friday. Answers why a text can't be read as a value.
 * `Mo-Su 10:00-22:00; PH off` in China from 2026-02-10 is closed on 2026-02-17 and speaks until 2026-12-31.
 */
export function compileHoursText(request: HoursRequest): HoursResult {
  const text = readHoursText(request.text)
  if (!text.ok) return text
  const { hasHolidayRule, namesDate } = text
  const pieces = (isHoliday: (date: string) => boolean) => pieceReader(text, isHoliday)
  try {
    const hours = compileDays(request, { hasHolidayRule, namesDate, pieces })
    if (!hours) return { ok: false, reason: 'says_unknown', detail: 'no opening is certain' }
    return { ok: true, hours }
  } catch (error) {
    return { ok: false, reason: 'syntax', detail: String(error).slice(0, 200) }
  }
}
