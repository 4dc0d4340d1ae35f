import { countsAsReady } from '../repairs/from-conditions.ts'
import type { Repair } from '../repairs/repair.ts'

/** An open repair with what the desk keeps beside it. */
export type DeskRepair = {
  readonly repair: Repair
  /** IANA zone of the outlet where the phone is. */
  readonly zone: string
  readonly shelf: string | null
  /** Staff id; null = nobody's. */
  readonly assignedTo: string | null
}

/**
 * Whether the promised time still has to be kept: the phone isn't ready where the customer gets it,
 * nor on its way to them, nor handed back.
 */
export const isPromiseOpen = (repair: Repair): boolean =>
  repair.promise !== null &&
  repair.outcome !== 'refunded' &&
  !countsAsReady(repair) &&
  repair.status !== 'in_transit_out' &&
  repair.status !== 'closed'

/**
 * What of a repair is due first (epoch ms): the time told to the customer while it has to be kept, or
 * the next news; null = nothing has a time.
 */
export function dueAt(repair: Repair): number | null {
  const promised = isPromiseOpen(repair) ? (repair.promise?.currentAt ?? null) : null
  const { nextUpdateBy } = repair
  if (promised === null || nextUpdateBy === null) return promised ?? nextUpdateBy
  return Math.min(promised, nextUpdateBy)
}

/** Whether a repair is late: at the due instant itself it isn't yet. */
export const isLate = (repair: Repair, now: number): boolean =>
  (dueAt(repair) ?? Number.POSITIVE_INFINITY) < now

/** What is due first comes first, what has no time last; then whatever came in first. */
export const byDue = ({ repair: a }: DeskRepair, { repair: b }: DeskRepair): number =>
  (dueAt(a) ?? Number.MAX_SAFE_INTEGER) - (dueAt(b) ?? Number.MAX_SAFE_INTEGER) ||
  a.requestedAt - b.requestedAt
