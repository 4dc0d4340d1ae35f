import { type Complaint, currentRound } from './complaint.ts'
import { COMPLAINT_ACTIONS, type ComplaintActionType } from './complaint-action.ts'
import type { ComplaintActor } from './complaint-actor.ts'
import { MOST_ROUNDS, REOPEN_MS, SILENCE_MS } from './complaint-spans.ts'
import { whyNotComplaintStep } from './may-complain.ts'

function isWithheld(
  type: ComplaintActionType,
  { complaint, actor, now }: { complaint: Complaint; actor: ComplaintActor; now: number },
): boolean {
  if (type === 'verify' || type === 'send_back') {
    const own = [complaint.assignedTo, complaint.outlet]
    const { writers } = currentRound(complaint)
    return writers.includes(actor.id) || actor.outlets.some((outlet) => own.includes(outlet))
  }
  if (type === 'disagree') return now >= (complaint.answer?.at ?? 0) + SILENCE_MS
  if (type === 'reopen' && !actor.roles.includes('hq_quality'))
    return (
      now > (complaint.closedAt ?? now) + REOPEN_MS || currentRound(complaint).number >= MOST_ROUNDS
    )
  return false
}

/**
 * The steps that an actor may take now, in the order of the procedure: what buttons are shown. Who wrote
 * a part of the report isn't offered to verify it. A complaint answered yesterday, seen by its customer:
 * `['agree', 'disagree', 'withdraw']`.
 */
export const allowedComplaintActions = (
  complaint: Complaint,
  actor: ComplaintActor,
  now: number,
): readonly ComplaintActionType[] =>
  COMPLAINT_ACTIONS.filter(
    (type) =>
      whyNotComplaintStep(complaint, type, actor) === null &&
      !isWithheld(type, { complaint, actor, now }),
  )
