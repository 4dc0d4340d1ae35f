import type { Calendar } from '#domain/calendar/calendar.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Actor, Role } from '#domain/repairs/actor.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { type OpeningClock, openingClock } from './opening-clock.ts'
import { type Game, type Manner, mannerOf } from './profiles.ts'

/** Seats and benches that a visit takes, by start of its slot. */
export type SlotLoad = { seats: number; benches: number }

/** An outlet at work: what it is, how it works, and what is going on there now. */
export type SimOutlet = {
  readonly outlet: Outlet
  readonly country: string
  readonly province: string
  readonly calendar: Calendar | null
  readonly clock: OpeningClock
  readonly afterWorkingDays: (at: number, days: number) => number
  manner: Manner
  game: Game | null
  /** People who might come here with a phone. */
  readonly catchment: number
  readonly counters: readonly Actor[]
  readonly benches: readonly Actor[]
  readonly manager: Actor
  /** When each seat at the counter and each bench is free again, epoch ms. */
  readonly seatsFree: number[]
  readonly benchesFree: number[]
  /** Phones that wait for a bench or lie on one, as the desk counts them for a promise. */
  openJobs: number
  /** Last number of the queue by local day. */
  readonly queues: Map<string, number>
  readonly slots: Map<number, SlotLoad>
  /** Where phones go that aren't repaired here; null = they are. */
  repairer: SimOutlet | null
}

export type SimPlace = {
  readonly outlet: Outlet & { readonly hours: NonNullable<Outlet['hours']> }
  readonly country: string
  readonly province: string
  readonly calendar: Calendar | null
  readonly afterWorkingDays: SimOutlet['afterWorkingDays']
  readonly catchment: number
  readonly seed: string
  /** Whether the people of the demonstration work here. */
  readonly isWorkplace: boolean
}

const as = (id: string, roles: readonly Role[]): Actor => ({ id, roles, via: 'desk' })

function peopleOf({ outlet, isWorkplace }: SimPlace) {
  const counter = (id: string) => as(id, ['counter'])
  const bench = (id: string) => as(id, ['bench'])
  if (isWorkplace) {
    return {
      counters: [counter('stf_demo_counter')],
      benches: [bench('stf_demo_bench')],
      manager: as('stf_demo_manager', ['outlet_manager']),
    }
  }
  const here = `stf_demo_${outlet.code.toLowerCase().replaceAll('-', '_')}`
  const many = (count: number, of: string) =>
    Array.from({ length: Math.max(1, count) }, (_, place) => `${here}_${of}_${place + 1}`)
  return {
    counters: many(outlet.counterSeats, 'counter').map(counter),
    benches: many(outlet.benches, 'bench').map(bench),
    manager: as(`${here}_manager`, ['outlet_manager']),
  }
}

/** Whether phones are repaired at an outlet, not only taken in. */
export const repairsHere = ({ services, benches }: Outlet): boolean =>
  services.repair === 'done' && benches > 0

/** An outlet before its first day. */
export function simOutlet(place: SimPlace): SimOutlet {
  const { outlet, country, province, calendar, catchment, seed } = place
  const free = (count: number): number[] => Array.from({ length: Math.max(1, count) }, () => 0)
  return {
    ...{ outlet, country, province, calendar, catchment },
    clock: openingClock(outlet.hours),
    afterWorkingDays: place.afterWorkingDays,
    manner: mannerOf(seededRandom(`${seed}/manner/${outlet.code}`)),
    game: null,
    ...peopleOf(place),
    seatsFree: free(outlet.counterSeats),
    benchesFree: free(outlet.benches),
    openJobs: 0,
    queues: new Map(),
    slots: new Map(),
    repairer: null,
  }
}
