import type { RepairStatus } from './repair.ts'

/** Where a phone is in the hands of the service: on nobody's list yet, on an outlet's, or done with. */
export const REPAIR_STAGES = ['expected', 'in_hand', 'closed'] as const
export type RepairStage = (typeof REPAIR_STAGES)[number]

/**
 * What an outlet's lists are cut by. It changes as a phone comes and as it goes, not with the steps
 * between: a repair that is only asked for is `expected`; a phone on its way, at an outlet or lost is
 * `in_hand`, and so is any status that nobody says otherwise of.
 * `stageOf('diagnosing')` and `stageOf('in_transit_in')` are `'in_hand'`.
 */
export function stageOf(status: RepairStatus): RepairStage {
  if (status === 'requested') return 'expected'
  return status === 'closed' ? 'closed' : 'in_hand'
}
