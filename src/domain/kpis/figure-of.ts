import { nps } from '../surveys/nps.ts'
import { recommendingOf } from '../surveys/scores.ts'
import type { KpiDefinition } from './kpi-definition.ts'
import { definitionOf, type FigureId } from './kpi-definitions.ts'
import { quantileOf, SKETCH_ERROR, sketchOf, sketchSize } from './sketch.ts'
import { type Interval, wilsonInterval } from './wilson.ts'

/** Packed counts of a day or a month, or several added up. */
export type PackedCounts = Readonly<Record<string, number>>

export type Figure = {
  /** In the definition's unit, not rounded; null = no data, which is neither 0 nor 100. */
  readonly value: number | null
  /** How many it stands on: the denominator, or the values of a distribution. */
  readonly n: number
  /** The numerator; null of a distribution and of a net score. */
  readonly hits: number | null
  /** 95 %, in the unit of the value; null where there is none. */
  readonly interval: Interval | null
}

const PERCENT = 100
const PER_THOUSAND = 1000
const SCORES_OF_NPS = 11
const NO_DATA: Figure = { value: null, n: 0, hits: null, interval: null }

const sumOf = (counts: PackedCounts, measures: readonly string[]): number =>
  Math.max(
    0,
    measures.reduce((sum, measure) => sum + (counts[measure] ?? 0), 0),
  )

/** A late entry may correct one side first: a share is never more than all. */
function shareFigure(hits: number, n: number): Figure {
  const kept = Math.min(hits, n)
  const interval = wilsonInterval(kept, n)
  if (interval === null) return { ...NO_DATA, hits: 0 }
  const { low, high } = interval
  return {
    ...{ value: (PERCENT * kept) / n, n, hits: kept },
    interval: { low: PERCENT * low, high: PERCENT * high },
  }
}

const rateFigure = (hits: number, n: number): Figure =>
  n === 0
    ? { ...NO_DATA, hits }
    : { value: (PER_THOUSAND * hits) / n, n, hits, interval: rateInterval(hits, n) }

/** Where hits are no part of n a share's interval has no meaning. */
function rateInterval(hits: number, n: number): Interval | null {
  const interval = hits <= n ? wilsonInterval(hits, n) : null
  return interval && { low: PER_THOUSAND * interval.low, high: PER_THOUSAND * interval.high }
}

function quantileFigure(
  counts: PackedCounts,
  { sketch: name, share, perUnit }: Extract<KpiDefinition['formula'], { kind: 'quantile' }>,
): Figure {
  const sketch = sketchOf(counts, name)
  const value = quantileOf(sketch, share)
  if (value === null) return NO_DATA
  return { value: value / perUnit, n: sketchSize(sketch), hits: null, interval: null }
}

function netFigure(counts: PackedCounts, before: string): Figure {
  const tally = Object.fromEntries(
    Array.from({ length: SCORES_OF_NPS }, (_, score) => [score, counts[before + score] ?? 0]),
  )
  const found = nps(recommendingOf(tally))
  if (found === null) return NO_DATA
  return { value: found.score, n: found.n, hits: null, interval: found.interval }
}

/**
 * A figure out of packed counts, by its one definition: the value with what it stands on and its
 * interval (Wilson's of shares). Without data the value is null.
 * Of 9 kept of 10 due, `figureOf('promise_kept', counts)` is 90 of n 10, from 59.6 to 98.2.
 */
export function figureOf(id: FigureId, counts: PackedCounts): Figure {
  const { formula } = definitionOf(id)
  switch (formula.kind) {
    case 'share':
      return shareFigure(sumOf(counts, formula.hits), sumOf(counts, formula.of))
    case 'rate':
      return rateFigure(sumOf(counts, formula.hits), sumOf(counts, formula.of))
    case 'quantile':
      return quantileFigure(counts, formula)
    case 'net':
      return netFigure(counts, formula.scores)
  }
}

/** What floats lose in the last place isn't a miss. */
const SLACK = 1e-9

/**
 * A value as it is shown: cut to the definition's digits towards the worse side, so that rounding never
 * turns a miss into a target met. 89.96 % of "higher is better" is 89.9, 3.01 % repeats are 3.1. What is
 * read from a sketch goes to the nearest digit, since what would be cut is its own error: 1.002 is 1.
 */
export function roundedFigure(value: number, { digits, betterIs, formula }: KpiDefinition): number {
  const scaled = value * 10 ** digits
  if (formula.kind === 'quantile') return Math.round(scaled) / 10 ** digits
  const whole = betterIs === 'higher' ? Math.floor(scaled + SLACK) : Math.ceil(scaled - SLACK)
  return whole / 10 ** digits
}

/**
 * Whether a figure reaches a target in its unit, ends included; null = no data. Judged before rounding.
 * What is read from a sketch misses only by more than the sketch's own error: what it stands for may
 * have reached it. 1.002 of at most 1 is met, 1.02 isn't.
 */
export function isMet({ value }: Figure, target: number, { betterIs, formula }: KpiDefinition) {
  if (value === null) return null
  const error = formula.kind === 'quantile' ? Math.abs(target) * SKETCH_ERROR : 0
  const most = error + SLACK
  return betterIs === 'higher' ? value >= target - most : value <= target + most
}
