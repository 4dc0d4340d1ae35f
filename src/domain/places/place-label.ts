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

/** Chinese runs on without spaces; only Latin words keep them. */
const runTogether = (parts: readonly string[]): string =>
  parts.filter(Boolean).reduce((text, part) => {
    const latin = /[\w)]$/.test(text) || /^\w/.test(part)
    return text && latin ? `${text} ${part}` : text + part
  }, '')

/** A Chinese reader needs no 中国 before a Chinese province. */
const chineseCountry = (place: Place): string =>
  place.countryCode === 'CN' ? '' : countryName(place.countryCode, 'zh-CN')

/**
 * Where a place lies, in words that tell it from its namesakes: smallest first in English, largest
 * first in Chinese. `placeLabel(shenzhen, 'en')` is `'Guangdong, China'`, in Chinese `'广东省'`.
 */
export function placeLabel(place: Place, locale: Language): string {
  if (locale === 'zh-CN') {
    const label = runTogether([chineseCountry(place), place.area[locale]])
    return label || countryName(place.countryCode, locale)
  }
  return [place.area[locale], countryName(place.countryCode, locale)].filter(Boolean).join(', ')
}

function chineseTitle(place: Place): string {
  const { area, name } = place
  const country = chineseCountry(place)
  // 中国香港 says 香港 already.
  const isCountry = area['zh-CN'] === '' && country.endsWith(name['zh-CN'])
  return runTogether([country, area['zh-CN'], isCountry ? '' : name['zh-CN']])
}

/** A place and where it lies: `Shenzhen, Guangdong, China`, `广东省深圳市`, `美国纽约州纽约`. */
export const placeTitle = (place: Place, locale: Language): string =>
  locale === 'zh-CN' ? chineseTitle(place) : `${place.name[locale]}, ${placeLabel(place, locale)}`
