import type { Locale } from './locale.ts'

/** The days of the week, Monday first: `Mon`, `周一`. */
export function weekdayNames(locale: Locale): readonly string[] {
  const language = locale === 'en' ? 'en-GB' : locale
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => weekday.format(Date.UTC(2024, 0, 1 + day)))
}
