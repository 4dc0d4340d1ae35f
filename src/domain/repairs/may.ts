import type { Actor, Role } from './actor.ts'
import type { RepairRefusal } from './decision.ts'
import { FROM_CONDITIONS } from './from-conditions.ts'
import type { Repair } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'
import { REPAIR_TABLE, WHO_MAY_REQUEST } from './repair-table.ts'

/**
 * The roles that may take a step now; null = the table has no such step from here.
 * `whoMayStep(awaitingDecision, 'expire')` answers `['system']`.
 */
export function whoMayStep(repair: Repair | null, type: RepairActionType): readonly Role[] | null {
  if (!repair) return type === 'request' ? WHO_MAY_REQUEST : null
  const who = REPAIR_TABLE[repair.status][type]
  if (!who) return null
  const holds = FROM_CONDITIONS[type]
  return !holds || holds(repair) ? who : null
}

/**
 * Why a step may not be taken: it isn't in the table now, or not this actor's. Null = it may. Null as
 * repair is one not yet requested. What the step needs, and its deadlines, are its own rule's.
 */
export function whyNotStep(
  repair: Repair | null,
  type: RepairActionType,
  actor: Actor,
): RepairRefusal | null {
  const who = whoMayStep(repair, type)
  if (!who) return 'not_allowed_now'
  return who.some((role) => actor.roles.includes(role)) ? null : 'not_your_role'
}
