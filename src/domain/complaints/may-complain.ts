import type { Complaint } from './complaint.ts'
import type { ComplaintActionType } from './complaint-action.ts'
import { type ComplaintActor, complaintRoles } from './complaint-actor.ts'
import type { ComplaintRefusal } from './complaint-decision.ts'
import { COMPLAINT_TABLE, WHO_MAY_REGISTER } from './complaint-table.ts'
import { COMPLAINT_CONDITIONS } from './conditions.ts'

/** Who may take a step now; null = the table has no such step from here. */
function whoMay(complaint: Complaint | null, type: ComplaintActionType) {
  if (!complaint) return type === 'register' ? WHO_MAY_REGISTER : null
  const who = COMPLAINT_TABLE[complaint.status][type]
  if (!who) return null
  const holds = COMPLAINT_CONDITIONS[type]
  return !holds || holds(complaint) ? who : null
}

/**
 * Why a step may not be taken: it isn't in the table now, or not this actor's; null = it may. What the
 * step needs, its deadlines and second persons are its own rule's. Null as complaint is none yet.
 * `whyNotComplaintStep(answered, 'agree', agent)` answers `not_your_role`.
 */
export function whyNotComplaintStep(
  complaint: Complaint | null,
  type: ComplaintActionType,
  actor: ComplaintActor,
): ComplaintRefusal | null {
  const who = whoMay(complaint, type)
  if (!who) return 'not_allowed_now'
  const roles = complaint ? complaintRoles(complaint, actor) : actor.roles
  return who.some((role) => roles.includes(role)) ? null : 'not_your_role'
}
