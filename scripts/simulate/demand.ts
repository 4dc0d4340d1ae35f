import { dayKind } from '#domain/calendar/calendar.ts'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { isSuspendedOn } from '#domain/outlets/matching.ts'
import { addDays, weekdayOf } from '#domain/outlets/wall-time.ts'
import { type Random, seededRandom } from '../demo/seeded-random.ts'
import type { SimOutlet } from './sim-outlet.ts'

/** Of the phones in people's hands, how many come in within a year. */
export const COMES_IN_A_YEAR = 0.05
/** Phones of the maker per inhabitant of the cities served: a small maker's. */
export const PHONES_PER_PERSON = 0.0036
const DAYS_OF_YEAR = 365

/** Monday first: people come when they have time. */
const WEEKDAYS = [1, 0.92, 0.9, 0.92, 0.98, 1.22, 1.12]
/** January first: less around the Spring Festival, more in summer, when phones fall into water and batteries swell. */
const MONTHS = [1.02, 0.84, 1, 0.98, 1, 1.04, 1.12, 1.12, 1.02, 0.96, 1, 1.02]
const ON_HOLIDAYS = 0.7
const AFTER_HOLIDAYS = 1.3
/** How busy each hour of the day is. */
const HOURS = [0, 0, 0, 0, 0, 0, 0, 1, 4, 8, 11, 10, 7, 7, 9, 10, 10, 9, 8, 7, 6, 4, 1, 0]
const BUSIEST = 11

const eves = new Map<string, string>()
function dayBefore(date: string): string {
  const known = eves.get(date) ?? addDays(date, -1)
  eves.set(date, known)
  return known
}

const isOff = ({ calendar }: SimOutlet, date: string): boolean =>
  calendar !== null && dayKind(calendar, date) === 'holiday'

function dayFactor(one: SimOutlet, date: string): number {
  const season = (WEEKDAYS[weekdayOf(date)] ?? 1) * (MONTHS[Number(date.slice(5, 7)) - 1] ?? 1)
  if (isOff(one, date)) return season * ON_HOLIDAYS
  return isOff(one, dayBefore(date)) ? season * AFTER_HOLIDAYS : season
}

function isAtWork({ outlet, repairer, clock }: SimOutlet, date: string): boolean {
  const { operation, suspension, openedOn, closedOn, benches } = outlet
  if (openedOn !== null && date < openedOn) return false
  if (closedOn !== null && date >= closedOn) return false
  const isStopped =
    operation === 'suspended' &&
    isSuspendedOn([suspension?.from ?? null, suspension?.until ?? null], date)
  return !isStopped && (repairer !== null || benches > 0) && clock.intakeOn(date).length > 0
}

/** Phones to come to an outlet on a local date, on the average of such days. */
function expectedOn(one: SimOutlet, date: string, seed: string): number {
  if (!isAtWork(one, date)) return 0
  const chance = 0.55 + 0.9 * seededRandom(`${seed}/day/${one.outlet.code}/${date}`).next()
  const phones = one.catchment * PHONES_PER_PERSON
  return ((phones * COMES_IN_A_YEAR) / DAYS_OF_YEAR) * dayFactor(one, date) * chance
}

export type Demand = {
  /** How many come to each outlet on a local date, in their order. */
  readonly on: (date: string) => readonly number[]
  readonly total: number
}

export type DemandWish = {
  readonly seed: string
  readonly dates: readonly string[]
  /** That many in all; null = what the cities bring. */
  readonly repairs: number | null
}

/** Spreads demand over outlets and days: exactly as many as are asked for, in whole people. */
export function demandOf(
  outlets: readonly SimOutlet[],
  { seed, dates, repairs }: DemandWish,
): Demand {
  const expected = new Map(
    dates.map((date) => [date, outlets.map((one) => expectedOn(one, date, seed))]),
  )
  const raw = (date: string) => expected.get(date) ?? []
  const sum = dates.reduce((all, date) => raw(date).reduce((of, one) => of + one, all), 0)
  const total = repairs ?? Math.round(sum)
  const scale = sum > 0 ? total / sum : 0
  let reached = 0
  // Each fraction is carried on to the next, so that what small outlets bring isn't lost.
  const on = (date: string): readonly number[] =>
    raw(date).map((one) => {
      const before = Math.floor(reached + 1e-6)
      reached += one * scale
      return Math.floor(reached + 1e-6) - before
    })
  return { on, total }
}

const MOST_TRIES = 12

/** When somebody comes on a local date: any minute that phones are taken in, more likely in a busy hour. */
export function comesWhen(one: SimOutlet, date: string, random: Random): number | null {
  const intake = one.clock.intakeOn(date)
  const length = intake.reduce((all, { from, until }) => all + until - from, 0)
  if (length <= 0) return null
  for (let tried = 0; ; tried++) {
    let left = Math.floor(random.next() * length)
    for (const { from, until } of intake) {
      if (left >= until - from) {
        left -= until - from
        continue
      }
      const at = from + left
      const hour = Math.floor(keptWallTimeIn(one.outlet.zone, at).minutes / 60)
      if (tried >= MOST_TRIES || random.chance((HOURS[hour] ?? 0) / BUSIEST)) return at
      break
    }
  }
}
