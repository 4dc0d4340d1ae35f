import type { Locale } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** From here on hours say nothing more. */
const DAYS_ALONE = 10

/** Elapsed time in its two largest units, rounded down: `2 days 4 h`, `35 min`; `2 天 4 小时`. */
export function durationText(locale: Locale, elapsedMs: number): string {
  const t = translator(locale)
  const days = Math.floor(elapsedMs / DAY_MS)
  const hours = Math.floor((elapsedMs % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((elapsedMs % HOUR_MS) / MINUTE_MS)
  const dayPart = days > 0 ? [plural(locale, 'repairs.days', days)] : []
  const hourPart = hours > 0 && days < DAYS_ALONE ? [t('repairs.hours', { count: hours })] : []
  const minutePart = minutes > 0 && days === 0 ? [t('repairs.minutes', { count: minutes })] : []
  const parts = [...dayPart, ...hourPart, ...minutePart]
  return parts.length > 0 ? parts.join(' ') : t('repairs.moments')
}
