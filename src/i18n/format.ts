import type { Locale } from './locale.ts'

/** Formatters are dear to make and are asked for by the thousand during a build. */
const formats: Record<string, Intl.DateTimeFormat> = {}

/** A local date as an instant whose UTC parts are that date, written with its year or its weekday. */
function write(locale: Locale, date: string, dateStyle?: 'long'): string {
  const inEnglish = locale === 'en'
  const month = inEnglish ? 'short' : 'long'
  formats[locale + dateStyle] ??= new Intl.DateTimeFormat(inEnglish ? 'en-GB' : locale, {
    timeZone: 'UTC',
    ...(dateStyle ? { dateStyle } : { weekday: 'short', day: 'numeric', month }),
  })
  return formats[locale + dateStyle]?.format(Date.parse(date)) ?? date
}

/** `formatDate('en', '2026-10-03')` is `Sat 3 Oct`; in Chinese `10月3日（周六）`. */
export const formatDate = (locale: Locale, date: string): string =>
  write(locale, date).replace(/,|周./, (part) => (part === ',' ? '' : `（${part}）`))

/** A local date with its year: `3 October 2026`, `2026年10月3日`. */
export const fullDate = (locale: Locale, date: string): string => write(locale, date, 'long')

/** A month of the calendar: `formatMonth('en', '2026-11')` is `Nov 2026`; in Chinese `2026年11月`. */
export const formatMonth = (locale: Locale, month: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...({ timeZone: 'UTC', year: 'numeric', month: locale === 'en' ? 'short' : 'long' } as const),
  }).format(Date.parse(`${month}-01`))

/** A month by its whole name: `October 2026`; in Chinese `2026年10月`. */
export const fullMonth = (locale: Locale, month: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...({ timeZone: 'UTC', year: 'numeric', month: 'long' } as const),
  }).format(Date.parse(`${month}-01`))

/** What the clock of a zone is called: `zoneText('en', 'Asia/Shanghai')` is `China Time`, in Chinese `中国时间`. */
export function zoneText(locale: Locale, zone: string): string {
  const named = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
  return named.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** Minutes since midnight on a 24 h clock; the end of the day is `24:00`. */
export const formatMinutes = (minutes: number): string => {
  const inDay = minutes > 1440 ? minutes - 1440 : minutes
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
