import type { CriterionId } from '#domain/scorecards/criteria.ts'
import type { ProposedReview } from '#domain/scorecards/propose-review.ts'

/** What a list shows of a month beside its score. */
export type CardLine = {
  /** The criterion that costs most; null = none does. */
  readonly worst: {
    readonly id: CriterionId
    readonly value: number
    readonly n: number
    readonly points: number
  } | null
  /** Criteria beyond the funnel's outer limit, on the worse side. */
  readonly breaches: readonly CriterionId[]
  readonly proposal: ProposedReview | null
  /** Scores of the two months before, newest first; null = not scored, or not closed. */
  readonly before: readonly (number | null)[]
}
