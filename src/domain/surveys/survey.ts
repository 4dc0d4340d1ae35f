import type { Ending, Outcome } from '../repairs/repair.ts'
import type { QuestionId, Scores } from './questions.ts'

/** After a repair's ending; a solved contact; a closed complaint, about how it was handled; the panel. */
export const SURVEY_KINDS = ['repair', 'contact', 'complaint', 'panel'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]

export const SURVEY_STATUSES = [
  'invited',
  'partial',
  'completed',
  'expired',
  'undelivered',
] as const
export type SurveyStatus = (typeof SURVEY_STATUSES)[number]

/** Where the customer was served. */
export const TOUCHPOINTS = ['outlet', 'hotline', 'web'] as const
export type Touchpoint = (typeof TOUCHPOINTS)[number]

/** How a try to call somebody back ended; the last two end the callback. */
export const CALLBACK_OUTCOMES = ['not_reached', 'reached', 'solved', 'complaint'] as const
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number]

export type CallbackTry = {
  readonly at: number
  /** Staff id. */
  readonly by: string
  readonly outcome: CallbackOutcome
}

/** Somebody who gave 1 or 2 is called back within 24 hours. */
export type Callback = {
  readonly openedAt: number
  readonly dueAt: number
  readonly tries: readonly CallbackTry[]
  readonly doneAt: number | null
  /** Reference of the complaint it became. */
  readonly complaint: string | null
}

/** Words of dissatisfaction in a comment: no complaint until a person says so, within 24 hours. */
export type Suspicion = {
  readonly suspectedAt: number
  readonly dueAt: number
  readonly state: 'open' | 'confirmed' | 'dismissed'
  /** Staff id of who decided. */
  readonly by: string | null
  readonly complaint: string | null
}

/** What is asked about, all in codes. */
export type Surveyed = {
  readonly kind: SurveyKind
  readonly touchpoint: Touchpoint
  /** The outlet that answers for it; null = the network. */
  readonly outlet: string | null
  readonly repairCode: string | null
  readonly ending: Ending | null
  readonly outcome: Outcome | null
  /** Outlet-local day of what ended, YYYY-MM-DD: figures are of that day. */
  readonly day: string
  readonly endedAt: number
  /** Id of the panel's wave. */
  readonly wave: string | null
}

/** A survey as its events say, without words. Instants are epoch ms. */
export type Survey = Surveyed & {
  /** `<13 letters of what is asked about>.<number>` */
  readonly id: string
  readonly version: number
  readonly status: SurveyStatus
  readonly questions: readonly QuestionId[]
  readonly scores: Scores
  readonly hasComment: boolean
  readonly invitedAt: number
  readonly remindedAt: number | null
  /** The link takes answers until then: 14 days. */
  readonly expiresAt: number
  readonly firstAnsweredAt: number | null
  readonly completedAt: number | null
  readonly callback: Callback | null
  readonly suspicion: Suspicion | null
}

const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
/** How long after an ending a survey is sent. */
export const ASKED_AFTER_MS = HOUR_MS
export const REMINDED_AFTER_MS = 5 * DAY_MS
export const EXPIRES_AFTER_MS = 14 * DAY_MS
/** In which a low score is called back, and a suspicion decided. */
export const DESK_ANSWERS_IN_MS = DAY_MS

/** When the clock acts next: the reminder of one who hasn't begun, else the expiry; null = never. */
export function surveyDueAt(survey: Survey): number | null {
  if (survey.status === 'invited' && survey.remindedAt === null) {
    return survey.invitedAt + REMINDED_AFTER_MS
  }
  return survey.status === 'invited' || survey.status === 'partial' ? survey.expiresAt : null
}

/** When the desk must have acted: the earlier of an open callback and an open suspicion; null = nothing is open. */
export function deskDueAt({ callback, suspicion }: Survey): number | null {
  const due = [
    ...(callback && callback.doneAt === null ? [callback.dueAt] : []),
    ...(suspicion?.state === 'open' ? [suspicion.dueAt] : []),
  ]
  return due.length > 0 ? Math.min(...due) : null
}

/** Whether a survey takes answers at an instant: `[invited, expires)`, until it is sent off. */
export const isOpen = ({ status, expiresAt }: Survey, now: number): boolean =>
  (status === 'invited' || status === 'partial') && now < expiresAt
