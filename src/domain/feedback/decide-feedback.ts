import { keptWallTimeIn } from '../outlets/kept-wall-time.ts'
import { isInstant } from '../repairs/coded-values.ts'
import { evolveFeedback } from './evolve-feedback.ts'
import {
  FEEDBACK_EVENT_TYPES,
  type Feedback,
  type FeedbackAction,
  type FeedbackDecision,
  type FeedbackEvent,
  type FeedbackFacts,
  type FeedbackRefusal,
  type FeedbackStanding,
} from './feedback.ts'
import { FEEDBACK_STEPS, type Step, type StepFacts } from './feedback-steps.ts'
import { type FeedbackActor, whyNotFeedbackStep } from './feedback-table.ts'

export type DecidingFeedback = {
  /** When it is recorded, epoch ms. */
  readonly now: number
  /** A late entry: when it happened; null = now. Of a registration, when it reached us. */
  readonly happenedAt: number | null
  readonly actor: FeedbackActor
}

const refuse = (refusal: FeedbackRefusal): FeedbackDecision => ({ ok: false, refusal })

/** Before its first event. */
const notBegun = (action: FeedbackAction): Feedback | null =>
  action.type !== 'register'
    ? null
    : {
        ...action.feedback,
        ...{ version: 0, status: 'open', rounds: [], answerCount: 0, themes: [], suspicion: null },
        solving: { dueAt: null, solvedAt: null, missed: false },
        lastHappenedAt: 0,
      }

/** When it happened: not before the last event, not after it is recorded; null = such a time makes no sense. */
function timeOf(
  before: Feedback,
  action: FeedbackAction,
  { now, happenedAt }: DecidingFeedback,
): number | null {
  const at = action.type === 'register' ? action.feedback.receivedAt : (happenedAt ?? now)
  return isInstant(at) && at <= now && at >= before.lastHappenedAt ? at : null
}

/** Deadlines as the local days that they are counted on. */
function factsOf({ answerDueAt, solveDueAt, ...facts }: StepFacts, zone: string): FeedbackFacts {
  const dayOf = (at: number | null | undefined) =>
    at == null ? null : keptWallTimeIn(zone, at).date
  return {
    ...facts,
    ...(answerDueAt !== undefined && { answerDueDay: dayOf(answerDueAt) }),
    ...(solveDueAt !== undefined && { solveDueDay: dayOf(solveDueAt) }),
  }
}

function eventOf(
  before: Feedback,
  action: FeedbackAction,
  {
    step,
    at,
    actor,
  }: {
    readonly step: Exclude<Step, { refusal: unknown }>
    readonly at: number
    readonly actor: string
  },
): FeedbackEvent {
  const { code, version, lastHappenedAt: _, ...facts } = { ...before, ...step.change }
  const standing: FeedbackStanding = { ...facts, day: keptWallTimeIn(facts.zone, at).date }
  return {
    subject: `feedback/${code}`,
    version: version + 1,
    type: FEEDBACK_EVENT_TYPES[action.type],
    happenedAt: at,
    actor,
    data: { ...factsOf(step.facts, facts.zone), ...standing },
  }
}

/**
 * What happens to feedback when somebody acts on it, or why nothing does. Null is feedback that isn't
 * registered yet. Asked in this order: is the step in the table now, may this actor, is the time right,
 * are the values. One action is one event. Whether the actor serves this outlet is for the caller.
 * `decideFeedback(open, { type: 'answer' }, byStaff)` answers one `feedback.answered`.
 */
export function decideFeedback(
  feedback: Feedback | null,
  action: FeedbackAction,
  deciding: DecidingFeedback,
): FeedbackDecision {
  const refused = whyNotFeedbackStep(feedback, action.type, deciding.actor)
  if (refused) return refuse(refused)
  const before = feedback ?? notBegun(action)
  if (!before) return refuse('not_allowed_now')
  const at = timeOf(before, action, deciding)
  if (at === null) return refuse('bad_time')
  // The table of steps is keyed by the action's own type, which TypeScript can't follow.
  const takeStep = FEEDBACK_STEPS[action.type] as (
    feedback: Feedback,
    action: FeedbackAction,
    at: number,
  ) => Step
  const step = takeStep(before, action, at)
  if ('refusal' in step) return refuse(step.refusal)
  const event = eventOf(before, action, { step, at, actor: deciding.actor.id })
  return { ok: true, events: [event], feedback: evolveFeedback(feedback, event) }
}

/**
 * Several steps as one decision, each by its own actor: all of them happen, or the first refusal and
 * nothing. Throws for an empty list.
 */
export function decideSeveralFeedback(
  feedback: Feedback | null,
  steps: readonly (DecidingFeedback & { readonly action: FeedbackAction })[],
): FeedbackDecision {
  const events: FeedbackEvent[] = []
  let current = feedback
  for (const { action, ...deciding } of steps) {
    const decision = decideFeedback(current, action, deciding)
    if (!decision.ok) return decision
    events.push(...decision.events)
    current = decision.feedback
  }
  if (!current) throw new Error('no action to decide on')
  return { ok: true, events, feedback: current }
}
