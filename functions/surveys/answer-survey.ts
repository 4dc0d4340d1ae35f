import { suspicionOf } from '#domain/feedback/suspicion.ts'
import { scoresIn } from '#domain/surveys/questions.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actOnSurvey, type StepRefusal, type SurveyAnswer } from './act-on-survey.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'>

export type TypedAnswer = {
  /** By question, as the form brought it. */
  readonly scores: Readonly<Record<string, string>>
  readonly comment: string
  /** Sent off for good; not = kept as far as it goes. */
  readonly isDone: boolean
  readonly key: string | null
}

/** Takes an answer from the customer who holds the survey's link; `bad_value` where a score is on no scale of ours. */
export function answerSurvey(
  asking: Asking,
  id: string,
  { scores: typed, comment, isDone, key }: TypedAnswer,
): Promise<Task<SurveyAnswer, StepRefusal>> {
  const hasComment = comment !== ''
  const isSuspicious = hasComment && suspicionOf(comment) !== null
  return actOnSurvey(asking, {
    ...{ id, expectedVersion: null, key, actor: { id: 'customer', role: 'customer' } },
    asked: { typed, comment, isDone },
    action: ({ questions }) => {
      const scores = scoresIn(questions, typed)
      return scores && { type: 'answer', scores, hasComment, isSuspicious, isDone }
    },
    ...(hasComment && { words: () => ({ comment }) }),
  })
}
