import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { DatabaseSync } from 'node:sqlite'
import config from '#config'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { type Arrivals, datesUntil } from './days.ts'
import { demandOf } from './demand.ts'
import { liveInThreads } from './live-in-threads.ts'
import { liveShare, type ShareReport, type ShareWish } from './live-share.ts'
import { newLoader } from './load-staged.ts'
import { sharesOf } from './shares.ts'
import { type PlacedNetwork, placedNetwork, type SimNetwork, simNetwork } from './sim-network.ts'
import type { SimOutlet } from './sim-outlet.ts'
import { newStaging, stagingAddress } from './sink.ts'
import { DAY_MS, type Spike, type Tally } from './world.ts'

export type SimulationWish = {
  readonly seed: string
  /** The first outlets by code; null = all. */
  readonly outlets: number | null
  readonly days: number
  /** The history ends before it, epoch ms. */
  readonly until: number
  /** People who come, spread over the days; null = what the cities bring. */
  readonly repairs?: number | null
  /** SECRET_KEY of the deployment, which codes and links rest on. */
  readonly secret: string
  /** Whether the five that game do so; left out = they do. */
  readonly gaming?: boolean
  /** All of it is written, or nothing: for histories that fit into one transaction. */
  readonly isWhole?: boolean
  readonly onProgress?: (progress: { readonly day: string; readonly repairs: number }) => void
  /** Threads to live in; left out = as many as pay. What is written is the same for any number. */
  readonly threads?: number
}

export type SimulationReport = Tally & {
  readonly outlets: number
  readonly from: string
  readonly gamers: SimNetwork['gamers']
  readonly spike: Spike | null
  readonly rows: ReadonlyMap<string, number>
}

/** The bad batch goes where most people are; it ends a month before the history does. */
function spikeOf(outlets: readonly SimOutlet[], until: number, count: number): Spike | null {
  if (count < 50) return null
  const people = new Map<string, number>()
  for (const { province, catchment } of outlets)
    people.set(province, (people.get(province) ?? 0) + catchment)
  const [largest] = [...people].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return largest
    ? { province: largest[0], from: until - 44 * DAY_MS, until: until - 30 * DAY_MS }
    : null
}

function arrivalsOf(outlets: readonly SimOutlet[], wish: Parameters<typeof demandOf>[1]): Arrivals {
  const { dates } = wish
  const demand = demandOf(outlets, wish)
  const counts = new Uint16Array(dates.length * outlets.length)
  for (const [day, date] of dates.entries()) counts.set(demand.on(date), day * outlets.length)
  return { dates, counts }
}

/** A thread begins by reading the program anew, which a few repairs don't pay. */
const REPAIRS_OF_A_THREAD = 2_000
const MOST_THREADS = 4

const threadsFor = ({ counts }: Arrivals): number => {
  const repairs = counts.reduce((sum, count) => sum + count, 0)
  const most = Math.min(MOST_THREADS, availableParallelism())
  return Math.max(1, Math.min(most, Math.floor(repairs / REPAIRS_OF_A_THREAD)))
}

function comingTo({ counts, dates }: Arrivals, outlets: number): (place: number) => number {
  return (place) => {
    let sum = 0
    for (let day = 0; day < dates.length; day++) sum += counts[day * outlets + place] ?? 0
    return sum
  }
}

/** Tells a day once every share is past it, with the repairs that are over by then. */
function dayTeller(shares: number, onProgress: SimulationWish['onProgress']) {
  const days = Array.from({ length: shares }, () => '')
  const repairs = Array.from({ length: shares }, () => 0)
  let told = ''
  return (share: number, day: string, over: number): void => {
    days[share] = day
    repairs[share] = over
    const passed = days.toSorted()[0] ?? ''
    if (passed <= told) return
    told = passed
    onProgress?.({ day: passed, repairs: repairs.reduce((sum, one) => sum + one, 0) })
  }
}

function addedUp(reports: readonly ShareReport[]): { tally: Tally; rows: Map<string, number> } {
  const [first, ...others] = reports as [ShareReport, ...ShareReport[]]
  const { tally } = first
  const rows = new Map(first.rows)
  for (const { tally: other, rows: more } of others) {
    for (const key of [
      'repairs',
      'events',
      'surveys',
      'answers',
      'complaints',
      'feedback',
    ] as const)
      tally[key] += other[key]
    for (const [outcome, count] of other.outcomes)
      tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + count)
    for (const [table, count] of more) rows.set(table, (rows.get(table) ?? 0) + count)
  }
  return { tally, rows }
}

type Living = {
  readonly placed: PlacedNetwork
  readonly network: SimNetwork
  readonly shares: readonly ShareWish[]
  readonly onProgress: SimulationWish['onProgress']
}

async function live(
  file: DatabaseSync,
  { placed, network, shares, onProgress }: Living,
): Promise<readonly ShareReport[]> {
  const { load, loadWhole } = newLoader(file)
  const onDay = dayTeller(shares.length, onProgress)
  const stagings = shares.map(({ address }) => newStaging(address))
  const [only, other] = shares
  try {
    const reports =
      only && !other
        ? [
            liveShare(network.outlets, only, {
              handOver: () => (only.isWhole ? undefined : load(only.address)),
              onDay: (day, repairs) => onDay(0, day, repairs),
            }),
          ]
        : await liveInThreads(placed, shares, { load, onDay })
    if (only?.isWhole) loadWhole(shares.map(({ address }) => address))
    return reports
  } finally {
    for (const staging of stagings) staging.close()
  }
}

/**
 * Lets the network on record live through some days, and writes what came of it as the product would have
 * written it. The same wish on the same network writes the same rows, in however many threads. Reads no clock.
 */
export async function runSimulation(
  { database, file }: { readonly database: HubDatabase; readonly file: DatabaseSync },
  wish: SimulationWish,
): Promise<SimulationReport> {
  const { seed, until, secret, gaming = true, isWhole = false, repairs = null } = wish
  const last = keptWallTimeIn(networkZone(config), until - 1).date
  const dates = datesUntil(last, wish.days)
  const from = dates[0] ?? last
  const count = wish.outlets ?? Number.POSITIVE_INFINITY
  const placed = await placedNetwork(database, { seed, count, from, gaming })
  const network = simNetwork(placed)
  const arrivals = arrivalsOf(network.outlets, { seed, dates, repairs })
  const spike = spikeOf(network.outlets, until, dates.length)
  const run = randomUUID()
  const shares = sharesOf(network.outlets, {
    count: wish.threads ?? threadsFor(arrivals),
    work: comingTo(arrivals, network.outlets.length),
  }).map((places, share): ShareWish => {
    const address = stagingAddress(`${run}-${share}`)
    return { seed, until, secret, spike, arrivals, places, address, isWhole }
  })
  const reports = await live(file, { placed, network, shares, onProgress: wish.onProgress })
  const { tally, rows } = addedUp(reports)
  return { ...tally, outlets: network.outlets.length, from, gamers: network.gamers, spike, rows }
}
