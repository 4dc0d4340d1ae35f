import type { AgreedPrice, Ask, Coverage, Holder, Money, OfferedPrice } from './repair.ts'
import type { ActionOf, RepairActionType } from './repair-action.ts'
import { REPAIR_EVENT_TYPES, type RepairEventType } from './repair-event.ts'
import type { Touchpoint } from './repair-figures.ts'

type Said<T extends RepairActionType> = Omit<ActionOf<T>, 'type'>
type Answered = { readonly askVersion: number; readonly evidence: string | null }

/** What the event of each action says of its own, beside the standing all events share and `enteredLate`. */
export type EventFacts = {
  /** Both are left out by events from before figures were kept. */
  request: Said<'request'> & { readonly zone?: string; readonly touchpoint?: Touchpoint }
  post: Said<'post'>
  receive: Said<'receive'> & {
    readonly ceiling: Money | null
    readonly isOneHourListed: boolean
  }
  diagnose: object
  ask: {
    readonly ask: Ask
    readonly faultCode: string | null
    readonly coverage: Coverage | null
    readonly offered: OfferedPrice | null
  }
  /** `part` and `expectedOn` where it goes on to a part. */
  accept: Answered & {
    readonly agreed: AgreedPrice | null
    readonly part?: string
    readonly expectedOn?: string
  }
  decline: Answered & { readonly reason: string }
  expire: { readonly askVersion: number }
  withdraw: Said<'withdraw'>
  start: Said<'start'>
  await_parts: Said<'await_parts'>
  new_date: Said<'new_date'>
  part_arrived: object
  finish: Said<'finish'> & { readonly finishedBy: string }
  fail_check: Said<'fail_check'>
  pass_check: Said<'pass_check'>
  give_up: Said<'give_up'>
  exchange: Said<'exchange'>
  refund: Said<'refund'>
  certify: Said<'certify'>
  reopen: Said<'reopen'> & { readonly offered: OfferedPrice | null }
  hand_over: Said<'hand_over'> & { readonly waivedBy: string | null }
  settle: Said<'settle'>
  post_back: Said<'post_back'>
  delivered: { readonly isAssumed: boolean }
  bounce: Said<'bounce'>
  send_on: { readonly carrier: string; readonly sentFrom: string }
  take_in: Said<'take_in'>
  report_lost: { readonly claim: string; readonly lostBy: Holder }
  found: { readonly where: string }
  inform: { readonly promisedAt: number | null; readonly reason: string | null }
  correct: Said<'correct'>
  cancel: Said<'cancel'>
  lapse: object
  abandon: object
  reclaim: object
}

const ACTION_OF = new Map(
  (Object.keys(REPAIR_EVENT_TYPES) as RepairActionType[]).map((action) => [
    REPAIR_EVENT_TYPES[action],
    action,
  ]),
)

/**
 * The action that an event records: `actionOfEvent('repair.received')` is `receive`.
 * Throws for a type that no action has: such an event isn't this version's.
 */
export function actionOfEvent(type: RepairEventType): RepairActionType {
  const action = ACTION_OF.get(type)
  if (!action) throw new Error(`unknown repair event ${type}`)
  return action
}
