import { countsAsReady } from './from-conditions.ts'
import type { Repair } from './repair.ts'
import type { RepairAction } from './repair-action.ts'

type Clock = Pick<Repair, 'clockStartedAt' | 'clockStoppedAt'>
type Step = { readonly action: RepairAction; readonly at: number }

function startAfter(repair: Repair, { action, at }: Step): number | null {
  if (action.type === 'post') return at
  if (action.type !== 'receive') return repair.clockStartedAt
  return repair.clockStartedAt ?? action.arrivedAt ?? at
}

/** Whether this `ready` is what the customer's clock runs to: by mail it runs on to the door. */
const isClockReady = (repair: Repair): boolean =>
  countsAsReady(repair) &&
  (repair.wayIn === 'walk_in' || repair.wayBack === 'collect' || repair.outcome === 'refunded')

function stopAfter(before: Repair, after: Repair, { action, at }: Step): number | null {
  if (action.type === 'reopen' || action.type === 'report_lost') return null
  if (action.type === 'delivered' && after.wayIn === 'mail_in') return at
  const stopped = action.type === 'bounce' ? null : before.clockStoppedAt
  if (after.status === 'closed' && before.receivedAt !== null) return stopped ?? at
  const isEntering = after.status === 'ready' && before.status !== 'ready'
  return isEntering && action.type !== 'reclaim' && isClockReady(after) ? at : stopped
}

/**
 * The customer's clock after a step. It starts at arrival (walk-in) or at posting (mail-in), else when
 * received. It stops at each `ready` that counts, by mail at the delivery; `reopen`, `bounce` and
 * losing the phone start it again, `reclaim` and corrections leave it, and closing ends what runs.
 */
export const clockAfter = (before: Repair, after: Repair, step: Step): Clock => ({
  clockStartedAt: startAfter(before, step),
  clockStoppedAt: stopAfter(before, after, step),
})

/** Elapsed milliseconds, and whether they still grow. */
export type Elapsed = {
  readonly from: number
  readonly to: number
  readonly elapsedMs: number
  readonly isRunning: boolean
}

const elapsed = (from: number, stoppedAt: number | null, now: number): Elapsed => {
  const to = Math.max(stoppedAt ?? now, from)
  return { from, to, elapsedMs: to - from, isRunning: stoppedAt === null }
}

/**
 * How long the customer has waited (ms), door to door by mail. Nothing pauses it. Null before it
 * started, and for a repair that closed before it was received: no figure counts that one.
 * Arrived 10:00, ready 10:45, asked at 12:00: `elapsedMs` 2,700,000 and not running.
 */
export function customerClock(repair: Repair, now: number): Elapsed | null {
  if (repair.clockStartedAt === null) return null
  if (repair.receivedAt === null && repair.status === 'closed') return null
  return elapsed(repair.clockStartedAt, repair.clockStoppedAt, now)
}

/**
 * How long the phone has been with the workshop (ms): from received to the parcel back, or to `ready`
 * where the customer comes for it. Null before it was received.
 */
export function workshopTime(repair: Repair, now: number): Elapsed | null {
  if (repair.receivedAt === null) return null
  const ready = repair.wayBack === 'post' && repair.outcome !== 'refunded' ? null : repair.readyAt
  return elapsed(repair.receivedAt, repair.sentBackAt ?? ready ?? repair.closedAt, now)
}
