import type { RepairActionType } from './repair-action.ts'

/** `repair.` and the action in the past tense. */
export const REPAIR_EVENT_TYPES = {
  request: 'repair.requested',
  post: 'repair.posted',
  receive: 'repair.received',
  diagnose: 'repair.diagnosis_started',
  ask: 'repair.asked',
  accept: 'repair.accepted',
  decline: 'repair.declined',
  expire: 'repair.ask_expired',
  withdraw: 'repair.withdrawn',
  start: 'repair.started',
  await_parts: 'repair.parts_awaited',
  new_date: 'repair.date_changed',
  part_arrived: 'repair.part_arrived',
  finish: 'repair.finished',
  fail_check: 'repair.check_failed',
  pass_check: 'repair.check_passed',
  give_up: 'repair.given_up',
  exchange: 'repair.exchanged',
  refund: 'repair.refunded',
  certify: 'repair.certified',
  reopen: 'repair.reopened',
  hand_over: 'repair.handed_over',
  settle: 'repair.settled',
  post_back: 'repair.posted_back',
  delivered: 'repair.delivered',
  bounce: 'repair.bounced',
  send_on: 'repair.sent_on',
  take_in: 'repair.taken_in',
  report_lost: 'repair.reported_lost',
  found: 'repair.found',
  inform: 'repair.informed',
  correct: 'repair.corrected',
  cancel: 'repair.cancelled',
  lapse: 'repair.lapsed',
  abandon: 'repair.abandoned',
  reclaim: 'repair.reclaimed',
} as const satisfies Record<RepairActionType, string>
export type RepairEventType = (typeof REPAIR_EVENT_TYPES)[RepairActionType]

/**
 * A fact about a repair, numbered without gaps. `data` holds codes, numbers and ids, and everything that
 * deciding worked out (next update, expiry, outlet-local day), so that folding needs nothing else.
 */
export type RepairEvent = {
  /** `repair/<code>` */
  readonly subject: string
  readonly version: number
  readonly type: RepairEventType
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
}
