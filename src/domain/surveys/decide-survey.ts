import { evolveSurvey } from './evolve-survey.ts'
import { questionsOf, type Scores } from './questions.ts'
import {
  type CallbackOutcome,
  DESK_ANSWERS_IN_MS,
  EXPIRES_AFTER_MS,
  type Survey,
  type Surveyed,
  type SurveyStatus,
  surveyDueAt,
} from './survey.ts'
import type { SurveyEvent, SurveyEventType, SurveyFacts } from './survey-event.ts'

export type SurveyAction =
  | { readonly type: 'invite'; readonly id: string; readonly about: Surveyed }
  | { readonly type: 'remind' }
  | { readonly type: 'undeliver' }
  | { readonly type: 'expire' }
  | {
      readonly type: 'answer'
      readonly scores: Scores
      /** Whether a comment was left, and whether its words sound dissatisfied. */
      readonly hasComment: boolean
      readonly isSuspicious: boolean
      /** Sent off for good; not = kept as far as it goes. */
      readonly isDone: boolean
    }
  | {
      readonly type: 'decide_suspicion'
      readonly confirmed: boolean
      readonly complaint: string | null
    }
  | {
      readonly type: 'try_callback'
      readonly outcome: CallbackOutcome
      readonly complaint: string | null
    }
export type SurveyActionType = SurveyAction['type']

/** Who does what: customers answer, clocks invite, remind and end, staff call back and decide. */
export const SURVEY_STEPS: Readonly<
  Record<SurveyActionType, { readonly who: SurveyActor['role']; readonly from: From }>
> = {
  invite: { who: 'system', from: [null] },
  remind: { who: 'system', from: ['invited'] },
  undeliver: { who: 'system', from: ['invited'] },
  expire: { who: 'system', from: ['invited', 'partial'] },
  answer: { who: 'customer', from: ['invited', 'partial'] },
  decide_suspicion: { who: 'staff', from: ['partial', 'completed', 'expired'] },
  try_callback: { who: 'staff', from: ['partial', 'completed', 'expired'] },
}

type From = readonly (SurveyStatus | null)[]
export type SurveyActor = {
  /** `customer`, `system`, `stf_…` */
  readonly id: string
  readonly role: 'customer' | 'staff' | 'system'
}

export type SurveyRefusal = 'not_allowed_now' | 'not_your_role' | 'nothing_answered' | 'survey_over'
export type SurveyDecision =
  | { readonly ok: true; readonly events: readonly SurveyEvent[]; readonly survey: Survey }
  | { readonly ok: false; readonly refusal: SurveyRefusal }

type Deciding = { readonly now: number; readonly actor: SurveyActor }
type Draft = {
  [Type in SurveyEventType]: {
    readonly type: Type
    readonly status: SurveyStatus
    readonly facts: SurveyFacts[Type]
  }
}[SurveyEventType]

const refuse = (refusal: SurveyRefusal): SurveyDecision => ({ ok: false, refusal })

type Answer = Extract<SurveyAction, { type: 'answer' }>

/** A score of satisfaction that somebody is called back for. */
const isLow = ({ csat }: Scores): boolean => csat !== undefined && csat <= 2

function answerDrafts(survey: Survey, answer: Answer, now: number): readonly Draft[] {
  const { scores: before } = survey
  const scores = { ...before, ...answer.scores }
  const hasComment = survey.hasComment || answer.hasComment
  const status = answer.isDone ? 'completed' : 'partial'
  const isFirst = survey.firstAnsweredAt === null
  const dueAt = now + DESK_ANSWERS_IN_MS
  const drafts: Draft[] = [
    { type: 'survey.answered', status, facts: { scores, before, hasComment, isFirst } },
  ]
  if (answer.isSuspicious && survey.suspicion === null) {
    drafts.push({ type: 'survey.suspected', status, facts: { dueAt } })
  }
  if (isLow(scores) && survey.callback === null && survey.kind !== 'panel') {
    drafts.push({ type: 'survey.callback_opened', status, facts: { dueAt } })
  }
  if (answer.isDone) drafts.push({ type: 'survey.completed', status, facts: {} })
  return drafts
}

function tryDrafts(
  { status, callback }: Survey,
  { outcome, complaint }: Extract<SurveyAction, { type: 'try_callback' }>,
  now: number,
): readonly Draft[] | null {
  if (!callback || callback.doneAt !== null) return null
  const inTime = callback.tries.length === 0 && now <= callback.dueAt
  return [{ type: 'survey.callback_tried', status, facts: { outcome, inTime, complaint } }]
}

function isNothing({ scores, hasComment }: Answer): boolean {
  return Object.keys(scores).length === 0 && !hasComment
}

function draftsOn(
  survey: Survey,
  action: Exclude<SurveyAction, { type: 'invite' }>,
  now: number,
): readonly Draft[] | SurveyRefusal {
  const { status, suspicion } = survey
  switch (action.type) {
    case 'remind':
      return survey.remindedAt === null && now >= (surveyDueAt(survey) ?? Number.POSITIVE_INFINITY)
        ? [{ type: 'survey.reminded', status, facts: { isReachable: true } }]
        : 'not_allowed_now'
    case 'undeliver':
      return [{ type: 'survey.undelivered', status: 'undelivered', facts: {} }]
    case 'expire':
      return now >= survey.expiresAt
        ? [{ type: 'survey.expired', status: 'expired', facts: {} }]
        : 'not_allowed_now'
    case 'answer':
      if (now >= survey.expiresAt) return 'survey_over'
      if (isNothing(action) && survey.firstAnsweredAt === null) return 'nothing_answered'
      return answerDrafts(survey, action, now)
    case 'decide_suspicion': {
      if (suspicion?.state !== 'open') return 'not_allowed_now'
      const { confirmed, complaint } = action
      return [{ type: 'survey.suspicion_decided', status, facts: { confirmed, complaint } }]
    }
    case 'try_callback':
      return tryDrafts(survey, action, now) ?? 'not_allowed_now'
  }
}

function inviteDraft({ id, about }: Extract<SurveyAction, { type: 'invite' }>, now: number): Draft {
  const questions = questionsOf(about.kind, id)
  const facts = {
    ...about,
    questions,
    expiresAt: now + EXPIRES_AFTER_MS,
    isReachable: true,
  } as const
  return { type: 'survey.invited', status: 'invited', facts }
}

/**
 * What happens to a survey when somebody acts on it, or why nothing does; null is a survey nobody was
 * asked yet. Once sent off, expired or never delivered it takes no answer: `survey_over`. Anything given
 * counts: a score or a comment alone is an answer, and what was kept before stays. A low satisfaction
 * (1 or 2) opens one callback, dissatisfied words one suspicion, both due in 24 hours; the panel, which
 * asks no satisfaction, never does.
 * `decideSurvey(invited, { type: 'answer', scores: { csat: 2 }, … }, byCustomer)` answers
 * `survey.answered`, `survey.callback_opened`, `survey.completed`.
 */
export function decideSurvey(
  survey: Survey | null,
  action: SurveyAction,
  { now, actor }: Deciding,
): SurveyDecision {
  const step = SURVEY_STEPS[action.type]
  if (actor.role !== step.who) return refuse('not_your_role')
  if (!step.from.includes(survey?.status ?? null)) {
    return refuse(action.type === 'answer' ? 'survey_over' : 'not_allowed_now')
  }
  const drafts =
    action.type === 'invite'
      ? [inviteDraft(action, now)]
      : survey
        ? draftsOn(survey, action, now)
        : 'not_allowed_now'
  if (typeof drafts === 'string') return refuse(drafts)
  return written(survey, action.type === 'invite' ? action : null, { drafts, now, actor })
}

function written(
  survey: Survey | null,
  invite: Extract<SurveyAction, { type: 'invite' }> | null,
  { drafts, now, actor }: Deciding & { readonly drafts: readonly Draft[] },
): SurveyDecision {
  const about = survey ?? invite?.about
  const id = survey?.id ?? invite?.id
  if (!about) throw new Error('a survey about nothing')
  const { kind, outlet, day } = about
  const events: SurveyEvent[] = []
  let current = survey
  for (const { type, status, facts } of drafts) {
    const data = { ...facts, kind, outlet, day, status, by: actor.id }
    const version = (current?.version ?? 0) + 1
    const event = { subject: `survey/${id}`, version, type, happenedAt: now, data } as SurveyEvent
    events.push(event)
    current = evolveSurvey(current, event)
  }
  if (!current) throw new Error('a step without an event')
  return { ok: true, events, survey: current }
}
