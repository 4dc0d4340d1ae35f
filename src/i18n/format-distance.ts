import type { Locale } from './locale.ts'
import { formatNumber } from './numbers.ts'

const UNITS = { en: { m: ' m', km: ' km' }, 'zh-CN': { m: '米', km: '公里' } } as const

/** Metres for a person: `850 m`, `1.2 km`, `14.0 km`, `134 km`; `850米`, `1.2公里`. */
export function formatDistance(locale: Locale, metres: number): string {
  const unit = UNITS[locale]
  if (metres < 995) return formatNumber(Math.round(metres / 10) * 10) + unit.m
  const km = metres / 1000
  return formatNumber(km, km < 99.95 ? 1 : 0) + unit.km
}
