import type { FigureId } from '../kpis/kpi-definitions.ts'

/** Changes with anything that changes a score; a frozen scorecard names it. */
export const SCORECARD_METHOD = 2

export const CRITERION_GROUPS = ['quality', 'speed', 'voice', 'conduct', 'supply'] as const
export type CriterionGroup = (typeof CRITERION_GROUPS)[number]

/** Why nothing is there to be measured yet, whatever the outlet does. */
export type Unmeasured = 'no_events'

type Told = {
  readonly group: CriterionGroup
  readonly points: number
  /** From `zero` on, in the figure's unit, points rise in a straight line up to all of them at `full`. */
  readonly scale: { readonly zero: number; readonly full: number }
} & (
  | { readonly figure: FigureId; readonly decidedBy?: DecidedBy }
  | { readonly figure: null; readonly unmeasured: Unmeasured }
)

/** A figure of what people decide case by case: how many of the cases are decided, and how many must be. */
type DecidedBy = { readonly figure: FigureId; readonly least: number }

const measured = (
  group: CriterionGroup,
  points: number,
  figure: FigureId,
  zero: number,
  full: number,
) => ({ group, points, figure, scale: { zero, full } })
/** Of what people decide case by case, four fifths are decided before it says anything of an outlet. */
const decided = (...told: Parameters<typeof measured>): Told => ({
  ...measured(...told),
  decidedBy: { figure: 'repeat_classified', least: 80 },
})
const later = (
  group: CriterionGroup,
  points: number,
  unmeasured: Unmeasured,
  zero: number,
  full: number,
): Told => ({ group, points, figure: null, unmeasured, scale: { zero, full } })

/**
 * What an outlet's month is scored by: group, points, figure, and the figure at which points begin and
 * are all earned. The only place that says so: score, desk, method page and files read it.
 */
export const CRITERIA = {
  attributable_repeat: decided('quality', 15, 'attributable_repeat', 5, 1),
  first_time_fix: measured('quality', 15, 'first_time_fix', 75, 95),
  promise: measured('speed', 10, 'promise_kept', 70, 95),
  one_hour: measured('speed', 10, 'one_hour_rate', 60, 95),
  own_time: measured('speed', 5, 'own_held_p50', 96, 24),
  dissatisfied: measured('voice', 10, 'dsat', 20, 5),
  upheld_complaints: measured('voice', 10, 'upheld_rate', 20, 2),
  satisfied: measured('voice', 5, 'csat', 70, 95),
  reports_in_time: measured('conduct', 5, 'complaint_report_in_time', 70, 95),
  records_complete: measured('conduct', 10, 'records_complete', 80, 100),
  parts_fill: later('supply', 5, 'no_events', 70, 95),
} as const satisfies Record<string, Told>

export type CriterionId = keyof typeof CRITERIA
export const CRITERION_IDS = Object.keys(CRITERIA) as readonly CriterionId[]

/** A criterion's row. `criterionOf('promise').points` is 10. */
export const criterionOf = (id: CriterionId): Told => CRITERIA[id]

/** Below so many a month is too few: three months are taken together. */
export const LEAST_CASES = 30
/** Months that are taken together. */
export const ROLLING_MONTHS = 3
/** Below so many applicable points there is no score. */
export const LEAST_APPLICABLE = 60
export const PASS_MARK = 70
/** Stars from a score on, the most first. */
export const STAR_MARKS = [
  { stars: 5, from: 95 },
  { stars: 4, from: 90 },
  { stars: 3, from: 80 },
] as const
/** Failing months in a row, and breaches within so many months, that a person looks at. */
export const REVIEW_AFTER = { failing: 2, breaches: 2, within: 3, leastCases: 50 } as const
