import { kpiOf, type LimitUnit } from '#domain/kpis/kpi-registry.ts'
import type { Measure } from '#domain/standards/standard.ts'
import type { MeasurePart } from '#domain/standards/strictness.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

const UNITS = { minutes: 'minute', hours: 'hour', days: 'day', km: 'kilometer' } as const

const spelled = (locale: Locale, value: number, unit: LimitUnit): string =>
  new Intl.NumberFormat(locale, {
    ...({ style: 'unit', unit: UNITS[unit], maximumFractionDigits: 2 } as const),
    unitDisplay: unit === 'km' && locale === 'en' ? 'short' : 'long',
  }).format(value)

const HOURS_OF_DAY = 24

/** `60 minutes`, `24 hours`, `5 days` of 120 hours. */
function limitText(locale: Locale, value: number, unit: LimitUnit): string {
  const isDays = unit === 'hours' && value > 2 * HOURS_OF_DAY && value % HOURS_OF_DAY === 0
  return isDays ? spelled(locale, value / HOURS_OF_DAY, 'days') : spelled(locale, value, unit)
}

function targetText(locale: Locale, { kpi, target }: Measure): string {
  const { unit } = kpiOf(kpi)
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(target)
  if (unit === 'percent') return `${plain}%`
  if (unit === 'minutes' || unit === 'hours' || unit === 'days') {
    return limitText(locale, target, unit)
  }
  return unit === 'points' ? plain : translator(locale)(`standards.unit.${unit}`, { value: plain })
}

/** One part of a measure in words: `60 minutes`, `90%`. */
export function partText(locale: Locale, measure: Measure, part: MeasurePart): string {
  const { limit } = kpiOf(measure.kpi)
  if (part === 'target') return targetText(locale, measure)
  return limit && measure.threshold !== null ? limitText(locale, measure.threshold, limit) : ''
}

/** What is never to happen, never to fail, or never to cost more is said so: nobody reads `at most 0%`. */
function extremeOf({ kpi, target }: Measure): 'none' | 'all' | 'as_told' | null {
  const { unit, betterIs } = kpiOf(kpi)
  if (betterIs === 'higher') return unit === 'percent' && target === 100 ? 'all' : null
  if (unit === 'ratio') return target === 1 ? 'as_told' : null
  return target === 0 && (unit === 'percent' || unit === 'per_thousand') ? 'none' : null
}

/** A measure as a sentence's end: `at least 90% in 60 minutes`, `30天内不高于3%`, `no case`. */
export function measureText(locale: Locale, measure: Measure): string {
  const t = translator(locale)
  const base = kpiOf(measure.kpi).betterIs === 'higher' ? 'at_least' : 'at_most'
  const [target, limit] = [targetText(locale, measure), partText(locale, measure, 'threshold')]
  const extreme = extremeOf(measure)
  if (extreme === 'as_told') return t('standards.measure.as_told')
  if (extreme) {
    return limit
      ? t(`standards.measure.${extreme}_in`, { limit })
      : t(`standards.measure.${extreme}`)
  }
  return limit ? t(`standards.${base}_in`, { target, limit }) : t(`standards.${base}`, { target })
}

/** A standard's field as the catalogue names it: `fiveS` is `five_s`. */
export const fieldName = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
