import type { Improvement, ImprovementWords } from '#domain/improvements/improvement.ts'

/** An improvement with its words and when it was last touched. */
export type StandingImprovement = {
  readonly improvement: Improvement
  readonly words: ImprovementWords
  readonly updatedAt: number
}

type Row = { readonly state: string; readonly words: string; readonly updated_at: number }

export const improvementFromRow = ({ state, words, updated_at }: Row): StandingImprovement => ({
  improvement: JSON.parse(state) as Improvement,
  words: JSON.parse(words) as ImprovementWords,
  updatedAt: updated_at,
})
