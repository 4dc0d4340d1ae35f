import type { PackedCounts } from './figure-of.ts'
import { definitionOf, type FigureId } from './kpi-definitions.ts'
import { quantileOf, sketchOf } from './sketch.ts'

/** A part of a whole: how many, which share, and what it comes to with all before it. */
export type PartOfWhole<Code extends string = string> = {
  readonly code: Code
  readonly count: number
  readonly share: number
  readonly cumulative: number
}

/** A measure that is counted by a code too, `measure|by=code`. */
const COUNTED_BY: Partial<Record<FigureId, readonly [measure: string, by: string]>> = {
  unrepaired_share: ['unrepaired', 'barrier'],
  complaint_rate: ['complaints_registered', 'cause'],
  attributable_repeat: ['repeat_judged', 'reason'],
}

const wholes = <Code extends string>(
  counted: readonly (readonly [Code, number])[],
): readonly PartOfWhole<Code>[] => {
  const all = counted.reduce((sum, [, count]) => sum + count, 0)
  let sum = 0
  return counted.map(([code, count]) => {
    sum += count
    return { code, count, share: count / all, cumulative: sum / all }
  })
}

/**
 * What a figure's numerator is made of, the most frequent first (Pareto): barriers of repairs that went
 * back, causes of complaints, why devices came back; empty of every other figure, and without data.
 * Of 3 by `declined` and 1 by `other`: `declined` 0.75, then `other` 0.25, together 1.
 */
export function paretoOf(id: FigureId, counts: PackedCounts): readonly PartOfWhole[] {
  const counted = COUNTED_BY[id]
  if (!counted) return []
  const before = `${counted[0]}|${counted[1]}=`
  const found = Object.entries(counts).flatMap(([measure, count]) =>
    measure.startsWith(before) && count > 0 ? [[measure.slice(before.length), count] as const] : [],
  )
  return wholes(found.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
}

/** Who may hold a phone while its customer waits. */
export const LEDGER_HOLDERS = ['outlet', 'supply', 'customer', 'courier'] as const
export type LedgerHolder = (typeof LEDGER_HOLDERS)[number]

/** Times that somebody held a phone for, and asks, which hand it to the customer. */
const HELD: ReadonlySet<FigureId> = new Set<FigureId>([
  'own_held_p50',
  'asked_again',
  'turnaround_walk_in_p50',
  'turnaround_walk_in_p90',
  'turnaround_mail_in_p50',
  'turnaround_mail_in_p90',
])

/**
 * Who held the wait of repairs that closed, in minutes, always in the same order; empty without any,
 * and of a figure that is no time.
 * Of 60 minutes with the outlet and 60 with the customer: half each, the others none.
 */
export function ledgerOf(id: FigureId, counts: PackedCounts): readonly PartOfWhole<LedgerHolder>[] {
  if (!HELD.has(id)) return []
  const held = LEDGER_HOLDERS.map(
    (holder) => [holder, Math.max(0, counts[`held_minutes|holder=${holder}`] ?? 0)] as const,
  )
  return held.some(([, minutes]) => minutes > 0) ? wholes(held) : []
}

/** Shares of a distribution that are told. */
export const TOLD_SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const

export type ToldShare = { readonly share: number; readonly value: number }

/** How a duration is spread, in its figure's unit: what a tenth, a half, … don't exceed. Empty of other figures. */
export function spreadOf(id: FigureId, counts: PackedCounts): readonly ToldShare[] {
  const { formula } = definitionOf(id)
  if (formula.kind !== 'quantile') return []
  const sketch = sketchOf(counts, formula.sketch)
  return TOLD_SHARES.flatMap((share) => {
    const value = quantileOf(sketch, share)
    return value === null ? [] : [{ share, value: value / formula.perUnit }]
  })
}
