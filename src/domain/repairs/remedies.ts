import { isCode, isDate } from './coded-values.ts'
import type { Outcome } from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import { firstBad, goReady, type Ruling, type Situation } from './ruling.ts'

type Remedy = ActionOf<'exchange' | 'refund' | 'certify'>

const OUTCOME_OF = {
  exchange: 'exchanged',
  refund: 'refunded',
  certify: 'certified',
} as const satisfies Record<Remedy['type'], Outcome>

/**
 * Exchanges, refunds or certifies by a named rule, its clause, and the local date it counts from, today
 * at the latest. Nothing is due then.
 */
export function remedy(action: Remedy, { day }: Situation): Ruling {
  const { rule, clause, on } = action
  const bad = firstBad({ rule: isCode(rule), clause: isCode(clause), on: isDate(on) && on <= day })
  return bad ?? goReady(OUTCOME_OF[action.type], { rule, clause, on })
}
