import { SLOT_MS } from '#domain/bookings/booking.ts'
import { missedAt } from '#domain/bookings/booking-timers.ts'
import { closesAfter } from '#domain/bookings/closing-time.ts'
import { slotsOn } from '#domain/bookings/slots.ts'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { lapsesAt } from '#domain/repairs/intake.ts'
import { act, visit } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { HOUR_MS, MINUTE_MS, type World } from '../world.ts'
import { writeCase } from '../written-case.ts'
import { BY_LOOKUP, minuteAfter, SYSTEM } from './asking.ts'
import { requestOf, serviceOf } from './intake.ts'
import { drawNumber } from './registering.ts'
import { fromTheQueue, seatFor } from './walk-in.ts'

const LEAD_MS = HOUR_MS

function hasRoom({ home }: Case, startsAt: number, isOneHour: boolean): boolean {
  const { counterSeats, benches } = home.outlet
  const seats = home.slots.get(startsAt)?.seats ?? 0
  const taken = [startsAt, startsAt + SLOT_MS].map((at) => home.slots.get(at)?.benches ?? 0)
  return seats < counterSeats && (!isOneHour || taken.every((bench) => bench < benches))
}

/** A free slot on one of the next days; null = there is none that suits. */
function findSlot(own: Case, at: number): number | null {
  const { home, random } = own
  const today = keptWallTimeIn(home.outlet.zone, at).date
  const ahead = random.weighted([
    [3, 0],
    [4, 1],
    [3, 2],
    [2, 3],
    [2, 5],
    [1, 8],
  ])
  const isOneHour = serviceOf(own) === 'one_hour'
  for (let day = ahead; day < ahead + 4; day++) {
    const slots = slotsOn(home.clock.hours, addDays(today, day)) ?? []
    const free = slots.filter(
      ({ startsAt }) => startsAt >= at + LEAD_MS && hasRoom(own, startsAt, isOneHour),
    )
    if (free.length > 0) return random.pick(free).startsAt
  }
  return null
}

/** A request that nobody follows up lapses. */
export function* lapsing(world: World, own: Case): Generator<number, void, void> {
  if (!own.repair) return
  const slotAt = own.booking?.startsAt ?? null
  const at = minuteAfter(lapsesAt(own.repair, slotAt))
  yield at
  act(world, own, [{ type: 'lapse', slotAt }], { at, actor: SYSTEM })
  writeCase(world, own)
}

/** Moves the visit, where there is a free slot. Answers whether it was moved. */
function move(world: World, own: Case, at: number): boolean {
  const startsAt = findSlot(own, at)
  if (startsAt === null || startsAt === own.booking?.startsAt) return false
  visit(world, own, [{ type: 'move', startsAt }], { at, actor: BY_LOOKUP })
  return true
}

/** Comes at the time of the slot, a little early or late. */
function* coming(world: World, own: Case, startsAt: number): Generator<number, void, void> {
  const { home, random } = own
  const early = startsAt + random.between(-12, 14) * MINUTE_MS
  const at = home.clock.next(early)
  yield at
  const counter = home.counters[0] ?? home.manager
  const queueNumber = drawNumber(own, at)
  visit(world, own, [{ type: 'arrive', walkIn: null, queueNumber }], { at, actor: counter })
  own.closesAt = closesAfter(home.clock.hours, home.outlet.zone, at)
  const { callAt, minutes } = seatFor(own, at)
  yield* fromTheQueue(world, own, { at, callAt: Math.round(callAt), minutes })
}

function* missing(world: World, own: Case): Generator<number, boolean, void> {
  const due = own.booking && missedAt(own.booking)
  if (due === null) return false
  const at = minuteAfter(due)
  yield at
  visit(world, own, [{ type: 'miss' }], { at, actor: SYSTEM })
  if (!own.random.chance(0.3)) return false
  const again = at + own.random.between(1, 40) * HOUR_MS
  yield again
  return move(world, own, again)
}

function* cancelling(world: World, own: Case, at: number): Generator<number, void, void> {
  yield at
  visit(world, own, [{ type: 'cancel', by: 'customer' }], { at, actor: BY_LOOKUP })
  act(world, own, [{ type: 'cancel', proof: null }], { at, actor: BY_LOOKUP })
  writeCase(world, own)
}

/** A visit that is booked, and what comes of it. */
export function* booked(world: World, own: Case, at: number): Generator<number, void, void> {
  const { random } = own
  yield at
  const startsAt = findSlot(own, at)
  if (startsAt === null) {
    world.open.delete(own)
    return
  }
  const service = serviceOf(own)
  const book = {
    type: 'book',
    code: own.code,
    outlet: own.home.outlet.code,
    service,
    startsAt,
  } as const
  visit(world, own, [book], { at, actor: BY_LOOKUP })
  const request = requestOf(own, {
    wayIn: 'walk_in',
    wayBack: 'collect',
    service,
    visitAt: startsAt,
  })
  act(world, own, [request], { at, actor: BY_LOOKUP })
  const whim = random.next()
  // Before anybody would set out for it: the slot is an hour away at least.
  const before = Math.floor(at + 0.75 * random.next() * (startsAt - at))
  if (whim < 0.06) return yield* cancelling(world, own, before)
  if (whim < 0.13) {
    yield before
    move(world, own, before)
  }
  if (random.chance(0.075) && !(yield* missing(world, own))) return yield* lapsing(world, own)
  yield* coming(world, own, own.booking?.startsAt ?? startsAt)
  if (own.repair?.status === 'requested' && !own.isWritten) yield* lapsing(world, own)
}
