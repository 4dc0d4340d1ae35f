import { type Nps, nps } from './nps.ts'
import type { QuestionId } from './questions.ts'
import { sampleNeeded, WANTED_MARGIN } from './sample-size.ts'
import {
  ces,
  csat,
  dsat,
  recommendingOf,
  responseRate,
  SCALES,
  type Share,
  type Tally,
} from './scores.ts'
import { DIMENSIONS, type Dimension } from './servqual.ts'

/** Packed counts of an outlet's day or month, or several added up: `{ 'survey.csat|score=4': 3 }`. */
export type PackedCounts = Readonly<Record<string, number>>
export type SurveyedAs = 'survey' | 'complaint_survey'

export type MeanScore = { readonly n: number; readonly mean: number }

export type SurveyFigures = {
  readonly delivered: number
  readonly answered: number
  readonly response: Share | null
  readonly csat: Share | null
  readonly dsat: Share | null
  readonly ces: Share | null
  readonly nps: Nps | null
  /** Mean perception of each quality dimension, 1-7; null = nobody was asked and answered. */
  readonly dimensions: Readonly<Record<Dimension, MeanScore | null>>
  readonly suspected: number
  readonly confirmed: number
  readonly callbacks: number
  readonly callbacksInTime: number
  /**
   * Answers that satisfaction needs to be known to within ten points.
   */
  readonly needed: number
  readonly isBigEnough: boolean
}

/** How many gave each score of a question. */
export function tallyOf(counts: PackedCounts, as: SurveyedAs, question: QuestionId): Tally {
  const { low, high } =
    SCALES[question === 'csat' || question === 'ces' || question === 'nps' ? question : 'item']
  const scores = Array.from({ length: high - low + 1 }, (_, place) => low + place)
  return Object.fromEntries(
    scores.map((score) => [score, counts[`${as}.${question}|score=${score}`] ?? 0]),
  )
}

function meanOf(tally: Tally): MeanScore | null {
  const entries = Object.entries(tally)
  const n = entries.reduce((sum, [, count]) => sum + count, 0)
  const sum = entries.reduce((all, [score, count]) => all + Number(score) * count, 0)
  return n === 0 ? null : { n, mean: sum / n }
}

/**
 * What surveys say of an outlet or several, from their packed counts. Where nobody answered there is no
 * figure. Whether the sample is big enough is told for satisfaction: within ten points either way.
 * `surveyFigures({ 'survey.delivered': 4, 'survey.answered': 1, 'survey.csat|score=2': 1 })`: response
 * 1 of 4, satisfied 0 of 1, dissatisfied 1 of 1, not big enough.
 */
export function surveyFigures(counts: PackedCounts, as: SurveyedAs = 'survey'): SurveyFigures {
  const count = (measure: string): number => counts[`${as}.${measure}`] ?? 0
  const tally = (question: QuestionId) => tallyOf(counts, as, question)
  const [delivered, answered] = [count('delivered'), count('answered')]
  const satisfaction = csat(tally('csat'))
  const needed = sampleNeeded({ margin: WANTED_MARGIN })
  return {
    ...{ delivered, answered, csat: satisfaction, dsat: dsat(tally('csat')) },
    // An invitation that failed later is taken back; an answer given by then still stands.
    response: responseRate({ answered, delivered: Math.max(delivered, answered) }),
    ces: ces(tally('ces')),
    nps: nps(recommendingOf(tally('nps'))),
    dimensions: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, meanOf(tally(`item.${dimension}`))]),
    ) as SurveyFigures['dimensions'],
    ...{ suspected: count('suspected'), confirmed: count('confirmed') },
    ...{ callbacks: count('callback'), callbacksInTime: count('callback_in_time') },
    needed,
    isBigEnough: (satisfaction?.n ?? 0) >= needed,
  }
}

/** Counts of several outlets or days as one. */
export function addedUp(all: readonly PackedCounts[]): PackedCounts {
  const sums: Record<string, number> = {}
  for (const counts of all) {
    for (const [measure, count] of Object.entries(counts)) {
      sums[measure] = (sums[measure] ?? 0) + count
    }
  }
  return sums
}
