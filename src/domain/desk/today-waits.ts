import { holderOf } from '../repairs/holder.ts'
import { byDue, type DeskRepair } from './today-due.ts'

/** Whom a repair can wait for. */
export const WAITS_FOR = ['customer', 'outlet', 'supply', 'courier'] as const
export type WaitsFor = (typeof WAITS_FOR)[number]

export type Waits = Readonly<Record<WaitsFor, readonly DeskRepair[]>>

/**
 * Open repairs by whom the time that passes now is charged to, as in the ledger; what is due first
 * first. A closed one waits for nobody and is left out.
 */
export function waitsOf(repairs: readonly DeskRepair[]): Waits {
  const held = repairs.toSorted(byDue).map((one) => ({ one, holder: holderOf(one.repair) }))
  const waitingFor = (who: WaitsFor): readonly DeskRepair[] =>
    held.filter(({ holder }) => holder === who).map(({ one }) => one)
  return {
    customer: waitingFor('customer'),
    outlet: waitingFor('outlet'),
    supply: waitingFor('supply'),
    courier: waitingFor('courier'),
  }
}
