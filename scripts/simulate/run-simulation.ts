import type { DatabaseSync } from 'node:sqlite'
import config from '#config'
import type { CountDelta } from '#domain/kpis/count-events.ts'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { newAgenda } from './agenda.ts'
import { datesUntil, days } from './days.ts'
import { demandOf } from './demand.ts'
import { minuteAfter } from './lives/asking.ts'
import { ending } from './lives/ending.ts'
import { packedCounts } from './packed-counts.ts'
import type { Case } from './sim-case.ts'
import { simKeys } from './sim-keys.ts'
import { type SimNetwork, simNetwork } from './sim-network.ts'
import type { SimOutlet } from './sim-outlet.ts'
import { newSink, type Sink } from './sink.ts'
import { complaining } from './voices/complaint-life.ts'
import { surveyAfterRepair, surveyAfterVoice } from './voices/survey-life.ts'
import { DAY_MS, type Spike, type Tally, type World } from './world.ts'
import { writeCase } from './written-case.ts'

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
  readonly onCount?: (delta: CountDelta) => void
}

export type SimulationReport = Tally & {
  readonly outlets: number
  readonly from: string
  readonly gamers: SimNetwork['gamers']
  readonly spike: Spike | null
  readonly rows: ReadonlyMap<string, number>
}

const newTally = (): Tally => ({
  ...{ repairs: 0, events: 0, surveys: 0, answers: 0, complaints: 0, feedback: 0 },
  outcomes: new Map(),
})

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

/** What is still going on is written as it stands. */
function writeOpen(world: World): void {
  for (const own of [...world.open]) if (own.repair || own.booking) writeCase(world, own)
  for (const write of [...world.openVoices]) write()
  for (const [id, { dueAt, kind }] of world.wanted)
    world.sink.put('survey_wanted', [dueAt, id, kind])
}

function writeOutlets({ outlets, sink, boards }: World): void {
  for (const { outlet, queues, slots } of outlets) {
    const { code, counterSeats, benches } = outlet
    for (const [date, number] of queues) sink.put('queues', [code, date, number])
    for (const [startsAt, load] of slots) {
      if (load.seats === 0 && load.benches === 0) continue
      sink.put('slots', [
        code,
        startsAt,
        Math.max(counterSeats, load.seats),
        load.seats,
        Math.max(benches, load.benches),
        load.benches,
      ])
    }
  }
  for (const [outlet, revision] of boards) sink.put('boards', [outlet, revision])
}

type Begun = {
  readonly sink: Sink
  readonly network: SimNetwork
  readonly dates: readonly string[]
}

function newWorld(wish: SimulationWish, { sink, network, dates }: Begun): World {
  const { seed, until, secret, onCount } = wish
  const { outlets } = network
  const world: World = {
    ...{ seed, until, sink, outlets, agenda: newAgenda(), packed: packedCounts(sink) },
    ...{ keys: simKeys(secret), spike: spikeOf(outlets, until, dates.length), people: 0 },
    ...{ open: new Set(), openVoices: new Set(), wanted: new Map(), boards: new Map() },
    tally: newTally(),
    onOver: (own) => ending(world, own),
    onEnded: (own, wanted) => surveyAfterRepair(world, own, wanted),
    onVoiceEnded: (own, ended) => surveyAfterVoice(world, own, ended),
    onLost: (own: Case, at) => {
      const noticed = minuteAfter(at)
      const raised = { urgent: 'data', isOwed: true, source: { repair: own.code } } as const
      world.agenda.begin(noticed, complaining(world, own, noticed, raised))
    },
    ...(onCount && { onCount }),
  }
  return world
}

function live(world: World, wish: SimulationWish, dates: readonly string[]): void {
  const { seed, until, repairs = null, onProgress } = wish
  const { sink, agenda, packed, tally, outlets } = world
  const demand = demandOf(outlets, { seed, dates, repairs })
  agenda.begin(Date.parse(dates[0] ?? '') - 2 * DAY_MS, days(world, demand, dates))
  let told = ''
  agenda.runUntil(until, (at) => {
    const day = new Date(at).toISOString().slice(0, 10)
    if (day !== told) onProgress?.({ day, repairs: tally.repairs })
    told = day
    packed.flush()
    sink.flush()
  })
  writeOpen(world)
  writeOutlets(world)
  packed.flush(true)
  sink.flush(true)
}

/**
 * Lets the network on record live through some days, and writes what came of it as the product would have
 * written it. The same wish on the same network writes the same rows. Reads no clock.
 */
export async function runSimulation(
  { database, file }: { readonly database: HubDatabase; readonly file: DatabaseSync },
  wish: SimulationWish,
): Promise<SimulationReport> {
  const { seed, until, gaming = true, isWhole = false } = wish
  const last = keptWallTimeIn(networkZone(config), until - 1).date
  const dates = datesUntil(last, wish.days)
  const from = dates[0] ?? last
  const count = wish.outlets ?? Number.POSITIVE_INFINITY
  const network = await simNetwork(database, { seed, count, from, gaming })
  const sink = newSink(file, isWhole)
  const world = newWorld(wish, { sink, network, dates })
  live(world, wish, dates)
  const { tally, spike } = world
  const rows = sink.written
  return { ...tally, outlets: network.outlets.length, from, gamers: network.gamers, spike, rows }
}
