import { LOCALES, type Locale } from './locale.ts'

/** Formatters cost more than formatting: one per language and use. */
const perLocale = <Formatter>(make: (tag: string) => Formatter): Record<Locale, Formatter> =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, make(locale === 'en' ? 'en-GB' : locale)]),
  ) as Record<Locale, Formatter>

const dates = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
)

const weekdays = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      weekday: 'short',
      timeZone: 'UTC',
    }),
)

/** A local date with its year: `3 October 2026`, `2026年10月3日`. */
export const fullDate = (locale: Locale, date: string): string =>
  dates[locale].format(Date.parse(`${date}T00:00:00Z`))

/** The days of the week, Monday first: `Mon`, `周一`. */
export const weekdayNames = (locale: Locale): readonly string[] =>
  Array.from({ length: 7 }, (_, day) => weekdays[locale].format(Date.UTC(2024, 0, 1 + day)))
