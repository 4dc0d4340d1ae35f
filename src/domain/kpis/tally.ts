import type { CountDelta } from './count-events.ts'

/** What an event changes in packed counts, as it stands in the event: by outlet, local day and measure. */
export type Counted = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
>

type Growing = Record<string, Record<string, Record<string, number>>>

function add(counted: Growing, { outlet, day, measure, by }: CountDelta): void {
  counted[outlet] ??= {}
  const days = counted[outlet]
  days[day] ??= {}
  const measures = days[day]
  measures[measure] = (measures[measure] ?? 0) + by
}

const isSame = (a: CountDelta, b: CountDelta | undefined): boolean =>
  a.measure === b?.measure && a.by === b.by && a.day === b.day && a.outlet === b.outlet

/**
 * What a step changed: the tally after it less the tally before it; null where that is nothing.
 * From nothing to one phone received: `{ 'SZ-001': { '2026-10-01': { repairs_received: 1 } } }`.
 */
export function countedBetween(
  before: readonly CountDelta[],
  after: readonly CountDelta[],
): Counted | null {
  // What was told before mostly stands, and is told in the same order: only what lies between is added up.
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && isSame(after[same] as CountDelta, before[same])) same++
  if (same === after.length && same === before.length) return null
  let end = 0
  while (end < shorter - same && isSame(after.at(-1 - end) as CountDelta, before.at(-1 - end)))
    end++
  const sums: Growing = {}
  for (const delta of after.slice(same, after.length - end)) add(sums, delta)
  for (const delta of before.slice(same, before.length - end))
    add(sums, { ...delta, by: -delta.by })
  const all = deltasOf(sums)
  if (all.length > 0 && all.every(({ by }) => by !== 0)) return sums
  const changed: Growing = {}
  for (const delta of all) if (delta.by !== 0) add(changed, delta)
  return Object.keys(changed).length === 0 ? null : changed
}

/** The changes that stand in an event, one by one. */
export function deltasOf(counted: Counted): CountDelta[] {
  const deltas: CountDelta[] = []
  for (const [outlet, days] of Object.entries(counted)) {
    for (const [day, measures] of Object.entries(days)) {
      for (const [measure, by] of Object.entries(measures)) {
        deltas.push({ outlet, day, measure, by })
      }
    }
  }
  return deltas
}
