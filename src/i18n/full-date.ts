import type { Locale } from './locale.ts'

/** A local date with its year: `3 October 2026`, `2026年10月3日`. */
export const fullDate = (locale: Locale, date: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00:00Z`))

/** Monday to Sunday in words, Monday first: `Monday`, `周一`. */
export function weekdayNames(locale: Locale): readonly string[] {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    weekday: locale === 'en' ? 'long' : 'short',
    timeZone: 'UTC',
  })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}
