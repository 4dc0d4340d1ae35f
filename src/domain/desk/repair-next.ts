import type { Repair, RepairStatus } from '../repairs/repair.ts'
import type { RepairActionType } from '../repairs/repair-action.ts'
import { ACTION_FIELDS } from './action-fields.ts'
import type { StaffStep } from './repair-field.ts'

/** What usually comes next from each status, the likeliest first. */
const USUALLY: Record<RepairStatus, readonly StaffStep[]> = {
  requested: ['receive', 'post'],
  in_transit_in: ['receive'],
  received: ['diagnose'],
  diagnosing: ['start'],
  awaiting_decision: ['accept'],
  awaiting_parts: ['part_arrived'],
  repairing: ['finish'],
  quality_check: ['pass_check'],
  in_transfer: ['take_in'],
  ready: ['settle', 'post_back', 'hand_over', 'send_on'],
  in_transit_out: ['delivered'],
  lost: ['found'],
  closed: ['reclaim'],
}

/** What may be done at nearly every moment and seldom is: it comes last. */
const SELDOM: readonly StaffStep[] = [
  'correct',
  'send_on',
  'withdraw',
  'give_up',
  'cancel',
  'certify',
  'exchange',
  'refund',
  'report_lost',
  'abandon',
]

const isStaffStep = (type: RepairActionType): type is StaffStep => type in ACTION_FIELDS

export type OrderedSteps = {
  /** What is to be done now; null = it isn't this person's turn. */
  readonly next: StaffStep | null
  /** What else may be done, the usual before what is seldom. */
  readonly others: readonly StaffStep[]
}

/**
 * The steps that somebody may take, the next one first. Of a phone ready away from home to be collected
 * it is sending it home. With `['ask', 'start', 'inform']` while diagnosing: `next` is `start`.
 */
export function orderSteps(
  { status }: Pick<Repair, 'status'>,
  allowed: readonly RepairActionType[],
): OrderedSteps {
  const steps = allowed.filter(isStaffStep)
  const next = USUALLY[status].find((step) => steps.includes(step)) ?? null
  const rest = steps.filter((step) => step !== next)
  return {
    next,
    others: [
      ...rest.filter((step) => !SELDOM.includes(step)),
      ...SELDOM.filter((step) => rest.includes(step)),
    ],
  }
}
