import { addDays } from '#domain/outlets/wall-time.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import type { Life } from './agenda.ts'
import { comesWhen } from './demand.ts'
import { booked } from './lives/booked.ts'
import { mailed } from './lives/mailed.ts'
import { walkIn } from './lives/walk-in.ts'
import { newCase } from './new-case.ts'
import type { SimOutlet } from './sim-outlet.ts'
import { HOUR_MS, type World } from './world.ts'

/** Before any zone's midnight of a date. */
const AHEAD_MS = 15 * HOUR_MS
const BOOKS = 0.27

function* arriving(
  world: World,
  {
    home,
    name,
    who,
    at,
    isBooked,
  }: {
    readonly home: SimOutlet
    readonly name: string
    readonly who: number
    readonly at: number
    readonly isBooked: boolean
  },
): Life {
  const own = newCase(world, { home, name, who })
  if (home.outlet.kind === 'mail_in_centre') return yield* mailed(world, own, at)
  if (isBooked && home.outlet.counterSeats > 0) return yield* booked(world, own, at)
  yield* walkIn(world, own, at)
}

type Brought = { readonly date: string; readonly count: number; readonly before: number }

function bring(world: World, home: SimOutlet, { date, count, before }: Brought): void {
  for (let turn = 0; turn < count; turn++) {
    const name = `${home.outlet.code}/${date}/${turn}`
    const random = seededRandom(`${world.seed}/arrival/${name}`)
    const at = comesWhen(home, date, random)
    if (at === null) continue
    const isBooked = random.chance(BOOKS)
    world.agenda.begin(at, arriving(world, { home, name, who: before + turn + 1, at, isBooked }))
  }
}

/** What the days bring: how many come to each outlet in their order, day after day in one row. */
export type Arrivals = { readonly dates: readonly string[]; readonly counts: Uint16Array }

/**
 * What each day brings to the outlets that are lived through here, told as the day begins. Everybody is
 * numbered by their place among all who come anywhere.
 */
export function* days(world: World, { dates, counts }: Arrivals): Life {
  let before = 0
  for (const [day, date] of dates.entries()) {
    yield Date.parse(date) - AHEAD_MS
    for (const [place, home] of world.network.entries()) {
      const count = counts[day * world.network.length + place] ?? 0
      if (count > 0 && world.outlets.has(home)) bring(world, home, { date, count, before })
      before += count
    }
  }
}

/** The local dates of a history, oldest first: `count` days that end with `last`. */
export const datesUntil = (last: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => addDays(last, place + 1 - count))
