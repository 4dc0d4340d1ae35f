import { type KpiId, kpiOf } from '../kpis/kpi-registry.ts'
import { type Interval, wilsonInterval } from '../kpis/wilson.ts'
import type { Figure } from './improvement.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text names a day that there is. `isDay('2026-02-30')` is false. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

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

export const FEWEST_SHOWN = 10
export const FEWEST_FOR_RATE = 30

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
  if (n < FEWEST_SHOWN || (!isCounted(kpi) && n < FEWEST_FOR_RATE)) {
    return { kind: 'too_few', ...period }
  }
  if (!isCounted(kpi)) return { kind: 'value', value: amount, n, ...period }
  const interval = wilsonInterval(amount, n) ?? { low: 0, high: 1 }
  return n < FEWEST_FOR_RATE
    ? { kind: 'count', hits: amount, n, interval, ...period }
    : { kind: 'rate', share: amount / n, n, interval, ...period }
}
