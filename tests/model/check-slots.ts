import { must } from './judge.ts'
import { OUTLETS } from './network.ts'
import type { Records } from './records.ts'

const SLOT_MS = 30 * 60_000

type Taken = { seats: number; benches: number }

/** What bookings that hold a seat and holds, lapsed ones too, take of each slot. */
function takenBy({ bookings, holds }: Records): ReadonlyMap<string, Taken> {
  const taken = new Map<string, Taken>()
  const take = (outlet: string, at: number, what: keyof Taken) => {
    const key = `${outlet} ${at}`
    const slot = taken.get(key) ?? { seats: 0, benches: 0 }
    slot[what] += 1
    taken.set(key, slot)
  }
  const takeAll = (outlet: string, at: number, hasBench: boolean) => {
    take(outlet, at, 'seats')
    if (!hasBench) return
    take(outlet, at, 'benches')
    take(outlet, at + SLOT_MS, 'benches')
  }
  for (const { state } of bookings) {
    const { holdsSeat, outlet, startsAt, service } = state
    if (holdsSeat && startsAt !== null) takeAll(outlet, startsAt, service === 'one_hour')
  }
  for (const hold of holds) takeAll(hold.outlet_code, hold.starts_at, hold.takes_bench === 1)
  return taken
}

/** Slots say what bookings and holds say, and never more than an outlet has. */
export function checkSlots(records: Records): void {
  const taken = takenBy(records)
  for (const slot of records.slots) {
    const { outlet_code: code, starts_at: at, seats_taken: seats, benches_taken: benches } = slot
    const due = taken.get(`${code} ${at}`) ?? { seats: 0, benches: 0 }
    const name = `slot ${code} ${new Date(at).toISOString()}`
    must(seats === due.seats, () => `${name}: ${seats} seats counted, ${due.seats} taken`)
    must(benches === due.benches, () => `${name}: ${benches} benches counted, ${due.benches} taken`)
    const outlet = OUTLETS.find((one) => one.code === code)
    must(outlet !== undefined && seats <= outlet.counterSeats, () => `${name}: oversold`)
    must(outlet !== undefined && benches <= outlet.benches, () => `${name}: benches oversold`)
  }
  const counted = new Set(records.slots.map((slot) => `${slot.outlet_code} ${slot.starts_at}`))
  for (const key of taken.keys()) must(counted.has(key), () => `slot ${key}: taken, not counted`)
}

/** Seats that are free to who asks now: holds that lapsed are, though nobody took them off. */
export function freeSeats(
  records: readonly Records[],
  { outlet, at, now }: { readonly outlet: string; readonly at: number; readonly now: number },
): number {
  const isHere = (code: string, startsAt: number | null) => code === outlet && startsAt === at
  const booked = records
    .flatMap(({ bookings }) => bookings)
    .filter(({ state }) => state.holdsSeat && isHere(state.outlet, state.startsAt))
  const held = records
    .flatMap(({ holds }) => holds)
    .filter((hold) => hold.expires_at > now && isHere(hold.outlet_code, hold.starts_at))
  const seats = OUTLETS.find(({ code }) => code === outlet)?.counterSeats ?? 0
  return seats - booked.length - held.length
}
