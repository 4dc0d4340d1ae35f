import {
  intakeOn,
  type Opening,
  openingsOfInterval,
  openingsOn,
} from '#domain/bookings/openings.ts'
import type { Calendar } from '#domain/calendar/calendar.ts'
import { afterWorkingDays } from '#domain/calendar/working-days.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { addDays } from '#domain/outlets/wall-time.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const LOOK_AHEAD_DAYS = 30

/** An outlet's opening times, reckoned once a day. Instants are epoch ms. */
export type OpeningClock = {
  readonly zone: string
  readonly hours: CompiledHours
  readonly openingsOn: (date: string) => readonly Opening[]
  /** While phones are taken in. */
  readonly intakeOn: (date: string) => readonly Opening[]
  readonly isOpen: (at: number) => boolean
  /** The instant itself while it is open, else the next opening. */
  readonly next: (at: number) => number
  /** When so many minutes of opening time have passed. */
  readonly after: (at: number, minutes: number) => number
}

type DayRead = (hours: CompiledHours, date: string) => readonly Opening[] | null

function kept(hours: CompiledHours, read: DayRead): (date: string) => readonly Opening[] {
  const days = new Map<string, readonly Opening[]>()
  return (date) => {
    const known = days.get(date) ?? read(hours, date) ?? []
    days.set(date, known)
    return known
  }
}

const remembered = (by: number): ((date: string) => string) => {
  const known = new Map<string, string>()
  return (date) => {
    const other = known.get(date) ?? addDays(date, by)
    known.set(date, other)
    return other
  }
}
const dayBefore = remembered(-1)
const dayAfter = remembered(1)

/** The opening clock of an outlet; hours that nobody knows are closed ones. */
export function openingClock(hours: CompiledHours): OpeningClock {
  const { zone } = hours
  const openings = kept(hours, openingsOn)
  const after = (at: number, minutes: number): number => {
    const today = keptWallTimeIn(zone, at).date
    let left = Math.round(minutes * MINUTE_MS)
    let cursor = Math.ceil(at)
    let date = dayBefore(today)
    for (let ahead = -1; ahead < LOOK_AHEAD_DAYS; ahead++, date = dayAfter(date)) {
      for (const { from, until } of openings(date)) {
        const begins = Math.max(from, cursor)
        if (until <= begins) continue
        if (until - begins > left) return begins + left
        left -= until - begins
        cursor = until
      }
    }
    return cursor + LOOK_AHEAD_DAYS * DAY_MS
  }
  const next = (at: number) => after(at, 0)
  return {
    ...{ zone, hours, openingsOn: openings, intakeOn: kept(hours, intakeOn) },
    ...{ after, next, isOpen: (at: number) => next(at) === at },
  }
}

/**
 * `afterWorkingDays` of a zone and calendar, reckoned once for each local day: no clock is moved in most
 * of them, so that every instant of the day is as far from its answer.
 */
export function workingDays(
  zone: string,
  calendar: Calendar | null,
): (at: number, days: number) => number {
  const exact = (at: number, days: number) => afterWorkingDays(at, days, { zone, calendar })
  const known = new Map<string, number | null>()
  const spanOf = (date: string, days: number): number | null => {
    const [day] = openingsOfInterval(zone, date, [0, 1440])
    if (!day) return null
    const [first, last] = [day.from, day.until - 1].map((at) => exact(at, days) - at)
    return first === last ? (first ?? null) : null
  }
  return (at, days) => {
    const { date } = keptWallTimeIn(zone, at)
    const key = `${date} ${days}`
    const span = known.get(key) ?? (known.has(key) ? null : spanOf(date, days))
    known.set(key, span)
    return span === null ? exact(at, days) : at + span
  }
}
