import { isAtHome } from './from-conditions.ts'
import type { Holder, Repair, RepairStatus } from './repair.ts'

/** Ready here for whoever collects it; else the outlet pays, posts, or sends it home first. */
const readyHolder = (repair: Repair): Holder =>
  repair.wayBack === 'collect' && repair.outcome !== 'refunded' && isAtHome(repair)
    ? 'customer'
    : 'outlet'

const HOLDER_OF: Record<RepairStatus, Holder | ((repair: Repair) => Holder)> = {
  requested: 'customer',
  in_transit_in: 'courier',
  received: 'outlet',
  diagnosing: 'outlet',
  awaiting_decision: 'customer',
  awaiting_parts: 'supply',
  repairing: 'outlet',
  quality_check: 'outlet',
  in_transfer: 'courier',
  ready: readyHolder,
  in_transit_out: 'courier',
  lost: ({ lostBy }) => lostBy ?? 'outlet',
  closed: ({ ending }) => (ending === 'abandoned' ? 'outlet' : 'nobody'),
}

/**
 * Whose turn it is: who the time that passes now is charged to. While an ask is open it is the
 * customer; while a part is missing, supply; an abandoned phone stays the outlet's.
 */
export function holderOf(repair: Repair): Holder {
  const holder = HOLDER_OF[repair.status]
  return typeof holder === 'function' ? holder(repair) : holder
}
