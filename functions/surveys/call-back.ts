import type { Staff } from '#domain/staff/staff.ts'
import type { CallbackOutcome } from '#domain/surveys/survey.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actOnSurvey, type StepRefusal, type SurveyAnswer } from './act-on-survey.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'> & { readonly staff: Staff }

export type Seen = {
  readonly id: string
  readonly expectedVersion: number
  readonly key: string | null
}

export type Call = {
  readonly outcome: CallbackOutcome
  /** What was said, as staff wrote it down; '' = nothing. */
  readonly words: string
  /** Reference of the complaint it became. */
  readonly complaint: string | null
}

/** Records how a try to call somebody back ended. */
export const callBack = (
  { staff, ...asking }: Asking,
  seen: Seen,
  { outcome, words, complaint }: Call,
): Promise<Task<SurveyAnswer, StepRefusal>> =>
  actOnSurvey(asking, {
    ...{ ...seen, staff, actor: { id: staff.id, role: 'staff' } },
    action: { type: 'try_callback', outcome, complaint },
    // The complaint is drawn anew each time it is asked for.
    asked: { outcome, words },
    ...(words !== '' && { words: ({ version }) => ({ [`call.${version + 1}`]: words }) }),
  })

/** Decides whether words that sounded dissatisfied are a complaint. */
export const decideSuspicion = (
  { staff, ...asking }: Asking,
  seen: Seen,
  { confirmed, complaint }: { readonly confirmed: boolean; readonly complaint: string | null },
): Promise<Task<SurveyAnswer, StepRefusal>> =>
  actOnSurvey(asking, {
    ...{ ...seen, staff, actor: { id: staff.id, role: 'staff' } },
    action: { type: 'decide_suspicion', confirmed, complaint },
    asked: { confirmed },
  })
