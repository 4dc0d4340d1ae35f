import type {
  Period,
  PublishedDefinition,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import { formatMonth, fullMonth } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { numberRange } from '#i18n/number-range.ts'
import { fixedNumber, formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'

/** `18.2%`, `1.00 ×`, `12.5 h`. */
export const valueText = (locale: Locale, definition: PublishedDefinition, value: number): string =>
  translator(locale)(`performance.unit.${definition.unit}`, {
    value: fixedNumber(value, definition.digits),
  })

/** What a figure tells: its value, where too few stand behind it the count, else that nothing is told. */
export function figureText(
  locale: Locale,
  definition: PublishedDefinition,
  { status, disclosure, value, hits, n }: PublishedFigure,
): string {
  const t = translator(locale)
  if (status === 'not_final') return t('performance.not_final')
  if (disclosure === 'nothing' || n === null) return t(`performance.nothing.${definition.counted}`)
  if (value !== null) return valueText(locale, definition, value)
  return hits === null
    ? t('performance.too_few')
    : t('performance.count', { hits: formatNumber(hits), n: formatNumber(n) })
}

/** `15.4–21.4%`, `−17.9 to −6.5 points`; null = the figure has none. */
export function intervalText(
  locale: Locale,
  definition: PublishedDefinition,
  { low, high }: PublishedFigure,
): string | null {
  if (low === null || high === null) return null
  const [from, to] = [low, high].map((end) => fixedNumber(end, definition.digits)) as [
    string,
    string,
  ]
  const value = numberRange(locale, from, to)
  return translator(locale)(`performance.unit.${definition.unit}`, { value })
}

/** `October 2026`, `Aug 2026 to Oct 2026`. */
export const periodText = (locale: Locale, { kind, from, to }: Period): string =>
  kind === 'month'
    ? fullMonth(locale, to)
    : translator(locale)('performance.period', {
        from: formatMonth(locale, from),
        to: formatMonth(locale, to),
      })
