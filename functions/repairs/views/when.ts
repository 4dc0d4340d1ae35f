import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { formatDate, formatMinutes, fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

/** A date torn over two lines is read twice. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

/**
 * An instant by the clock of an outlet, always with its day: a page stays open past midnight.
 * `Tue 24 Nov 18:00`, `11月24日（周二）18:00`.
 */
export function timeText(locale: Locale, zone: string, at: number): string {
  const { date, minutes } = wallTimeIn(zone, at)
  return unbroken(
    translator(locale)('outlets.on_date', {
      date: formatDate(locale, date),
      time: formatMinutes(minutes),
    }),
  )
}

/** The outlet's local day of an instant: `Tue 24 Nov`, `11月24日（周二）`. */
export const dayText = (locale: Locale, zone: string, at: number): string =>
  unbroken(formatDate(locale, wallTimeIn(zone, at).date))

/** The same with its year: `24 November 2026`, `2026年11月24日`. */
export const fullDayText = (locale: Locale, zone: string, at: number): string =>
  unbroken(fullDate(locale, wallTimeIn(zone, at).date))
