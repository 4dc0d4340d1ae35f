import type { CompiledHours } from '../outlets/compiled-hours.ts'
import type { Outlet } from '../outlets/outlet.ts'
import { addDays, wallTimeIn } from '../outlets/wall-time.ts'
import type { BookableService } from '../repairs/repair.ts'
import { whyNotBookable } from './bookable.ts'
import { SLOT_MS } from './booking.ts'
import { type Slot, slotsOn, staysOpenAfter } from './slots.ts'

/** What bookings and running holds take of a slot; a lapsed hold no longer counts. */
export type SlotLoad = {
  readonly startsAt: number
  readonly seatsTaken: number
  readonly benchesTaken: number
}

export type OfferedSlot = { readonly startsAt: number; readonly free: number }

/** `unconfirmed`: the hours of that day are unknown, only the outlet can say. */
export type OfferedDay = {
  /** Opening day, local date of the outlet. */
  readonly date: string
  readonly state: 'open' | 'closed' | 'unconfirmed' | 'suspended'
  /** In order; full ones too, with `free` 0. */
  readonly slots: readonly OfferedSlot[]
}

/** Staff away on an opening day: seats and benches fewer than the outlet has. */
export type Absence = {
  readonly date: string
  readonly seats: number
  readonly benches: number
}

export type OfferTerms = {
  readonly outlet: Outlet
  readonly service: BookableService
  /** null = nobody told us. */
  readonly hours: CompiledHours | null
  readonly now: number
  /** A slot is offered until so long before it begins. */
  readonly leadMinutes: number
  /** Local days offered, today being the first. */
  readonly horizonDays: number
  /** One for a day at most; none = everybody is there. */
  readonly absences?: readonly Absence[]
}

type Capacity = Pick<Outlet, 'counterSeats' | 'benches'>

/**
 * How many more visits for `service` a slot takes, never below 0: a visit takes a seat, a one-hour
 * visit also a bench in its slot and the next. `loads` by start, epoch ms; no entry = nothing taken.
 * Two benches, one taken in the next slot, three seats: `freeIn` is 1 for `one_hour`, 3 for `repair`.
 */
export function freeIn(
  { counterSeats, benches }: Capacity,
  service: BookableService,
  startsAt: number,
  loads: ReadonlyMap<number, SlotLoad>,
): number {
  const here = loads.get(startsAt)
  const seats = counterSeats - (here?.seatsTaken ?? 0)
  if (service !== 'one_hour') return Math.max(0, seats)
  const taken = Math.max(here?.benchesTaken ?? 0, loads.get(startsAt + SLOT_MS)?.benchesTaken ?? 0)
  return Math.max(0, Math.min(seats, benches - taken))
}

/** The seats and benches that are left of an outlet's on a day, never below 0. */
export const staffedOn = (
  { counterSeats, benches }: Capacity,
  absence: Absence | undefined,
): Capacity => ({
  counterSeats: Math.max(0, counterSeats - (absence?.seats ?? 0)),
  benches: Math.max(0, benches - (absence?.benches ?? 0)),
})

const loadsByStart = (loads: readonly SlotLoad[]): ReadonlyMap<number, SlotLoad> =>
  new Map(loads.map((load) => [load.startsAt, load]))

/**
 * The test whether a slot of an opening day may be offered at all, however many take it: far enough
 * ahead, not after a midnight into a day without visits, and for one hour with the outlet still open.
 */
export function isOfferedOn(
  { outlet, service, now, leadMinutes }: OfferTerms,
  hours: CompiledHours,
  date: string,
): (slot: Slot) => boolean {
  const earliest = now + leadMinutes * 60_000
  const endsWithDay = whyNotBookable(outlet, service, addDays(date, 1)) !== null
  const isOfDay = (slot: Slot) => wallTimeIn(hours.zone, slot.startsAt).date === date
  const hasBench = service === 'one_hour' ? staysOpenAfter(hours, date) : () => true
  return (slot) => slot.startsAt >= earliest && (!endsWithDay || isOfDay(slot)) && hasBench(slot)
}

function offeredDay(
  terms: OfferTerms,
  date: string,
  loads: ReadonlyMap<number, SlotLoad>,
): OfferedDay {
  const { outlet, service, hours } = terms
  const refusal = whyNotBookable(outlet, service, date)
  if (refusal) {
    return { date, state: refusal === 'outlet_suspended' ? 'suspended' : 'closed', slots: [] }
  }
  const slots = hours && slotsOn(hours, date)
  if (!hours || !slots) return { date, state: 'unconfirmed', slots: [] }
  if (slots.length === 0) return { date, state: 'closed', slots: [] }
  const staffed = staffedOn(
    outlet,
    terms.absences?.find((absence) => absence.date === date),
  )
  const offered = slots
    .filter(isOfferedOn(terms, hours, date))
    .map(({ startsAt }) => ({ startsAt, free: freeIn(staffed, service, startsAt, loads) }))
  return { date, state: 'open', slots: offered }
}

const daysBetween = (from: string, until: string): number =>
  Math.max(0, Math.ceil((Date.parse(until) - Date.parse(from)) / 86_400_000))

/**
 * What can be booked at an outlet on `days` local dates from `from` (null = today): per day its state
 * and its slots that are still far enough ahead, with their free places. Days before today and beyond
 * the horizon are left out, but for yesterday's opening while it has slots after midnight; so are
 * slots after midnight that fall on a day the outlet is suspended. An open day may have no slot left.
 * With hours unknown every day is `unconfirmed`. RangeError when `from` is no date.
 * Open from 09:00, asked at 09:40 with a lead of 60 minutes: the first slot is the one at 11:00.
 */
export function offerSlots(
  terms: OfferTerms & { readonly from: string | null; readonly days: number },
  loads: readonly SlotLoad[],
): readonly OfferedDay[] {
  const { date: today } = wallTimeIn(terms.hours?.zone ?? terms.outlet.zone, terms.now)
  const from = terms.from ?? today
  const first = from <= today ? addDays(today, -1) : from
  const ends = [addDays(from, terms.days), addDays(today, terms.horizonDays)].sort()
  const taken = loadsByStart(loads)
  return Array.from({ length: daysBetween(first, ends[0] ?? first) }, (_, ahead) =>
    offeredDay(terms, addDays(first, ahead), taken),
  ).filter(({ date, slots }) => date >= today || slots.length > 0)
}

/** The first `count` slots with a free place that begin at or after an instant: what a full slot is answered with. */
export const nextFree = (
  days: readonly OfferedDay[],
  after: number,
  count: number,
): readonly OfferedSlot[] =>
  days
    .flatMap(({ slots }) => slots)
    .filter(({ startsAt, free }) => free > 0 && startsAt >= after)
    .slice(0, count)
