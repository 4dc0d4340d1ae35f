import { evolveRepair } from './evolve-repair.ts'
import { holderOf } from './holder.ts'
import type { Holder, Repair, RepairStatus } from './repair.ts'
import type { RepairEvent } from './repair-event.ts'

/** `[from, to)` in epoch ms, charged to who held the phone or had the next turn, and why: the status. */
export type LedgerInterval = {
  readonly from: number
  readonly to: number
  readonly holder: Holder
  /** Where the phone was or was to be; null while it is nobody's. */
  readonly outlet: string | null
  readonly status: RepairStatus
}

const isSameCharge = (a: LedgerInterval, b: LedgerInterval): boolean =>
  a.holder === b.holder && a.outlet === b.outlet && a.status === b.status

function charge(repair: Repair, from: number, to: number): LedgerInterval {
  const holder = holderOf(repair)
  const outlet = holder === 'nobody' ? null : repair.atOutlet
  return { from, to, holder, outlet, status: repair.status }
}

function append(intervals: LedgerInterval[], next: LedgerInterval): void {
  const last = intervals.at(-1)
  if (next.to <= next.from) return
  if (last && isSameCharge(last, next)) intervals[intervals.length - 1] = { ...last, to: next.to }
  else intervals.push(next)
}

/**
 * Who held a repair when: intervals that tile `[first event, closed)`, or up to `until` (epoch ms)
 * while it is open, without gap or overlap. Moments without length are left out; neighbours charged
 * alike are one. A repair that was closed and came back has that time in it, charged to nobody.
 * Requested 9:00, received 10:00, asked until 11:00: customer 9-10, outlet 10-11.
 */
export function ledgerOf(events: readonly RepairEvent[], until: number): readonly LedgerInterval[] {
  const intervals: LedgerInterval[] = []
  let repair: Repair | null = null
  for (const [i, event] of events.entries()) {
    repair = evolveRepair(repair, event)
    const next = events[i + 1]
    const end: number = next?.happenedAt ?? (repair.status === 'closed' ? event.happenedAt : until)
    append(intervals, charge(repair, event.happenedAt, Math.min(end, until)))
  }
  return intervals
}

/** Milliseconds charged to each holder. */
export function chargedTo(intervals: readonly LedgerInterval[]): Record<Holder, number> {
  const charged = { customer: 0, courier: 0, outlet: 0, supply: 0, nobody: 0 }
  for (const { holder, from, to } of intervals) charged[holder] += to - from
  return charged
}
