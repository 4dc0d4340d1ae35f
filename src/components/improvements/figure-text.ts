import type { PublicFigure } from '#domain/improvements/figure-rules.ts'
import { type KpiId, kpiOf } from '#domain/kpis/kpi-registry.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'

const UNITS = { minutes: 'minute', hours: 'hour', days: 'day' } as const

const isSpan = (unit: string): unit is keyof typeof UNITS => Object.hasOwn(UNITS, unit)

/** A share, 0-1, in per cent or per thousand, with one digit. */
const shareText = (kpi: KpiId, share: number): string =>
  kpiOf(kpi).unit === 'per_thousand'
    ? `${formatNumber(share * 1000, 1)}‰`
    : `${formatNumber(share * 100, 1)}%`

function valueText(locale: Locale, kpi: KpiId, value: number): string {
  const { unit } = kpiOf(kpi)
  if (!isSpan(unit)) return String(Math.round(value * 10) / 10)
  const options = { style: 'unit', unit: UNITS[unit], unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 1 }).format(value)
}

type Told = { readonly t: Translate; readonly locale: Locale; readonly kpi: KpiId }

/** A published figure in words, with how many it is of and how sure it is. */
export function figureText({ t, locale, kpi }: Told, figure: PublicFigure): string {
  if (figure.kind === 'too_few') return t('improvements.figure.too_few')
  const n = formatNumber(figure.n)
  if (figure.kind === 'value') {
    return t('improvements.figure.value', { value: valueText(locale, kpi, figure.value), n })
  }
  const { interval } = figure
  const bounds = { low: shareText(kpi, interval.low), high: shareText(kpi, interval.high) }
  return figure.kind === 'count'
    ? t('improvements.figure.count', { hits: figure.hits, n, ...bounds })
    : t('improvements.figure.rate', { share: shareText(kpi, figure.share), n, ...bounds })
}
