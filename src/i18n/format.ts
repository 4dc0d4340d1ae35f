import type { Locale } from './locale.ts'

/** A local date as an instant whose UTC parts are that date, for formatters set to UTC. */
const asUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** `formatDate('en', '2026-10-03')` is `Sat 3 Oct`; in Chinese `10月3日（周六）`. */
export function formatDate(locale: Locale, date: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      timeZone: 'UTC',
      ...options,
    }).format(asUtc(date))
  return locale === 'en'
    ? format({ weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
    : `${format({ month: 'long', day: 'numeric' })}（${format({ weekday: 'short' })}）`
}

/** Minutes since midnight on a 24 h clock; the end of the day is `24:00`. */
export const formatMinutes = (minutes: number): string => {
  const inDay = minutes > 1440 ? minutes - 1440 : minutes
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

/** Metres for a person: `850 m`, `1.2 km`, `134 km`; `850 米`, `1.2 公里`. */
export function formatDistance(locale: Locale, metres: number): string {
  const inMetres = metres < 995
  const value = inMetres ? Math.round(metres / 10) * 10 : metres / 1000
  const digits = inMetres || value >= 99.5 ? 0 : 1
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
    style: 'unit',
    unit: inMetres ? 'meter' : 'kilometer',
    unitDisplay: locale === 'en' ? 'short' : 'long',
    maximumFractionDigits: digits,
  }).format(value)
}
