import { carryOut } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Hold, type HoldWish, holdSlot, readHold } from './hold-slot.ts'

export type HoldOutcome =
  | { readonly kind: 'held'; readonly hold: Hold; readonly zone: string }
  | { readonly kind: 'refused'; readonly refusal: string }

/** Keeps a slot; the same key asked again is answered with the hold that stands. */
export async function carryHold(sources: Sources, wish: HoldWish): Promise<HoldOutcome> {
  const task = await holdSlot(sources, wish)
  const outcome = await carryOut(task)
  const { zone } = task
  if (outcome.kind === 'done') return { kind: 'held', hold: outcome.answer.hold, zone }
  if (outcome.refusal !== 'hold_exists' || task.proposal.kind !== 'change') {
    return { kind: 'refused', refusal: outcome.refusal }
  }
  const hold = await readHold(sources, task.proposal.answer.hold.id)
  return hold ? { kind: 'held', hold, zone } : { kind: 'refused', refusal: 'hold_gone' }
}
