import { addDays } from '#domain/outlets/wall-time.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import type { Life } from './agenda.ts'
import { comesWhen, type Demand } from './demand.ts'
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
    at,
    isBooked,
  }: {
    readonly home: SimOutlet
    readonly name: string
    readonly at: number
    readonly isBooked: boolean
  },
): Life {
  const own = newCase(world, { home, name })
  if (home.outlet.kind === 'mail_in_centre') return yield* mailed(world, own, at)
  if (isBooked && home.outlet.counterSeats > 0) return yield* booked(world, own, at)
  yield* walkIn(world, own, at)
}

function bring(
  world: World,
  home: SimOutlet,
  { date, count }: { readonly date: string; readonly count: number },
): void {
  for (let turn = 0; turn < count; turn++) {
    const name = `${home.outlet.code}/${date}/${turn}`
    const random = seededRandom(`${world.seed}/arrival/${name}`)
    const at = comesWhen(home, date, random)
    if (at === null) continue
    world.agenda.begin(at, arriving(world, { home, name, at, isBooked: random.chance(BOOKS) }))
  }
}

/** What each day brings to the outlets, from `from` on, told as the day begins. */
export function* days(world: World, demand: Demand, dates: readonly string[]): Life {
  for (const date of dates) {
    yield Date.parse(date) - AHEAD_MS
    for (const [place, count] of demand.on(date).entries()) {
      const home = world.outlets[place]
      if (home && count > 0) bring(world, home, { date, count })
    }
  }
}

/** The local dates of a history, oldest first: `count` days that end with `last`. */
export const datesUntil = (last: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => addDays(last, place + 1 - count))
