import type { Place } from './place.ts'

type Language = keyof Place['name']

/** What Chinese readers expect where the common data calls a region by a bare name. */
const CHINESE_REGIONS: Readonly<Record<string, string>> = {
  TW: '中国台湾',
  HK: '中国香港',
  MO: '中国澳门',
}

const regionNames = new Map<Language, Intl.DisplayNames>()

function countryName(code: string, locale: Language): string {
  const own = locale === 'zh-CN' ? CHINESE_REGIONS[code] : undefined
  if (own) return own
  const known = regionNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' })
  regionNames.set(locale, known)
  return known.of(code) ?? code
}

/**
 * Where a place lies, in words that tell it from its namesakes: smallest first in English, largest
 * first in Chinese. `placeLabel(shenzhen, 'en')` is `'Guangdong, China'`, in Chinese `'中国 广东'`.
 */
export function placeLabel(place: Place, locale: Language): string {
  const parts = [place.area[locale], countryName(place.countryCode, locale)].filter(Boolean)
  return locale === 'zh-CN' ? parts.toReversed().join(' ') : parts.join(', ')
}

/** A place and where it lies: `Shenzhen, Guangdong, China`, `深圳（中国 广东）`. */
export const placeTitle = (place: Place, locale: Language): string =>
  locale === 'zh-CN'
    ? `${place.name[locale]}（${placeLabel(place, locale)}）`
    : `${place.name[locale]}, ${placeLabel(place, locale)}`
