import { localDayOf } from '../outlets/kept-wall-time.ts'
import type { Outcome, Repair } from '../repairs/repair.ts'
import type { RepairFigures } from '../repairs/repair-figures.ts'
import { DAY_MS } from '../repairs/spans.ts'
import type { CountDelta } from './count-events.ts'
import { bucketMeasure } from './sketch.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** Within which time a repair may be done, from the start of the customer's clock. */
export const TURNAROUND_LIMITS = {
  '1h': HOUR_MS,
  '1d': DAY_MS,
  '3d': 3 * DAY_MS,
  '10d': 10 * DAY_MS,
} as const

export const REPEAT_WINDOWS = [7, 30, 90] as const
const FIRST_TIME_DAYS = 30
/** Whoever promises later than the longest turnaround that anybody is held to leaves themselves much room. */
const LONG_PROMISE_MS = TURNAROUND_LIMITS['10d']

/** What speed and promises count as success; an unrepaired return is success of nothing. */
const SUCCESS: ReadonlySet<Outcome | null> = new Set([
  'repaired',
  'exchanged',
  'certified',
  'refunded',
])
const ONE_HOUR_SUCCESS: ReadonlySet<Outcome | null> = new Set(['repaired', 'exchanged'])
/** What a customer decides ends a repair without a finding. */
const CUSTOMERS_BARRIERS: ReadonlySet<string | null> = new Set([
  'declined',
  'no_answer',
  'withdrawn',
])

type Counting = { readonly repair: Repair; readonly figures: RepairFigures }
/** Measures of one local day at the home outlet. */
type OfDay = { readonly at: number; readonly measures: readonly string[] }

function received({ repair, figures }: Counting): readonly OfDay[] {
  if (repair.receivedAt === null) return []
  const { family, touchpoint } = figures
  const cuts = [`way_in=${repair.wayIn}`, `touchpoint=${touchpoint}`]
  const all = family === null ? cuts : [...cuts, `family=${family}`]
  const measures = [
    ...['repairs_received', ...all.map((cut) => `repairs_received|${cut}`)],
    ...(figures.isEnteredLate ? ['received_late'] : []),
  ]
  return [{ at: repair.receivedAt, measures }]
}

function promised({ repair, figures }: Counting): readonly OfDay[] {
  const { promise, receivedAt, outcome } = repair
  if (promise === null || receivedAt === null) return []
  const { firstAt } = promise
  const isKept = SUCCESS.has(outcome) && figures.readyAt !== null && figures.readyAt <= firstAt
  const ahead = Math.max(0, firstAt - receivedAt)
  const measures = [
    ...['promise_due', bucketMeasure('promised', ahead / MINUTE_MS)],
    ...(ahead > LONG_PROMISE_MS ? ['promised_over_10d'] : []),
    ...(isKept ? ['promise_kept'] : []),
  ]
  return [{ at: firstAt, measures }]
}

function oneHour({ repair, figures }: Counting): readonly OfDay[] {
  const { clockStartedAt, clockStoppedAt, wayIn, outcome, receivedAt } = repair
  const isDue = figures.isOneHourDue && wayIn === 'walk_in' && receivedAt !== null
  if (!isDue || clockStartedAt === null) return []
  const isKept =
    ONE_HOUR_SUCCESS.has(outcome) &&
    clockStoppedAt !== null &&
    clockStoppedAt - clockStartedAt <= HOUR_MS
  return [{ at: clockStartedAt, measures: ['one_hour_due', ...(isKept ? ['one_hour_kept'] : [])] }]
}

function turnaround({ repair }: Counting): readonly OfDay[] {
  const { clockStartedAt, clockStoppedAt, wayIn, outcome, receivedAt, status } = repair
  if (clockStartedAt === null || (receivedAt === null && status === 'closed')) return []
  const cut = `way_in=${wayIn}`
  const started: OfDay = { at: clockStartedAt, measures: [`turnaround_started|${cut}`] }
  if (clockStoppedAt === null || !SUCCESS.has(outcome)) return [started]
  const spent = clockStoppedAt - clockStartedAt
  const done = Object.entries(TURNAROUND_LIMITS)
    .filter(([, limit]) => spent <= limit)
    .map(([name]) => `turnaround_done_${name}|${cut}`)
  const span = bucketMeasure(`turnaround|${cut}`, spent / MINUTE_MS)
  return [started, { at: clockStartedAt, measures: done }, { at: clockStoppedAt, measures: [span] }]
}

function found({ figures: { firstFinding } }: Counting): readonly OfDay[] {
  if (firstFinding === null) return []
  const { at, isNone } = firstFinding
  return [{ at, measures: ['findings', ...(isNone ? ['no_fault_found'] : [])] }]
}

/** Every field that the repair record asks for: date in, fault, cause, handling, date out. */
function isRecordComplete({ finding, barrier, outcome, finishedBy, deliveryAssumed }: Repair) {
  const isCauseKnown = finding !== null || CUSTOMERS_BARRIERS.has(barrier)
  const isWorkKnown = outcome !== 'repaired' || finishedBy !== null
  return isCauseKnown && isWorkKnown && !deliveryAssumed
}

/** Final over first price in thousandths; none where nothing was quoted or agreed. */
function quoteDrift({ repair, figures }: Counting): readonly string[] {
  const { agreed, outcome } = repair
  const { firstQuote } = figures
  const isComparable = outcome === 'repaired' && agreed?.currency === firstQuote?.currency
  if (!isComparable || !agreed || !firstQuote) return []
  return [bucketMeasure('quote_drift', (1000 * agreed.totalMinor) / firstQuote.amountMinor)]
}

function givenBack({ repair, figures }: Counting): readonly string[] {
  const { ending, outcome } = repair
  if (ending !== 'collected' && ending !== 'delivered') return []
  if (outcome !== 'repaired') return ['handed_over']
  return [
    ...['handed_over', 'first_time_fix_due'],
    ...(figures.isSecondTrip ? [] : ['first_time_fix_kept']),
  ]
}

const isEnded = ({ ending, receivedAt }: Repair): boolean =>
  receivedAt !== null && (ending === 'collected' || ending === 'delivered' || ending === 'settled')

function closed(counting: Counting): readonly OfDay[] {
  const { repair } = counting
  const { closedAt, outcome, barrier } = repair
  if (closedAt === null || !isEnded(repair)) return []
  const isUnrepaired = outcome === 'returned_unrepaired'
  const measures = [
    'closed',
    ...(isUnrepaired ? ['unrepaired', `unrepaired|barrier=${barrier}`] : []),
    ...(isRecordComplete(repair) ? ['record_complete'] : []),
    ...(repair.askCount > 1 ? ['asked_again'] : []),
    ...quoteDrift(counting),
    ...givenBack(counting),
  ]
  return [{ at: closedAt, measures }]
}

/** Who held the wait, at the outlet that held it or where it waited: own time as a distribution, all in minutes. */
function heldWaits({ repair, figures }: Counting): readonly CountDelta[] {
  const { closedAt, ending } = repair
  if (closedAt === null || (ending !== 'collected' && ending !== 'delivered')) return []
  const day = localDayOf(figures.zone, closedAt)
  return Object.entries(figures.held).flatMap(([key, ms]) => {
    const [holder = '', outlet = ''] = key.split(' ')
    const minutes = ms / MINUTE_MS
    const sum = { outlet, day, measure: `held_minutes|holder=${holder}`, by: Math.round(minutes) }
    if (holder !== 'outlet') return [sum]
    return [sum, { outlet, day, measure: bucketMeasure('own_held', minutes), by: 1 }]
  })
}

/** A return counts for the day when the device was handed over before. */
function returned({ figures: { repeat } }: Counting): readonly CountDelta[] {
  if (repeat === null) return []
  const { outlet, day, afterMs, firstTime } = repeat
  const isWithin = (days: number) => afterMs <= days * DAY_MS
  const count = (measure: string, by: number): CountDelta => ({ outlet, day, measure, by })
  return [
    ...REPEAT_WINDOWS.filter(isWithin).map((days) => count(`repeat_${days}`, 1)),
    ...(isWithin(FIRST_TIME_DAYS) && firstTime === 'no_more'
      ? [count('first_time_fix_kept', -1)]
      : []),
    ...(isWithin(FIRST_TIME_DAYS) && firstTime === 'no_fault'
      ? [count('first_time_fix_due', 1)]
      : []),
  ]
}

const OF_HOME = [received, promised, oneHour, turnaround, found, closed] as const

/**
 * Everything a repair contributes to packed counts as it now stands, each at the outlet that answers for
 * it and on the local day of its cohort: what happens later is counted on the day that began it. The home
 * outlet answers for what its customer sees, by its zone's days; own time is charged to the outlet that
 * held it, a return to the outlet and day of the hand-over before. Nothing of a repair that was asked for
 * before figures were kept.
 * Received at SZ-001 on 2026-10-01 with a promise for the 3rd: `repairs_received` on the 1st,
 * `promise_due` on the 3rd.
 */
export function tallyOfRepair(repair: Repair): readonly CountDelta[] {
  const { figures, homeOutlet: outlet } = repair
  if (!figures) return []
  const counting = { repair, figures }
  const ofHome = OF_HOME.flatMap((count) => count(counting)).flatMap(({ at, measures }) => {
    const day = localDayOf(figures.zone, at)
    return measures.map((measure) => ({ outlet, day, measure, by: 1 }))
  })
  return [...ofHome, ...heldWaits(counting), ...returned(counting)]
}
