import type { ComplaintTally, TalliedClock } from '../complaints/complaint-tally.ts'
import type { CountDelta } from './count-events.ts'
import { NO_OUTLET } from './no-outlet.ts'

type Counts = Map<string, CountDelta>

function add(counts: Counts, delta: CountDelta): void {
  const key = `${delta.outlet} ${delta.day} ${delta.measure}`
  const by = (counts.get(key)?.by ?? 0) + delta.by
  counts.set(key, { ...delta, by })
}

const KEPT: ReadonlySet<TalliedClock['result']> = new Set(['in_time', 'late_entry'])

type Counted = Pick<CountDelta, 'outlet' | 'day' | 'measure'>

function clockCounts(
  name: 'contact' | 'report' | 'answer',
  round: ComplaintTally['round'],
): readonly Counted[] {
  const clock = round[name]
  if (!clock || clock.result === 'released') return []
  const { day, result, outlet = round.outlet } = clock
  const measures = [
    `complaint_${name}_due`,
    ...(KEPT.has(result) ? [`complaint_${name}_in_time`] : []),
    ...(result === 'late_entry' ? [`complaint_${name}_late_entry`] : []),
  ]
  return measures.map((measure) => ({ outlet: outlet ?? NO_OUTLET, day, measure }))
}

function countRound(counts: Counts, round: ComplaintTally['round'], by: number): void {
  const { answered } = round
  const outlet = round.outlet ?? NO_OUTLET
  const measures = answered
    ? ['complaints_answered', `complaints_answered|verdict=${answered.verdict}`]
    : []
  const counted = [
    ...clockCounts('contact', round),
    ...clockCounts('report', round),
    ...clockCounts('answer', round),
    ...measures.map((measure) => ({ outlet, day: answered?.day ?? '', measure })),
  ]
  for (const one of counted) add(counts, { ...one, by })
}

function countRegistered(counts: Counts, told: ComplaintTally['registered'], by: number): void {
  if (!told) return
  const { day, cause, channel } = told
  const outlet = told.outlet ?? NO_OUTLET
  const measures = [
    'complaints_registered',
    `complaints_registered|channel=${channel}`,
    ...(cause ? [`complaints_registered|cause=${cause}`] : []),
  ]
  for (const measure of measures) add(counts, { outlet, day, measure, by })
}

/**
 * What an event of a complaint changes in the figures: what stands after it, less what stood before it.
 * `complaints_registered` on the day it was registered, by channel and cause; `complaint_contact_due`,
 * `complaint_report_due`, `complaint_answer_due` and their `_in_time` on the local day of the deadline;
 * `complaints_answered` on the day of the answer, by verdict. A round that ended keeps its figures.
 * An answer in time answers `complaint_answer_in_time` +1, on the day it was due.
 */
export function countsOfComplaint({
  tally,
  tallyBefore,
}: {
  readonly tally: ComplaintTally
  readonly tallyBefore: ComplaintTally | null
}): readonly CountDelta[] {
  const counts: Counts = new Map()
  countRegistered(counts, tally.registered, 1)
  countRegistered(counts, tallyBefore?.registered ?? null, -1)
  countRound(counts, tally.round, 1)
  if (tallyBefore?.round.number === tally.round.number) countRound(counts, tallyBefore.round, -1)
  return [...counts.values()].filter(({ by }) => by !== 0)
}
