import { type Figure, figureOf, type PackedCounts } from '../kpis/figure-of.ts'
import type { FigureId } from '../kpis/kpi-definitions.ts'
import { monthsUpTo } from '../kpis/months-up-to.ts'
import { newestFinal } from '../publications/months-of-places.ts'
import { addedUp } from '../surveys/figures.ts'
import {
  CRITERION_IDS,
  type CriterionId,
  criterionOf,
  LEAST_APPLICABLE,
  LEAST_CASES,
  PASS_MARK,
  ROLLING_MONTHS,
  SCORECARD_METHOD,
  STAR_MARKS,
  type Unmeasured,
} from './criteria.ts'

/**
 * Why a criterion doesn't count: too few cases in three months, none at all, too many of them still to be
 * decided, or nothing measures it yet. Closed scorecards of method 1 say of returns that nobody classified any.
 */
export type NotApplicable = Unmeasured | 'too_few' | 'no_data' | 'undecided' | 'nobody_classifies'

/** Cases that a person decides: how many there are, and of how many nobody has or a contest is open. */
export type CasesToDecide = { readonly of: number; readonly open: number }

export type CriterionScore = Figure & {
  readonly id: CriterionId
  /** The months that the figure is of, oldest first: one, or three taken together. */
  readonly months: readonly string[]
  /** Cut to hundredths; null = not applicable. */
  readonly points: number | null
  readonly why: NotApplicable | null
  /** None where nobody decides cases. */
  readonly cases?: CasesToDecide
}

export type Scorecard = {
  /** `2026-10` */
  readonly month: string
  readonly method: number
  readonly criteria: readonly CriterionScore[]
  /** Points earned, hundredths. */
  readonly earned: number
  /** Points that could be earned. */
  readonly applicable: number
  /** 0-100, cut to tenths; null = too little is applicable. */
  readonly score: number | null
  readonly passes: boolean | null
  readonly stars: 0 | 3 | 4 | 5
}

const HUNDREDTHS = 100
/** What floats lose in the last place isn't a hundredth of a point. */
const SLACK = 1e-9

/**
 * Hundredths of a point that a value earns: none at `zero` or worse, all at `full` or better, in a straight
 * line between, cut. Promise kept 87.5, 10 points from 70 to 95: 700.
 */
export function earnedBy(id: CriterionId, value: number): number {
  const { points, scale } = criterionOf(id)
  const part = (value - scale.zero) / (scale.full - scale.zero)
  return Math.floor(points * HUNDREDTHS * Math.min(1, Math.max(0, part)) + SLACK)
}

export type Scoring = {
  readonly month: string
  /** The network's local day on which the month is scored: only figures that are final by then count. */
  readonly closedOn: string
  /** Packed counts of the outlet by month. */
  readonly counts: ReadonlyMap<string, PackedCounts>
}

type Read = {
  readonly figure: Figure
  readonly months: readonly string[]
  /** Of those months together. */
  readonly counts: PackedCounts
}

/** A month of 30 cases or more stands for itself, else three do together. */
function readFigure(figure: FigureId, { month, closedOn, counts }: Scoring): Read {
  const newest = newestFinal(figure, month, closedOn)
  const of = (months: readonly string[]): Read => {
    const added = addedUp(months.map((one) => counts.get(one) ?? {}))
    return { months, counts: added, figure: figureOf(figure, added) }
  }
  const own = of([newest])
  return own.figure.n >= LEAST_CASES ? own : of(monthsUpTo(newest, ROLLING_MONTHS))
}

const NO_FIGURE: Figure = { value: null, n: 0, hits: null, interval: null }

/** How far cases are decided, where people decide them; `isTooFew` = not enough for the figure to say anything. */
function decidedOf(id: CriterionId, counts: PackedCounts) {
  const criterion = criterionOf(id)
  if (criterion.figure === null || !criterion.decidedBy) return null
  const { figure, least } = criterion.decidedBy
  const { n, hits, value } = figureOf(figure, counts)
  const cases: CasesToDecide = { of: n, open: n - (hits ?? 0) }
  return { cases, isTooFew: value !== null && value < least }
}

function scoreCriterion(id: CriterionId, scoring: Scoring): CriterionScore {
  const criterion = criterionOf(id)
  if (criterion.figure === null) {
    return { ...NO_FIGURE, id, months: [], points: null, why: criterion.unmeasured }
  }
  const { figure, months, counts } = readFigure(criterion.figure, scoring)
  const { value, n } = figure
  const decided = decidedOf(id, counts)
  const read = { ...figure, id, months, ...(decided && { cases: decided.cases }) }
  if (value === null || n < LEAST_CASES) {
    return { ...read, points: null, why: n === 0 ? 'no_data' : 'too_few' }
  }
  if (decided?.isTooFew) return { ...read, points: null, why: 'undecided' }
  return { ...read, points: earnedBy(id, value) / HUNDREDTHS, why: null }
}

const TENTHS = 10

/**
 * Stars of a score: 80, 90 and 95 are three, four and five; below there are none.
 * `starsOf(89.9)` is 3.
 */
export const starsOf = (score: number): Scorecard['stars'] =>
  STAR_MARKS.find(({ from }) => score >= from)?.stars ?? 0

/**
 * An outlet's month, scored by the published method: each criterion by its one figure, of the newest month
 * that is final on the day of closing, or of three months where one has fewer than 30 cases, else not
 * applicable by name. What people decide case by case applies once four fifths of the cases are decided. The score is earned of applicable points in percent, and there is none below 60
 * applicable points. Everything is cut, never rounded up: 69.96 fails and reads 69.9.
 * Of 40 promises due and 36 kept, `promise` earns 8 of 10.
 */
export function scoreOfOutlet(scoring: Scoring): Scorecard {
  const criteria = CRITERION_IDS.map((id) => scoreCriterion(id, scoring))
  const scored = criteria.filter(({ points }) => points !== null)
  const applicable = scored.reduce((sum, { id }) => sum + criterionOf(id).points, 0)
  const hundredths = scored.reduce(
    (sum, one) => sum + Math.round((one.points ?? 0) * HUNDREDTHS),
    0,
  )
  const earned = hundredths / HUNDREDTHS
  const head = { month: scoring.month, method: SCORECARD_METHOD, criteria, earned, applicable }
  if (applicable < LEAST_APPLICABLE) return { ...head, score: null, passes: null, stars: 0 }
  const score = Math.floor((hundredths * TENTHS) / applicable + SLACK) / TENTHS
  return { ...head, score, passes: score >= PASS_MARK, stars: starsOf(score) }
}
