import { beforeAll, describe, expect, test } from 'vitest'
import { comparePlaces } from '#domain/kpis/compared-places.ts'
import { figureOf, type PackedCounts } from '#domain/kpis/figure-of.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { quantileOf, SKETCH_ERROR, sketchOf } from '#domain/kpis/sketch.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { addedUp } from '#domain/surveys/figures.ts'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { type Game, type Manner, mannerOf } from '#scripts/simulate/profiles.ts'
import { aSimulation, type Simulated } from '#support/a-simulation.ts'

const HOUR_MS = 3_600_000
/** A dozen outlets in the largest cities, busy enough that each of five tells something. */
const BUSY = { outlets: 14, days: 35, repairs: 2_200 }

let gaming: Simulated
let honest: Simulated

beforeAll(async () => {
  gaming = await aSimulation(BUSY)
  honest = await aSimulation({ ...BUSY, gaming: false })
}, 240_000)

type Row = Readonly<Record<string, unknown>>

const outletOf = (game: Game): string => {
  const found = gaming.report.gamers.find((one) => one.game === game)
  if (!found) throw new Error(`nobody ${game}`)
  return found.outlet.outlet.code
}

const repairsAt = ({ file }: Simulated, outlet: string): readonly Repair[] =>
  (file.prepare('SELECT state FROM repairs WHERE home_outlet = ?').all(outlet) as Row[])
    .map((row) => JSON.parse(String(row['state'])) as Repair)
    .filter(({ receivedAt }) => receivedAt !== null)

const eventsAt = ({ file }: Simulated, outlet: string, type: string): readonly Row[] =>
  file
    .prepare(`SELECT * FROM events WHERE type = ? AND data ->> '$.home' = ?`)
    .all(type, outlet) as Row[]

/** What a figure says of an outlet that games, and of the same one honest. */
function compared(game: Game, figure: (history: Simulated, outlet: string) => number) {
  const outlet = outletOf(game)
  return { games: figure(gaming, outlet), twin: figure(honest, outlet) }
}

const share = (some: number, all: number): number => (all === 0 ? 0 : some / all)

describe('an outlet that games its figures', () => {
  test('is told in the report alone: nothing written says which it is', () => {
    const codes = new Set(gaming.report.gamers.map(({ outlet }) => outlet.outlet.code))
    expect(codes.size).toBe(5)
    expect(honest.report.gamers.map(({ outlet }) => outlet.outlet.code)).toEqual([...codes])
    const told = gaming.file
      .prepare(`SELECT count(*) AS n FROM events WHERE data LIKE '%registers_late%'`)
      .get() as Row
    expect(told['n']).toBe(0)
  })

  test('sends more phones back unrepaired where it refuses hard cases', () => {
    const { games, twin } = compared('refuses', (history, outlet) => {
      const repairs = repairsAt(history, outlet)
      const back = repairs.filter(({ outcome }) => outcome === 'returned_unrepaired')
      return share(back.length, repairs.length)
    })
    expect(games).toBeGreaterThan(twin + 0.12)
  })

  test('promises days more where it pads', () => {
    const { games, twin } = compared('pads', (history, outlet) => {
      const hours = repairsAt(history, outlet).flatMap(({ promise, receivedAt }) =>
        promise && receivedAt ? [(promise.firstAt - receivedAt) / HOUR_MS] : [],
      )
      return hours.toSorted((a, b) => a - b)[Math.floor(hours.length / 2)] ?? 0
    })
    expect(twin).toBeLessThan(72)
    expect(games).toBeGreaterThan(120)
  })

  test('takes finished repairs up again where it closes and reopens', () => {
    const { games, twin } = compared('reopens', (history, outlet) =>
      share(
        eventsAt(history, outlet, 'repair.reopened').length,
        eventsAt(history, outlet, 'repair.received').length,
      ),
    )
    expect(games).toBeGreaterThan(twin + 0.08)
  })

  test('leaves no trace of a wait, or late ones, where it registers late', () => {
    const { games, twin } = compared('registers_late', (history, outlet) => {
      const received = eventsAt(history, outlet, 'repair.received')
      const late = received.filter(
        ({ happened_at: at, recorded_at: written }) => Number(written) - Number(at) > HOUR_MS,
      )
      return share(late.length, received.length)
    })
    expect(games).toBeGreaterThan(twin + 0.1)
  })

  test('asks what nobody needs to know where it stops clocks by asking', () => {
    const { games, twin } = compared('asks', (history, outlet) => {
      const asked = eventsAt(history, outlet, 'repair.asked').filter(({ data }) =>
        String(data).includes('"kind":"other_condition"'),
      )
      return share(asked.length, eventsAt(history, outlet, 'repair.received').length)
    })
    expect(twin).toBe(0)
    expect(games).toBeGreaterThan(0.4)
  })
})

/** Where each game shows: the figure that its desk compares outlets by. */
const SHOWN_BY: Readonly<Record<Game, FigureId>> = {
  refuses: 'unrepaired_share',
  pads: 'promised_late',
  reopens: 'first_time_fix',
  registers_late: 'entered_late',
  asks: 'asked_again',
}

const countsOf = ({ file }: Simulated): ReadonlyMap<string, PackedCounts> => {
  const rows = file.prepare("SELECT * FROM kpi_months WHERE outlet_code <> ''").all() as Row[]
  const months = Map.groupBy(rows, (row) => String(row['outlet_code']))
  return new Map(
    [...months].map(([code, own]) => [
      code,
      addedUp(own.map((row) => JSON.parse(String(row['counts'])) as PackedCounts)),
    ]),
  )
}

const standings = (history: Simulated, id: FigureId) => {
  const places = [...countsOf(history)].map(([code, counts]) => ({ code, counts }))
  return comparePlaces(id, places).places.map(({ place, standing, isBetter }) => ({
    ...{ code: place.code, standing, isBetter },
  }))
}

/** What the outlets that work in a manner come to together, of all that the network's seed drew. */
function figureOfManner(id: FigureId, quality: Manner['quality'] | null) {
  const own = [...countsOf(honest)].filter(
    ([code]) =>
      quality === null || mannerOf(seededRandom(`test/manner/${code}`)).quality === quality,
  )
  return figureOf(id, addedUp(own.map(([, counts]) => counts)))
}

describe('an honest network', () => {
  // Of phones of at most two years 6 of 185 were at their end, 208 of all 1,842 (see OUTCOMES).
  test('gives back unrepaired a share that repairs elsewhere make believable', () => {
    const { value, n } = figureOfManner('unrepaired_share', null)
    expect(n).toBeGreaterThan(1_500)
    expect(value).toBeGreaterThan(100 * (6 / 185))
    expect(value).toBeLessThan(100 * (208 / 1_842))
  })

  test('keeps most of what it promises, and misses some by much', () => {
    const value = (id: FigureId) => figureOfManner(id, null).value ?? Number.NaN
    expect(value('promise_kept')).toBeGreaterThan(85)
    expect(value('called_in_time')).toBeGreaterThan(95)
    expect(value('feedback_answered_in_time')).toBeGreaterThan(90)
    expect(value('turnaround_walk_in_3d')).toBeGreaterThan(85)
    expect(value('turnaround_walk_in_3d')).toBeLessThan(95)
    expect(value('one_hour_rate')).toBeGreaterThan(70)
    expect(value('one_hour_rate')).toBeLessThan(90)
  })

  test('has outlets that are better, and worse', () => {
    for (const id of ['promise_kept', 'first_time_fix', 'one_hour_rate'] as const) {
      const [good, bad] = (['good', 'bad'] as const).map((one) => figureOfManner(id, one))
      expect(bad?.n, id).toBeGreaterThan(20)
      expect(good?.value, id).toBeGreaterThan((bad?.value ?? Number.NaN) + 2)
    }
  })
})

describe('the figures of the desk', () => {
  test.each(Object.entries(SHOWN_BY) as [Game, FigureId][])(
    'put the outlet that %s beyond the limit to act, by %s, and no honest one',
    (game, id) => {
      const beyond = standings(gaming, id).filter(({ standing }) => standing === 'act')
      expect(beyond).toEqual([{ code: outletOf(game), standing: 'act', isBetter: false }])
      expect(standings(honest, id).filter(({ standing }) => standing === 'act')).toEqual([])
    },
  )

  test('tell percentiles of turnaround within 1 % of the exact ones', () => {
    const exact = (gaming.file.prepare('SELECT state FROM repairs').all() as Row[])
      .map(({ state }) => JSON.parse(String(state)) as Repair)
      .filter(
        ({ clockStoppedAt: stopped, outcome, wayIn }) =>
          stopped !== null && outcome !== 'returned_unrepaired' && wayIn === 'walk_in',
      )
      .map(({ clockStoppedAt, clockStartedAt }) =>
        clockStoppedAt && clockStartedAt ? (clockStoppedAt - clockStartedAt) / 60_000 : 0,
      )
      .toSorted((a, b) => a - b)
    const sketch = sketchOf(addedUp([...countsOf(gaming).values()]), 'turnaround|way_in=walk_in')
    expect(exact.length).toBeGreaterThan(400)
    for (const share of [0.5, 0.9, 0.99]) {
      const told = quantileOf(sketch, share) ?? 0
      const right = exact[Math.ceil(share * exact.length) - 1] ?? 0
      expect(Math.abs(told - right) / right, `${share}`).toBeLessThanOrEqual(SKETCH_ERROR + 1e-9)
    }
  })
})
