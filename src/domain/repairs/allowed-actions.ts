import type { Actor } from './actor.ts'
import { whyNotStep } from './may.ts'
import type { Repair } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'
import { REPAIR_EVENT_TYPES } from './repair-event.ts'

const TYPES = Object.keys(REPAIR_EVENT_TYPES) as RepairActionType[]

/** What only a message's link lets a customer do, and what the system does by its clocks alone. */
function isWithheld(type: RepairActionType, { repair, actor }: { repair: Repair; actor: Actor }) {
  const { roles, id, via } = actor
  if (type === 'accept' && roles.includes('system')) return true
  if (type === 'accept' || type === 'decline') return roles.includes('customer') && via !== 'link'
  const isOwnRepeat = repair.repeatOf !== null && repair.finishedBy === id
  return type === 'pass_check' && isOwnRepeat && !roles.includes('outlet_manager')
}

/**
 * The steps an actor may take now, in the table's order: what buttons are shown. A step may still be
 * refused for its values, or for a deadline that hasn't come (`abandon`, the system's steps).
 * A received repair seen by its customer: `['withdraw']`.
 */
export const allowedActions = (repair: Repair, actor: Actor): readonly RepairActionType[] =>
  TYPES.filter(
    (type) => whyNotStep(repair, type, actor) === null && !isWithheld(type, { repair, actor }),
  )
