import { localDayOf } from '../outlets/kept-wall-time.ts'
import type { Repair } from './repair.ts'
import { DAY_MS } from './spans.ts'

/** A device that is back: which hand-over its return counts for, and how long that is ago. */
export type RepeatVisit = {
  /** Code of the earlier repair. */
  readonly of: string
  /** Home outlet of the earlier repair, and its local day of that hand-over. */
  readonly outlet: string
  readonly day: string
  readonly afterMs: number
  /** What a return within 30 days changes in "fixed the first time" of that day. */
  readonly firstTime: 'no_more' | 'no_fault' | null
}

/** The longest that a return is looked for. */
export const REPEAT_DAYS = 90

function firstTimeOf({ outcome, barrier, figures }: Repair): RepeatVisit['firstTime'] {
  if (outcome === 'repaired') return figures?.isSecondTrip ? null : 'no_more'
  return barrier === 'no_fault_found' ? 'no_fault' : null
}

const wasGivenBack = ({ ending }: Repair): boolean =>
  ending === 'collected' || ending === 'delivered'

/**
 * What a device's return says of its earlier repairs, as it is received (epoch ms): it counts for the
 * last one that was handed over within 90 days, any fault, repaired or not, and once only. Null where
 * there is none, or its return was counted before.
 * Handed over on 1 October, back on the 20th: that repair, its outlet, `2026-10-01`, 19 days.
 */
export function repeatVisit(seen: readonly Repair[], at: number): RepeatVisit | null {
  const [last] = seen
    .filter((repair) => wasGivenBack(repair) && repair.closedAt !== null && repair.closedAt <= at)
    .toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
  if (!last?.figures || last.closedAt === null) return null
  const { code, homeOutlet, figures, closedAt } = last
  const isCounted = seen.some((other) => other.figures?.repeat?.of === code)
  if (isCounted || at - closedAt > REPEAT_DAYS * DAY_MS) return null
  return {
    ...{ of: code, outlet: homeOutlet, day: localDayOf(figures.zone, closedAt) },
    ...{ afterMs: at - closedAt, firstTime: firstTimeOf(last) },
  }
}
