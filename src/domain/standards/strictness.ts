import { kpiOf } from '../kpis/kpi-registry.ts'
import type { Measure } from './standard.ts'

export const MEASURE_PARTS = ['threshold', 'target'] as const
export type MeasurePart = (typeof MEASURE_PARTS)[number]

/** Whether `a` asks for more than `b`; `isMore` tells which of two figures that is. */
const sideOf = (a: number, b: number, isMore: boolean): -1 | 0 | 1 =>
  a === b ? 0 : a > b === isMore ? 1 : -1

/**
 * How much stricter `a` is than `b`, part by part: 1 = stricter, 0 = the same, -1 = laxer; null = they
 * are held to different measures and can't be compared. A target is stricter the way its KPI is
 * better. A limit goes the other way: of a good share (90 % in 60 minutes) a shorter one is stricter,
 * of a bad share (3 % back within 30 days) a longer one, since it counts more.
 * 45 min, 90 % against 60 min, 95 % of `one_hour_rate` answers `{ threshold: 1, target: -1 }`.
 */
export function compareMeasures(
  a: Measure,
  b: Measure,
): Readonly<Record<MeasurePart, -1 | 0 | 1>> | null {
  if (a.kpi !== b.kpi) return null
  const isHigher = kpiOf(a.kpi).betterIs === 'higher'
  const threshold =
    a.threshold === null || b.threshold === null ? 0 : sideOf(a.threshold, b.threshold, !isHigher)
  return { threshold, target: sideOf(a.target, b.target, isHigher) }
}

/** The parts in which `a` asks for less than `b`; none where they can't be compared. */
export function laxerParts(a: Measure, b: Measure): readonly MeasurePart[] {
  const compared = compareMeasures(a, b)
  return compared ? MEASURE_PARTS.filter((part) => compared[part] === -1) : []
}

/** Whether `a` is the same as `b` or stricter, in every part. */
export const isAtLeast = (a: Measure, b: Measure): boolean =>
  a.kpi === b.kpi && laxerParts(a, b).length === 0

/**
 * The stricter of two, part by part; of other measures than its own the first one takes nothing.
 * 45 min, 90 % and 60 min, 95 % answers 45 min, 95 %: whoever keeps it keeps both.
 */
export function stricterOf<Own extends Measure>(a: Own, b: Measure): Own {
  const compared = compareMeasures(a, b)
  if (!compared) return a
  return {
    ...a,
    threshold: compared.threshold === -1 ? b.threshold : a.threshold,
    target: compared.target === -1 ? b.target : a.target,
  }
}

/** Whether a measure says what its KPI can: a limit exactly where it has one, a target in its range. */
export function isMeasure({ kpi, threshold, target }: Measure): boolean {
  const { limit, range } = kpiOf(kpi)
  const [least, most] = range
  const isLimited =
    limit === null ? threshold === null : threshold !== null && threshold > 0 && threshold <= 10_000
  return isLimited && target >= least && target <= most
}
