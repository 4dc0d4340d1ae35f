import { isAtHome } from '../repairs/from-conditions.ts'
import type { Repair } from '../repairs/repair.ts'

/** What is to be done with a phone that is ready. */
export const READY_NEXT = ['collect', 'post', 'send_home', 'refund'] as const
export type ReadyNext = (typeof READY_NEXT)[number]

type Ready = Pick<Repair, 'outcome' | 'wayBack' | 'atOutlet' | 'homeOutlet'>

/**
 * What is to be done next with a ready repair: a refund is paid wherever the phone is; it is posted
 * from here; it is collected here, or must go back to its home outlet first.
 * Ready as repaired at HZ-002 with home HZ-001 and way back `collect`: `send_home`.
 */
export function readyNext(repair: Ready): ReadyNext {
  if (repair.outcome === 'refunded') return 'refund'
  if (repair.wayBack === 'post') return 'post'
  return isAtHome(repair) ? 'collect' : 'send_home'
}
