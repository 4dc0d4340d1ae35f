import type { Repair } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'
import { DAY_MS } from './spans.ts'

/** Steps that may lead to a status whose next update is counted in working days: they need a calendar. */
export const NEEDS_WORKING_DAYS: ReadonlySet<RepairActionType> = new Set([
  'receive',
  'diagnose',
  // An agreed ceiling accepts it in the same breath.
  'ask',
  'accept',
  'reopen',
  'take_in',
  'report_lost',
  'found',
])

type Moment = {
  readonly at: number
  readonly afterWorkingDays: (at: number, days: number) => number
}

/**
 * By when the customer hears next (epoch ms), after a step at `at`. It changes with the status: a
 * working day in received, diagnosing and lost; the promise in repairing and quality check; three
 * days on the way. A step that stays in its status leaves it; requested, ready and closed have none.
 * Dates of parts and the expiry of an ask are the step's own and override this.
 * Posted back on 1 October, 10:00: 4 October, 10:00.
 */
export function nextUpdateAfter(before: Repair, after: Repair, moment: Moment): number | null {
  if (before.status === after.status) return before.nextUpdateBy
  const { at, afterWorkingDays } = moment
  switch (after.status) {
    case 'received':
    case 'diagnosing':
    case 'lost':
      return afterWorkingDays(at, 1)
    case 'repairing':
    case 'quality_check':
      return after.promise?.currentAt ?? null
    case 'in_transit_in':
    case 'in_transfer':
    case 'in_transit_out':
      return at + 3 * DAY_MS
    default:
      return null
  }
}
