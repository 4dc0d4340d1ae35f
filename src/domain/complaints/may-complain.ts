import type { Complaint, ComplaintRemedy } from './complaint.ts'
import type { ComplaintActionType } from './complaint-action.ts'
import { type ComplaintActor, type ComplaintRole, complaintRoles } from './complaint-actor.ts'
import type { ComplaintRefusal } from './complaint-decision.ts'
import { COMPLAINT_TABLE, WHO_MAY_REGISTER } from './complaint-table.ts'
import { COMPLAINT_CONDITIONS } from './conditions.ts'

/**
 * The roles that may take a step now; null = the table has no such step from here.
 * `whoMayComplain(answered, 'agree')` answers `['customer']`.
 */
export function whoMayComplain(
  complaint: Complaint | null,
  type: ComplaintActionType,
): readonly ComplaintRole[] | null {
  if (!complaint) return type === 'register' ? WHO_MAY_REGISTER : null
  const who = COMPLAINT_TABLE[complaint.status][type]
  if (!who) return null
  const holds = COMPLAINT_CONDITIONS[type]
  return !holds || holds(complaint) ? who : null
}

const MONEY: ReadonlySet<ComplaintRemedy> = new Set(['refund', 'compensation'])
const REPLIES: ReadonlySet<ComplaintActionType> = new Set(['agree', 'disagree', 'withdraw'])

/**
 * Whether an answer offers money that a step takes or turns down: who only knows code and digits doesn't
 * decide that, as for a repair's price.
 */
const isAboutMoney = ({ status, answer }: Complaint, type: ComplaintActionType): boolean =>
  status === 'answered' && answer !== null && MONEY.has(answer.remedy) && REPLIES.has(type)

/**
 * Why a step may not be taken: it isn't in the table now, or not this actor's; null = it may. What the
 * step needs, its deadlines and second persons are its own rule's; money that was offered needs the link. Null as complaint is none yet.
 * `whyNotComplaintStep(answered, 'agree', agent)` answers `not_your_role`.
 */
export function whyNotComplaintStep(
  complaint: Complaint | null,
  type: ComplaintActionType,
  actor: ComplaintActor,
): ComplaintRefusal | null {
  const who = whoMayComplain(complaint, type)
  if (!who) return 'not_allowed_now'
  const roles = complaint ? complaintRoles(complaint, actor) : actor.roles
  if (!who.some((role) => roles.includes(role))) return 'not_your_role'
  const needsLink = complaint !== null && actor.via === 'lookup' && isAboutMoney(complaint, type)
  return needsLink ? 'link_needed' : null
}
