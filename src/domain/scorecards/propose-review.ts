import { funnelOf, standingIn } from '../kpis/funnel.ts'
import { definitionOf } from '../kpis/kpi-definitions.ts'
import { CRITERION_IDS, type CriterionId, criterionOf, REVIEW_AFTER } from './criteria.ts'
import type { CriterionScore, Scorecard } from './score-of-outlet.ts'

type Scored = Pick<Scorecard, 'criteria'>
type Point = { readonly hits: number; readonly n: number }

const pointOf = ({ hits, n }: CriterionScore): Point => ({ hits: Math.min(hits ?? 0, n), n })

const isShare = (id: CriterionId): boolean => {
  const { figure } = criterionOf(id)
  const kind = figure && definitionOf(figure).formula.kind
  return kind === 'share' || kind === 'rate'
}

const criterionIn = ({ criteria }: Scored, id: CriterionId) =>
  criteria.find((one) => one.id === id && one.points !== null)

/**
 * Criteria by which each outlet stands out on the worse side in a month, beyond the funnel's outer limit
 * among all outlets scored: of one month's own 50 cases or more. What is no share knows no funnel.
 * One of 70 of 100 kept among hundreds of 90: `['promise']`.
 */
export function breachesOf<Card extends Scored>(
  cards: readonly Card[],
): ReadonlyMap<Card, readonly CriterionId[]> {
  const breaches = new Map<Card, CriterionId[]>(cards.map((card) => [card, []]))
  for (const id of CRITERION_IDS.filter(isShare)) {
    const { scale } = criterionOf(id)
    const known = cards.flatMap((card) => {
      const one = criterionIn(card, id)
      return one ? [{ card, one, point: pointOf(one) }] : []
    })
    const funnel = funnelOf(known.map(({ point }) => point))
    if (!funnel) continue
    for (const { card, one, point } of known) {
      if (one.months.length > 1 || point.n < REVIEW_AFTER.leastCases) continue
      const isAbove = point.hits / point.n > funnel.centre
      const isWorse = isAbove === scale.full < scale.zero
      if (isWorse && standingIn(funnel, point) === 'act') breaches.get(card)?.push(id)
    }
  }
  return breaches
}

/** A scored month as later ones see it. */
export type PastMonth = Pick<Scorecard, 'month' | 'passes'> & {
  readonly breaches: readonly CriterionId[]
}

export const REVIEW_RULES = ['failing_months', 'funnel', 'conduct'] as const
export type ReviewRule = (typeof REVIEW_RULES)[number]

/** What the figures give a person reason to look at; `months` oldest first. */
export type ProposedReview = {
  readonly rule: Exclude<ReviewRule, 'conduct'>
  readonly criterion: CriterionId | null
  readonly months: readonly string[]
}

/**
 * Whether a person should look at an outlet: two failing months in a row, or beyond the funnel's outer
 * limit by one criterion twice in three months. Months are given newest first; a month without a score
 * breaks the row. It proposes and does nothing. Null = no reason.
 */
export function proposeReview(past: readonly PastMonth[]): ProposedReview | null {
  const row = past.slice(0, REVIEW_AFTER.failing)
  if (row.length === REVIEW_AFTER.failing && row.every(({ passes }) => passes === false)) {
    const months = row.map(({ month }) => month).toReversed()
    return { rule: 'failing_months', criterion: null, months }
  }
  const recent = past.slice(0, REVIEW_AFTER.within)
  for (const criterion of CRITERION_IDS) {
    const hit = recent.filter(({ breaches }) => breaches.includes(criterion))
    if (hit.length < REVIEW_AFTER.breaches) continue
    return { rule: 'funnel', criterion, months: hit.map(({ month }) => month).toReversed() }
  }
  return null
}

/** The applicable criterion that costs most points; null = none is, or all were earned. */
export function worstOf({ criteria }: Scored): CriterionScore | null {
  const lost = (one: CriterionScore) => criterionOf(one.id).points - (one.points ?? 0)
  const [worst] = criteria
    .filter((one) => one.points !== null && lost(one) > 0)
    .toSorted((a, b) => lost(b) - lost(a))
  return worst ?? null
}
