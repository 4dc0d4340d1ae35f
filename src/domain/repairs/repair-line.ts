import { evolveRepair } from './evolve-repair.ts'
import type { Ending, Outcome, Repair, RepairStatus } from './repair.ts'
import type { RepairEvent } from './repair-event.ts'

/** The stations of a repair's line; texts are `repairs.station.<key>`. */
export const STATIONS = [
  'requested',
  'in_transit_in',
  'received',
  'diagnosing',
  'awaiting_decision',
  'awaiting_parts',
  'repairing',
  'quality_check',
  'in_transfer',
  'lost',
  'repaired',
  'exchanged',
  'refunded',
  'certified',
  'returned_unrepaired',
  'in_transit_out',
  'collected',
  'delivered',
  'settled',
  'cancelled',
  'lapsed',
  'abandoned',
] as const
export type StationKey = (typeof STATIONS)[number]

/** `at`: when the phone came there last, epoch ms; null ahead. `branch`: off the way to a repair. */
export type Station = {
  readonly key: StationKey
  readonly state: 'done' | 'now' | 'ahead'
  readonly at: number | null
  readonly branch: boolean
}

/** The way a phone takes; `ready` and `closed` are named by outcome and ending. */
const WAY: readonly RepairStatus[] = [
  'requested',
  'in_transit_in',
  'received',
  'diagnosing',
  'awaiting_decision',
  'awaiting_parts',
  'repairing',
  'quality_check',
  'ready',
  'in_transit_out',
  'closed',
]

/** On the line only when the phone came there. */
const DETOURS: readonly RepairStatus[] = ['awaiting_decision', 'awaiting_parts']
const OFF_THE_WAY: readonly RepairStatus[] = ['in_transfer', 'lost']

type Visits = ReadonlyMap<RepairStatus, number>
type Journey = { readonly visits: Visits; readonly lastOnWay: RepairStatus }

function journeyOf(events: readonly RepairEvent[]): Journey {
  const visits = new Map<RepairStatus, number>()
  let repair: Repair | null = null
  let lastOnWay: RepairStatus = 'requested'
  for (const event of events) {
    const before: RepairStatus | null = repair?.status ?? null
    repair = evolveRepair(repair, event)
    if (before !== repair.status) visits.set(repair.status, event.happenedAt)
    if (WAY.includes(repair.status)) lastOnWay = repair.status
  }
  return { visits, lastOnWay }
}

function endOf({ ending, outcome, wayBack }: Repair): Ending {
  if (ending) return ending
  if (outcome === 'refunded') return 'settled'
  return wayBack === 'post' ? 'delivered' : 'collected'
}

function keyOf(status: RepairStatus, repair: Repair): StationKey {
  if (status === 'ready') return repair.outcome ?? 'repaired'
  return status === 'closed' ? endOf(repair) : status
}

/** Whether a station that wasn't come to is still on the way from here. */
function isAhead(status: RepairStatus, repair: Repair): boolean {
  if (repair.status === 'closed' || DETOURS.includes(status)) return false
  if (status === 'in_transit_in') return repair.wayIn === 'mail_in'
  return status !== 'in_transit_out' || (repair.wayBack === 'post' && repair.outcome !== 'refunded')
}

const BRANCHES: readonly (Outcome | Ending)[] = [
  'returned_unrepaired',
  'cancelled',
  'lapsed',
  'abandoned',
]

const isBranch = (status: RepairStatus, repair: Repair): boolean => {
  if (status === 'lost') return true
  const isBack = status === 'ready' || status === 'in_transit_out' || status === 'closed'
  const isUnrepaired = repair.outcome !== null && BRANCHES.includes(repair.outcome)
  const isUnended = repair.ending !== null && BRANCHES.includes(repair.ending)
  return (isBack && isUnrepaired) || (status === 'closed' && isUnended)
}

type Placed = { readonly status: RepairStatus; readonly place: 'behind' | 'here' | 'beyond' }

/** Every status in the order of the line, with a detour from it put where the phone left it. */
function placed(repair: Repair, { lastOnWay }: Journey): readonly Placed[] {
  const isOff = OFF_THE_WAY.includes(repair.status)
  const here = WAY.indexOf(lastOnWay)
  const behind = WAY.slice(0, isOff ? here + 1 : here)
  const way = (statuses: readonly RepairStatus[], place: Placed['place']) =>
    statuses.map((status) => ({ status, place }))
  return [
    ...way(behind, 'behind'),
    { status: repair.status, place: 'here' },
    ...way(WAY.slice(here + 1), 'beyond'),
  ]
}

function stationOf({ status, place }: Placed, repair: Repair, visits: Visits): Station | null {
  const at = visits.get(status) ?? null
  const key = keyOf(status, repair)
  const branch = isBranch(status, repair)
  if (place === 'here') return { key, state: status === 'closed' ? 'done' : 'now', at, branch }
  if (place === 'behind') return at === null ? null : { key, state: 'done', at, branch }
  return isAhead(status, repair) ? { key, state: 'ahead', at: null, branch } : null
}

/**
 * A repair as a line of stations, in order: where it has been, where it is, what lies ahead. Asks and
 * parts are on it only when they came up. After a step back what was done once lies ahead again. What
 * goes back unrepaired, ends early or is lost leaves on a branch. `events` are all of the repair's.
 * Received walk-in: requested done, received now, diagnosing … collected ahead.
 */
export function repairLine(repair: Repair, events: readonly RepairEvent[]): readonly Station[] {
  const journey = journeyOf(events)
  return placed(repair, journey)
    .map((each) => stationOf(each, repair, journey.visits))
    .filter((station) => station !== null)
}
