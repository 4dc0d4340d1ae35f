import type { Locale } from './locale.ts'

/** English pages write dates and units the British way: day before month, metric. */
const LANGUAGE: Record<Locale, string> = { en: 'en-GB', 'zh-CN': 'zh-CN' }

/** Formatters are dear to make and are asked for by the thousand during a build. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const unitFormats = new Map<string, Intl.NumberFormat>()

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join(' ')}`
  const known = dateFormats.get(key)
  const format = known ?? new Intl.DateTimeFormat(LANGUAGE[locale], { timeZone: 'UTC', ...options })
  dateFormats.set(key, format)
  return format
}

function unitFormat(locale: Locale, unit: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${unit} ${digits}`
  const known = unitFormats.get(key)
  const unitDisplay = locale === 'en' ? 'short' : 'long'
  const style = {
    style: 'unit',
    unit,
    unitDisplay,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const
  const format = known ?? new Intl.NumberFormat(LANGUAGE[locale], style)
  unitFormats.set(key, format)
  return format
}

/** `formatDate('en', '2026-10-03')` is `Sat 3 Oct`; in Chinese `10月3日（周六）`. */
export function formatDate(locale: Locale, date: string): string {
  // A local date as an instant whose UTC parts are that date.
  const instant = Date.parse(`${date}T00:00:00Z`)
  const text = (options: Intl.DateTimeFormatOptions) => dateFormat(locale, options).format(instant)
  return locale === 'en'
    ? text({ weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
    : `${text({ month: 'long', day: 'numeric' })}（${text({ weekday: 'short' })}）`
}

/** Minutes since midnight on a 24 h clock; the end of the day is `24:00`. */
export const formatMinutes = (minutes: number): string => {
  const inDay = minutes > 1440 ? minutes - 1440 : minutes
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

/** Metres for a person: `850 m`, `1.2 km`, `14.0 km`, `134 km`; `850米`, `1.2公里`. */
export function formatDistance(locale: Locale, metres: number): string {
  const inMetres = metres < 995
  const value = inMetres ? Math.round(metres / 10) * 10 : metres / 1000
  const digits = inMetres || value >= 99.95 ? 0 : 1
  return unitFormat(locale, inMetres ? 'meter' : 'kilometer', digits).format(value)
}
