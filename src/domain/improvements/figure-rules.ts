import { type KpiId, kpiOf } from '../kpis/kpi-registry.ts'
import { type Interval, wilsonInterval } from '../kpis/wilson.ts'
import { disclosureOf } from '../publications/disclosure.ts'
import type { Figure } from './improvement.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text names a day that there is. `isDay('2026-02-30')` is false. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const dayBeside = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The last day of a period that ends before `until`, as people say it. `lastDayOf('2026-10-01')` is `'2026-09-30'`. */
export const lastDayOf = (until: string): string => dayBeside(until, -1)

/**
 * The end of a period whose last day is said; what is no day comes back as it is, for its field to be refused.
 * `untilAfter('2026-09-30')` is `'2026-10-01'`, `untilAfter('soon')` is `'soon'`.
 */
export const untilAfter = (lastDay: string): string =>
  isDay(lastDay) ? dayBeside(lastDay, 1) : lastDay

/** Whether a measure is a count out of `n`: an interval can be told. */
export const isCounted = (kpi: KpiId): boolean =>
  kpiOf(kpi).unit === 'percent' || kpiOf(kpi).unit === 'per_thousand'

/**
 * Why a figure can't be one of a measure; null = it can. Its period is whole days that are over today,
 * a counted one is whole and no more than its `n`, any other lies in the measure's range.
 * 12 of 10 repairs: `bad_value`; a period that ends tomorrow: `bad_dates`.
 */
export function whyNoFigure(
  kpi: KpiId,
  { amount, n, from, until }: Figure,
  today: string,
): 'bad_value' | 'bad_dates' | null {
  if (!isDay(from) || !isDay(until) || until <= from || until > today) return 'bad_dates'
  if (!Number.isInteger(n) || n < 1 || !Number.isFinite(amount)) return 'bad_value'
  if (isCounted(kpi)) {
    return Number.isInteger(amount) && amount >= 0 && amount <= n ? null : 'bad_value'
  }
  const [least, most] = kpiOf(kpi).range
  return amount >= least && amount <= most ? null : 'bad_value'
}

/** A figure as far as the public may know it. Shares and intervals are 0-1. */
export type PublicFigure = Pick<Figure, 'from' | 'until'> &
  (
    | { readonly kind: 'too_few' }
    | {
        readonly kind: 'count'
        readonly hits: number
        readonly n: number
        readonly interval: Interval
      }
    | {
        readonly kind: 'rate'
        readonly share: number
        readonly n: number
        readonly interval: Interval
      }
    | { readonly kind: 'value'; readonly value: number; readonly n: number }
  )

/**
 * What of a figure is published: below 10 nothing, not even how many; from 10 to 29 the count and its
 * 95 % interval; from 30 the rate. What is no count has no interval, and is published from 30 on.
 * 27 of 29: `{ kind: 'count', hits: 27, n: 29, … }`; 27 of 30: `{ kind: 'rate', share: 0.9, … }`.
 */
export function publicFigure(kpi: KpiId, { amount, n, from, until }: Figure): PublicFigure {
  const period = { from, until }
  const disclosure = disclosureOf('people', n)
  if (disclosure === 'nothing' || (!isCounted(kpi) && disclosure !== 'rate')) {
    return { kind: 'too_few', ...period }
  }
  if (!isCounted(kpi)) return { kind: 'value', value: amount, n, ...period }
  const interval = wilsonInterval(amount, n) ?? { low: 0, high: 1 }
  return disclosure === 'count'
    ? { kind: 'count', hits: amount, n, interval, ...period }
    : { kind: 'rate', share: amount / n, n, interval, ...period }
}
