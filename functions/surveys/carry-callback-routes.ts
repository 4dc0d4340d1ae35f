import type { Staff } from '#domain/staff/staff.ts'
import { decideSurvey } from '#domain/surveys/decide-survey.ts'
import type { CallbackOutcome, Survey } from '#domain/surveys/survey.ts'
import { carryOut, type Outcome } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import type { StepRefusal, SurveyAnswer } from './act-on-survey.ts'
import { becomeComplaint } from './become-complaint.ts'
import { callBack, decideSuspicion, type Seen } from './call-back.ts'
import { CODE_LETTERS } from './invite-customer.ts'
import { openCallback } from './list-callbacks.ts'

type Asking = Sources & { readonly staff: Staff }
type Carried = Outcome<SurveyAnswer, StepRefusal>
type Registered = { readonly code: string | null } | { readonly refusal: StepRefusal }

/** What the desk does with an answer that waits: a call, or a verdict on what a comment says. */
export type DeskStep =
  | { readonly kind: 'call'; readonly outcome: CallbackOutcome; readonly words: string }
  | { readonly kind: 'verdict'; readonly confirmed: boolean }

const isComplaint = (step: DeskStep): boolean =>
  step.kind === 'call' ? step.outcome === 'complaint' : step.confirmed

const refused = (refusal: StepRefusal): Carried => ({ kind: 'refused', refusal })

/** Why a step isn't possible now, asked before it makes a complaint; which one it will be changes nothing. */
function whyNotNow({ now, staff }: Asking, survey: Survey, step: DeskStep): StepRefusal | null {
  const complaint = survey.id.slice(0, CODE_LETTERS)
  const action =
    step.kind === 'call'
      ? ({ type: 'try_callback', outcome: step.outcome, complaint } as const)
      : ({ type: 'decide_suspicion', confirmed: step.confirmed, complaint } as const)
  const decision = decideSurvey(survey, action, { now, actor: { id: staff.id, role: 'staff' } })
  return decision.ok ? null : decision.refusal
}

/** The complaint that a step needs, registered first: the same one for a step that is sent again. */
async function complaintFor(
  asking: Asking,
  { id, expectedVersion }: Seen,
  step: DeskStep,
): Promise<Registered> {
  if (!isComplaint(step)) return { code: null }
  const opened = await openCallback(asking, id)
  if ('refusal' in opened) return opened
  const { called } = opened
  if (step.kind === 'call' ? !called.mayAct : !called.mayDecide) return { refusal: 'not_your_role' }
  const { version, callback, suspicion } = called.survey
  const known = callback?.complaint ?? suspicion?.complaint ?? null
  if (known !== null) return { code: known }
  if (version !== expectedVersion) return { refusal: 'stale' }
  const told = step.kind === 'call' ? step.words : ''
  if (called.comment === null && told === '') return { refusal: 'bad_value' }
  const whyNot = whyNotNow(asking, called.survey, step)
  if (whyNot) return { refusal: whyNot }
  const outcome = await carryOut(await becomeComplaint(asking, called, told))
  if (outcome.kind === 'done') return outcome.answer
  const { refusal } = outcome
  return { refusal: refusal === 'not_your_role' ? refusal : 'bad_value' }
}

/** Carries a step of the desk out. Where it becomes a complaint, that one is registered before. */
export async function carryDeskStep(asking: Asking, seen: Seen, step: DeskStep): Promise<Carried> {
  const registered = await complaintFor(asking, seen, step)
  if ('refusal' in registered) return refused(registered.refusal)
  const { code: complaint } = registered
  return await carryStep(() =>
    step.kind === 'call'
      ? callBack(asking, seen, { outcome: step.outcome, words: step.words, complaint })
      : decideSuspicion(asking, seen, { confirmed: step.confirmed, complaint }),
  )
}
