import type { Locale } from './locale.ts'

const unitFormats = new Map<string, Intl.NumberFormat>()

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
  const format = known ?? new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, style)
  unitFormats.set(key, format)
  return format
}

/** Metres for a person: `850 m`, `1.2 km`, `14.0 km`, `134 km`; `850米`, `1.2公里`. */
export function formatDistance(locale: Locale, metres: number): string {
  const inMetres = metres < 995
  const value = inMetres ? Math.round(metres / 10) * 10 : metres / 1000
  const digits = inMetres || value >= 99.95 ? 0 : 1
  return unitFormat(locale, inMetres ? 'meter' : 'kilometer', digits).format(value)
}
