import type { QuestionId, Scores } from './questions.ts'
import type { CallbackOutcome, Surveyed, SurveyKind, SurveyStatus } from './survey.ts'

/** What every event of a survey says, so that figures need the event alone. */
export type SurveyStanding = {
  readonly kind: SurveyKind
  readonly outlet: string | null
  /** Of what is asked about, not of the event. */
  readonly day: string
  readonly status: SurveyStatus
  readonly by: string
}

export type SurveyFacts = {
  'survey.invited': Surveyed & {
    readonly questions: readonly QuestionId[]
    readonly expiresAt: number
    readonly isReachable: true
  }
  /** The invitation reached nobody: it counts as never sent. */
  'survey.undelivered': object
  'survey.reminded': { readonly isReachable: true }
  /** Scores as they stand after it, and before it: an answer may be changed until it is sent off. */
  'survey.answered': {
    readonly scores: Scores
    readonly before: Scores
    readonly hasComment: boolean
    readonly isFirst: boolean
  }
  'survey.completed': object
  'survey.expired': object
  'survey.suspected': { readonly dueAt: number }
  'survey.suspicion_decided': { readonly confirmed: boolean; readonly complaint: string | null }
  'survey.callback_opened': { readonly dueAt: number }
  'survey.callback_tried': {
    readonly outcome: CallbackOutcome
    readonly inTime: boolean
    readonly complaint: string | null
  }
}
export type SurveyEventType = keyof SurveyFacts

/** A fact about a survey, numbered without gaps: codes and numbers only, never a word of the customer's. */
export type SurveyEvent = {
  [Type in SurveyEventType]: {
    /** `survey/<id>` */
    readonly subject: string
    readonly version: number
    readonly type: Type
    readonly happenedAt: number
    readonly data: SurveyStanding & SurveyFacts[Type]
  }
}[SurveyEventType]
