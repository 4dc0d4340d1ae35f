import { type PublicFigure, publicFigure } from './figure-rules.ts'
import type { Improvement, ImprovementWords } from './improvement.ts'

/** An improvement as the public may know it. */
export type PublicImprovement = Pick<
  Improvement,
  'id' | 'status' | 'themes' | 'region' | 'owner' | 'dueDay' | 'firstDueDay' | 'kpi' | 'endedOn'
> &
  ImprovementWords & {
    readonly before: PublicFigure | null
    readonly after: PublicFigure | null
    /** What was measured after it earlier, in turn. */
    readonly earlier: readonly PublicFigure[]
  }

/**
 * What the public reads of an improvement: its words, its days, and its figures as far as they are
 * published; null = it isn't public. One with 9 answers before and 40 after says `too_few`, then the rate.
 */
export function publicImprovement(
  improvement: Improvement,
  words: ImprovementWords,
): PublicImprovement | null {
  const { id, status, themes, region, owner, dueDay, firstDueDay, kpi, endedOn } = improvement
  if (!improvement.isPublic) return null
  const { before, after, earlier = [] } = improvement
  return {
    ...{ id, status, themes, region, owner, dueDay, firstDueDay, kpi, endedOn, ...words },
    before: kpi && before ? publicFigure(kpi, before) : null,
    after: kpi && after ? publicFigure(kpi, after) : null,
    earlier: kpi ? earlier.map((figure) => publicFigure(kpi, figure)) : [],
  }
}
