import type { Feedback, FeedbackActionType, FeedbackRefusal, FeedbackStatus } from './feedback.ts'

/** What somebody is to a piece of feedback. `decider`: of those who handle complaints. */
export const FEEDBACK_PARTIES = ['customer', 'staff', 'decider', 'system'] as const
export type FeedbackParty = (typeof FEEDBACK_PARTIES)[number]

export type FeedbackActor = {
  /** `customer`, `system`, `stf_…`: what the event names. */
  readonly id: string
  readonly parties: readonly FeedbackParty[]
}

type Who = readonly FeedbackParty[]
type Steps = Partial<Record<FeedbackActionType, Who>>

const staff: Who = ['staff']
const customer: Who = ['customer']
const decider: Who = ['decider']
const system: Who = ['system']
const anybody: Who = ['customer', 'staff']

/** Who may tell us something. */
const FIRST_STEPS: Steps = { register: anybody }

/** Themes may be tagged, and a complaint suspected, whatever became of it. */
const always: Steps = { tag: staff, suspect: ['staff', 'system'], miss: system }
const judged: Steps = { confirm: decider, dismiss: decider }

/** What may happen to feedback in each status, and by whom. Nothing is ever deleted or withdrawn. */
export const FEEDBACK_TABLE: Record<FeedbackStatus, Steps> = {
  open: { answer: staff, ...always, ...judged },
  answered: { answer: staff, solve: anybody, reopen: customer, ...always, ...judged },
  solved: { reopen: customer, ...always, ...judged },
  complaint: { tag: staff },
}

/**
 * Why a step may not be taken: it isn't in the table now, or not this actor's; null = it may. Null is
 * feedback that isn't registered yet. An answer may be followed by another until the customer is content.
 */
export function whyNotFeedbackStep(
  feedback: Pick<Feedback, 'status'> | null,
  type: FeedbackActionType,
  { parties }: FeedbackActor,
): FeedbackRefusal | null {
  const who = (feedback ? FEEDBACK_TABLE[feedback.status] : FIRST_STEPS)[type]
  if (!who) return 'not_allowed_now'
  return parties.some((party) => who.includes(party)) ? null : 'not_your_role'
}
