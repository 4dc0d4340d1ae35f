import type { KpiId, KpiUnit } from './kpi-registry.ts'

/** The outlet-local day that a figure's numerator and denominator are counted on. */
export const KPI_DATES = [
  'arrival',
  'clock_start',
  'clock_stop',
  'first_promise',
  'hand_over',
  'finding',
  'surveyed',
  'deadline',
  'registered',
  'answered',
  'closing',
  'slot_start',
] as const
export type KpiDate = (typeof KPI_DATES)[number]

/** What a figure leaves out, or counts in though one might not think so. */
export const KPI_EXCLUSIONS = [
  'never_received',
  'unrepaired_is_a_miss',
  'nothing_excluded',
  'unrepaired_left_out',
  'without_quote',
  'cancelled_before',
  'withdrawn_counted',
  'gone_to_complaint',
  'not_delivered',
  'not_own_time',
  'unclassified_not_counted',
] as const
export type KpiExclusion = (typeof KPI_EXCLUSIONS)[number]

/**
 * How a figure is reckoned from packed counts: measures are named, nothing is code. A share is hits of
 * those in `of`; a rate the same per thousand, which may be more than all; a quantile is read from a
 * sketch whose values stand in `perUnit`ths of the figure's unit; `net` is promoters less detractors.
 */
export type KpiFormula =
  | { readonly kind: 'share'; readonly hits: readonly string[]; readonly of: readonly string[] }
  | { readonly kind: 'rate'; readonly hits: readonly string[]; readonly of: readonly string[] }
  | {
      readonly kind: 'quantile'
      readonly sketch: string
      readonly share: number
      readonly perUnit: number
    }
  | { readonly kind: 'net'; readonly scores: string }

/** One definition, used by the desk, the public pages, the files and the API. */
export type KpiDefinition = {
  /** The measure of a standard that this figure is, and its limit in that measure's unit; null = without one. */
  readonly measure: KpiId
  readonly limit: number | null
  readonly wayIn: 'walk_in' | 'mail_in' | null
  readonly formula: KpiFormula
  readonly unit: KpiUnit
  readonly betterIs: 'higher' | 'lower'
  /** Digits after the point; what is cut off is always the better side. */
  readonly digits: number
  readonly date: KpiDate
  /** Days after the last day of a month until nothing can change its figure but a late entry. */
  readonly finalAfterDays: number
  readonly exclusions: readonly KpiExclusion[]
  /** Changes with anything that changes the figure; a published figure names it. */
  readonly version: number
}
