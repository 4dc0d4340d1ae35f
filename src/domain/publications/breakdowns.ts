import { COMPLAINT_CAUSES } from '../complaints/complaint.ts'
import { NETWORK } from '../kpis/close-months.ts'
import type { PackedCounts } from '../kpis/figure-of.ts'
import { bucketValues, quantileOf, sketchOf, sketchSize } from '../kpis/sketch.ts'
import { hideSmallParts } from './disclosure.ts'
import { type FigureReader, periodTo } from './months-of-places.ts'
import type { Breakdown, Distribution, PublicationDocument } from './publication-document.ts'

type Previous = PublicationDocument | null

const hiddenIn = (previous: Previous, id: Breakdown['id']): ReadonlySet<string> =>
  new Set(
    Object.entries(previous?.breakdowns.find((one) => one.id === id)?.parts ?? {}).flatMap(
      ([part, count]) => (count === null ? [part] : []),
    ),
  )

const PAIRS = [
  ['1', '2'],
  ['4', '5'],
] as const
const FEW = 10
const isSmall = (count: number) => count > 0 && count < FEW

/**
 * How satisfied the network's customers were, by score. Satisfied (4, 5) and dissatisfied (1, 2) are
 * figures of their own, so each pair is told whole or not at all, and the middle is what they leave.
 */
export function satisfaction(
  reader: FigureReader,
  { newest, isTold, previous }: { newest: string; isTold: boolean; previous: Previous },
): Breakdown {
  const period = periodTo('rolling_12', newest)
  const counts = reader.countsIn(NETWORK, period)
  const of = (score: string) => Math.max(0, counts[`survey.csat|score=${score}`] ?? 0)
  const before = hiddenIn(previous, 'satisfaction')
  const hidden = new Set(
    PAIRS.filter((pair) => pair.some((score) => isSmall(of(score)) || before.has(score))).flat(),
  )
  const scores = ['1', '2', '3', '4', '5'] as const
  const n = scores.reduce((sum, score) => sum + of(score), 0)
  const isHidden = (score: string) =>
    !isTold || n < FEW || (score === '3' ? before.has(score) : hidden.has(score as '1'))
  return {
    ...{ id: 'satisfaction', period, n: isTold && n >= FEW ? n : null },
    parts: Object.fromEntries(scores.map((one) => [one, isHidden(one) ? null : of(one)])),
  }
}

/** What complaints were about, over twelve months, with small parts hidden; the sum is told by the rate. */
export function complaintCauses(
  reader: FigureReader,
  { newest, previous }: { newest: string; previous: Previous },
): Breakdown {
  const period = periodTo('rolling_12', newest)
  const counts = reader.countsIn(NETWORK, period)
  const of = (measure: string) => Math.max(0, counts[measure] ?? 0)
  const causes = COMPLAINT_CAUSES.map(
    (cause) => [cause, of(`complaints_registered|cause=${cause}`)] as const,
  )
  const n = of('complaints_registered')
  const unsaid = Math.max(0, n - causes.reduce((sum, [, count]) => sum + count, 0))
  const all = Object.fromEntries([...causes, ['unsaid', unsaid] as const])
  const parts = hideSmallParts(all, hiddenIn(previous, 'complaint_causes'))
  return { id: 'complaint_causes', period, n, parts }
}

const HOURS = [1, 4, 8, 24, 48, 72, 120, 240] as const
const MINUTES = [5, 10, 15, 30, 60] as const
const MINUTES_OF_HOUR = 60
const DISTRIBUTIONS = [
  ['turnaround_walk_in', 'turnaround|way_in=walk_in', 'hours', HOURS],
  ['turnaround_mail_in', 'turnaround|way_in=mail_in', 'hours', HOURS],
  ['queue', 'queue_wait', 'minutes', MINUTES],
] as const

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.ceil(value * 10 - 1e-9) / 10

/** Durations of the network over three months, from their sketches: within 1 % of the exact ones. */
export function distributions(counts: PackedCounts, newest: string): readonly Distribution[] {
  return DISTRIBUTIONS.map(([id, name, unit, edges]) => {
    const sketch = sketchOf(counts, name)
    const perUnit = unit === 'hours' ? MINUTES_OF_HOUR : 1
    const at = (share: number) => {
      const value = quantileOf(sketch, share)
      return rounded(value === null ? null : value / perUnit)
    }
    const counted = [...edges, null].map((upTo) => ({ upTo, count: 0 }))
    for (const [value, count] of bucketValues(sketch)) {
      const bucket = counted.find(({ upTo }) => upTo === null || value / perUnit <= upTo)
      if (bucket) bucket.count += count
    }
    const period = periodTo('rolling_3', newest)
    return { id, unit, period, n: sketchSize(sketch), p50: at(0.5), p90: at(0.9), buckets: counted }
  })
}
