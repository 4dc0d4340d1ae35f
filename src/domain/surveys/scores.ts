import { type Interval, wilsonInterval } from '../kpis/wilson.ts'

/** How many gave each score: `{ 5: 42, 4: 32 }`. Scores left out were given by nobody. */
export type Tally = Readonly<Record<number, number>>

/** A share of valid answers, 0-1, with what it stands on. */
export type Share = {
  readonly hits: number
  readonly n: number
  readonly share: number
  readonly interval: Interval
}

export const SCALES = {
  csat: { low: 1, high: 5 },
  ces: { low: 1, high: 7 },
  nps: { low: 0, high: 10 },
  /** One perception item per dimension of quality. */
  item: { low: 1, high: 7 },
} as const
export type Scale = keyof typeof SCALES

/** Whether a number is an answer on a scale. `isScore('csat', 0)` is false. */
export const isScore = (scale: Scale, score: number): boolean =>
  Number.isInteger(score) && score >= SCALES[scale].low && score <= SCALES[scale].high

/** How many answered from one score to another, both included. */
const between = (tally: Tally, low: number, high: number): number => {
  let sum = 0
  for (let score = low; score <= high; score++) sum += tally[score] ?? 0
  return sum
}

const total = (tally: Tally, scale: Scale): number =>
  between(tally, SCALES[scale].low, SCALES[scale].high)

/** Hits of n as a share with its Wilson interval; null of n = 0: no data is no figure. */
export function shareOf(hits: number, n: number): Share | null {
  const interval = wilsonInterval(hits, n)
  return interval && { hits, n, share: hits / n, interval }
}

/** Satisfied: 4 and 5 of 1-5. `csat({ 5: 42, 4: 32, 3: 10, 2: 9, 1: 14 })` is 74 of 107. */
export const csat = (tally: Tally): Share | null =>
  shareOf(between(tally, 4, 5), total(tally, 'csat'))

/**
 * Dissatisfied: 1 and 2 of 1-5. Not what CSAT leaves over: those between are neither.
 * `dsat({ 5: 42, 4: 32, 3: 10, 2: 9, 1: 14 })` is 23 of 107.
 */
export const dsat = (tally: Tally): Share | null =>
  shareOf(between(tally, 1, 2), total(tally, 'csat'))

/** Found it easy: 5 to 7 of 1-7, 7 = very easy. `ces({ 7: 2, 4: 2 })` is 2 of 4. */
export const ces = (tally: Tally): Share | null =>
  shareOf(between(tally, 5, 7), total(tally, 'ces'))

/** Valid answers of invitations delivered. `responseRate({ answered: 30, delivered: 120 })` is 0.25. */
export const responseRate = (of: { answered: number; delivered: number }): Share | null =>
  shareOf(of.answered, of.delivered)

/** Promoters 9-10, detractors 0-6, and who is neither. */
export type Recommending = {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

export const recommendingOf = (tally: Tally): Recommending => ({
  promoters: between(tally, 9, 10),
  passives: between(tally, 7, 8),
  detractors: between(tally, 0, 6),
})
