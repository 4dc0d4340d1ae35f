import { COMPLAINT_CAUSES, type ComplaintCause } from '../complaints/complaint.ts'
import { THEMES, type Theme } from '../feedback/themes.ts'
import { UNREPAIRED } from '../kpis/count-events.ts'
import {
  addedUp,
  type PackedCounts,
  type SurveyFigures,
  surveyFigures,
  tallyOf,
} from '../surveys/figures.ts'
import { type Share, shareOf } from '../surveys/scores.ts'
import { DIMENSIONS, type Dimension } from '../surveys/servqual.ts'
import { medianAgeDays } from './evidence-age.ts'

/** All counts of a month, over every outlet that is looked at. */
export type MonthCounts = { readonly month: string; readonly counts: PackedCounts }

/** How often something was said, month by month in the order of the period. */
export type OverTime<Code extends string> = {
  readonly code: Code
  readonly perMonth: readonly number[]
  readonly total: number
}

/** A bar of a Pareto chart: shares 0-1, `cumulative` with all before it. */
export type ParetoBar<Code extends string> = {
  readonly code: Code
  readonly count: number
  readonly share: number
  readonly cumulative: number
}

export type DimensionFigure = {
  readonly dimension: Dimension
  /** Mean perception, 1-7; null = nobody was asked and answered. */
  readonly mean: number | null
  /** Who chose 5 to 7. */
  readonly favourable: Share | null
}

/** Ways to leave without a word: walked away, never came, cancelled, got the phone back unrepaired. */
export const SILENT_WAYS = ['left', 'no_show', 'cancelled', 'unrepaired'] as const

/** Those who left without a word, each way beside what it is out of. */
export type Silent = Readonly<Record<(typeof SILENT_WAYS)[number], Share | null>>

export type MonthOfSurveys = { readonly csat: Share | null; readonly dsat: Share | null }

export type Analysis = {
  readonly months: readonly string[]
  readonly themes: readonly OverTime<Theme>[]
  readonly causes: readonly OverTime<ComplaintCause>[]
  readonly surveysOverTime: readonly MonthOfSurveys[]
  readonly pareto: readonly ParetoBar<ComplaintCause>[]
  readonly surveys: SurveyFigures
  readonly dimensions: readonly DimensionFigure[]
  /** Voices of each kind: what all of this stands on. */
  readonly evidence: {
    readonly feedback: number
    readonly complaints: number
    readonly answers: number
    readonly medianAgeDays: number | null
  }
  readonly silent: Silent
}

function overTime<Code extends string>(
  codes: readonly Code[],
  months: readonly MonthCounts[],
  measureOf: (code: Code) => string,
): readonly OverTime<Code>[] {
  return codes
    .map((code) => {
      const perMonth = months.map(({ counts }) => counts[measureOf(code)] ?? 0)
      return { code, perMonth, total: perMonth.reduce((sum, count) => sum + count, 0) }
    })
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
}

/**
 * Codes by how often they were said, most often first, each with its share and the share of all up to it;
 * codes that nobody named are left out, and equal ones stay in the order given.
 * `pareto([['price', 1], ['too_slow', 3]])`: too slow 0.75, 0.75; price 0.25, 1.
 */
export function pareto<Code extends string>(
  counted: readonly (readonly [code: Code, count: number])[],
): readonly ParetoBar<Code>[] {
  const bars = counted.filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a)
  const total = bars.reduce((sum, [, count]) => sum + count, 0)
  let running = 0
  return bars.map(([code, count]) => {
    running += count
    return { code, count, share: count / total, cumulative: running / total }
  })
}

function dimensionFigure(counts: PackedCounts, figures: SurveyFigures, dimension: Dimension) {
  const tally = tallyOf(counts, 'survey', `item.${dimension}`)
  const n = Object.values(tally).reduce((sum, count) => sum + count, 0)
  const hits = (tally[5] ?? 0) + (tally[6] ?? 0) + (tally[7] ?? 0)
  const mean = figures.dimensions[dimension]?.mean ?? null
  return { dimension, mean, favourable: shareOf(hits, n) }
}

/** A part of a whole; the whole may lie in another month, so that it is never less than its part. */
const partOf = (part: number, whole: number): Share | null => shareOf(part, Math.max(part, whole))

function silentIn(counts: PackedCounts): Silent {
  const count = (measure: string): number => Math.max(0, counts[measure] ?? 0)
  const given = count('repair.handed_over') + count('repair.delivered')
  const unrepaired =
    count(`repair.handed_over|${UNREPAIRED}`) + count(`repair.delivered|${UNREPAIRED}`)
  return {
    left: partOf(count('booking.left'), count('booking.arrived')),
    no_show: partOf(count('booking.missed'), count('booking.booked')),
    cancelled: partOf(count('booking.cancelled'), count('booking.booked')),
    unrepaired: partOf(unrepaired, given),
  }
}

const voicesIn = (counts: PackedCounts): number =>
  (counts['feedback.received'] ?? 0) +
  (counts['complaints_registered'] ?? 0) +
  (counts['survey.answered'] ?? 0)

/**
 * What customers say and do in a period, from packed counts: staff's tags, causes of complaints and
 * answers to surveys side by side, and those who left without a word. `today` is a local day.
 */
export function analysisOf(months: readonly MonthCounts[], today: string): Analysis {
  const counts = addedUp(months.map((month) => month.counts))
  const surveys = surveyFigures(counts)
  const causes = overTime(
    COMPLAINT_CAUSES,
    months,
    (cause) => `complaints_registered|cause=${cause}`,
  )
  const evidence = months.map((one) => ({ month: one.month, count: voicesIn(one.counts) }))
  return {
    months: months.map(({ month }) => month),
    themes: overTime(THEMES, months, (theme) => `feedback.tagged|theme=${theme}`),
    causes,
    surveysOverTime: months.map((one) => {
      const { csat, dsat } = surveyFigures(one.counts)
      return { csat, dsat }
    }),
    pareto: pareto(causes.map(({ code, total }) => [code, total] as const)),
    surveys,
    dimensions: DIMENSIONS.map((dimension) => dimensionFigure(counts, surveys, dimension)),
    evidence: {
      feedback: counts['feedback.received'] ?? 0,
      complaints: counts['complaints_registered'] ?? 0,
      answers: surveys.answered,
      medianAgeDays: medianAgeDays(evidence, today),
    },
    silent: silentIn(counts),
  }
}
