import type { Repair } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'

/** Whether the phone is at, or on its way to, the outlet where the customer came. */
export const isAtHome = (repair: Pick<Repair, 'atOutlet' | 'homeOutlet'>): boolean =>
  repair.atOutlet === repair.homeOutlet

type Standing = Pick<Repair, 'status' | 'wayBack' | 'outcome' | 'atOutlet' | 'homeOutlet'>

/**
 * Whether a repair is ready in the sense of clocks, promises and messages: not where the phone must
 * first go back home to be collected. A refund comes back by no outlet, so it counts anywhere.
 * Ready at HZ-002 with home HZ-001 and way back `collect`: false; `post`: true.
 */
export const countsAsReady = (repair: Standing): boolean =>
  repair.status === 'ready' &&
  (repair.wayBack === 'post' || repair.outcome === 'refunded' || isAtHome(repair))

/**
 * Whether a phone lies here only because its customer hasn't come, or refused the parcel: what
 * reminders and `abandon` are about. One that was never posted waits for the outlet instead.
 */
export const waitsForCustomer = (repair: Repair): boolean =>
  countsAsReady(repair) &&
  repair.outcome !== 'refunded' &&
  (repair.wayBack === 'collect' || repair.parcelOut !== null)

const isAssumed = (repair: Repair): boolean =>
  repair.status !== 'closed' || (repair.ending === 'delivered' && repair.deliveryAssumed)

const isReturnable = (repair: Repair): boolean => repair.outcome !== 'refunded'

/**
 * What a step needs of the repair beside its status: where one answers false, the step isn't in the
 * table now.
 */
export const FROM_CONDITIONS: Partial<Record<RepairActionType, (repair: Repair) => boolean>> = {
  post: (repair) => repair.wayIn === 'mail_in',
  reopen: isReturnable,
  hand_over: (repair) => isReturnable(repair) && repair.wayBack === 'collect' && isAtHome(repair),
  settle: (repair) => repair.outcome === 'refunded',
  post_back: (repair) => isReturnable(repair) && repair.wayBack === 'post',
  abandon: waitsForCustomer,
  reclaim: (repair) => repair.ending === 'abandoned',
  bounce: isAssumed,
  report_lost: isAssumed,
}
