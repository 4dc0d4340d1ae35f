import { newAgenda } from './agenda.ts'
import { type Arrivals, days } from './days.ts'
import { minuteAfter } from './lives/asking.ts'
import { ending } from './lives/ending.ts'
import { packedCounts } from './packed-counts.ts'
import type { Case } from './sim-case.ts'
import { simKeys } from './sim-keys.ts'
import type { SimOutlet } from './sim-outlet.ts'
import { newSink } from './sink.ts'
import { complaining } from './voices/complaint-life.ts'
import { surveyAfterRepair, surveyAfterVoice } from './voices/survey-life.ts'
import { DAY_MS, type Spike, type Tally, type World } from './world.ts'
import { writeCase } from './written-case.ts'

/** What a share of the network is to live through, in plain values. */
export type ShareWish = {
  readonly seed: string
  /** The history ends before it, epoch ms. */
  readonly until: number
  readonly secret: string
  readonly spike: Spike | null
  readonly arrivals: Arrivals
  /** Places of the network whose lives are lived here. */
  readonly places: readonly number[]
  /** Where rows are staged. */
  readonly address: string
  readonly isWhole: boolean
}

export type ShareReport = { readonly tally: Tally; readonly rows: ReadonlyMap<string, number> }

export type ShareEars = {
  /** Puts what is staged on record; answers once it is. */
  readonly handOver: () => void
  readonly onDay: (day: string, repairs: number) => void
}

const newTally = (): Tally => ({
  ...{ repairs: 0, events: 0, surveys: 0, answers: 0, complaints: 0, feedback: 0 },
  outcomes: new Map(),
})

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

function newWorld(network: readonly SimOutlet[], wish: ShareWish, ears: ShareEars): World {
  const { seed, until, secret, spike, address, isWhole } = wish
  const sink = newSink(address, { isWhole, handOver: ears.handOver })
  const outlets = new Set(
    wish.places.flatMap((place) => {
      const outlet = network[place]
      return outlet ? [outlet] : []
    }),
  )
  const world: World = {
    ...{ seed, until, sink, network, outlets, agenda: newAgenda(), packed: packedCounts(sink) },
    ...{ keys: simKeys(secret), spike },
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
  }
  return world
}

/** Lets a share of a network live through its days, and hands over what comes of it. Reads no clock. */
export function liveShare(
  network: readonly SimOutlet[],
  wish: ShareWish,
  ears: ShareEars,
): ShareReport {
  const world = newWorld(network, wish, ears)
  const { sink, agenda, packed, tally } = world
  const { arrivals, until } = wish
  agenda.begin(Date.parse(arrivals.dates[0] ?? '') - 2 * DAY_MS, days(world, arrivals))
  let told = ''
  agenda.runUntil(until, (at) => {
    const day = new Date(at).toISOString().slice(0, 10)
    if (day !== told) ears.onDay(day, tally.repairs)
    told = day
    packed.flush()
    sink.flush()
  })
  writeOpen(world)
  writeOutlets(world)
  packed.flush(true)
  sink.flush(true)
  return { tally, rows: sink.written }
}
