import { closesAfter } from '#domain/bookings/closing-time.ts'
import { waitOf } from '../chances.ts'
import { visit } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { HOUR_MS, MINUTE_MS, type World } from '../world.ts'
import { writeCase } from '../written-case.ts'
import { minuteAfter, SYSTEM } from './asking.ts'
import { firstFree } from './benches.ts'
import { serviceOf } from './intake.ts'
import { drawNumber, registering } from './registering.ts'

const USUAL_PATIENCE = 55 * MINUTE_MS
const CALLED_GRACE = 30 * MINUTE_MS

/** When a seat is free for who came at `at`, and how long they take it. */
export function seatFor(
  { home, random }: Case,
  at: number,
): { readonly callAt: number; readonly minutes: number } {
  const place = firstFree(home.seatsFree)
  const minutes = random.between(5, 12) * (home.manner.quality === 'bad' ? 1.5 : 1)
  const ready = Math.max(at + random.between(15, 150) * 1_000, home.seatsFree[place] ?? 0)
  const callAt = home.clock.next(ready)
  home.seatsFree[place] = callAt + minutes * MINUTE_MS
  return { callAt, minutes }
}

/** Waits to be called. Answers when, or null where the customer left before. */
function* queueing(
  world: World,
  own: Case,
  { at, callAt }: { readonly at: number; readonly callAt: number },
): Generator<number, number | null, void> {
  const { home, random } = own
  const counter = home.counters[0] ?? home.manager
  const closesAt = own.closesAt ?? Number.POSITIVE_INFINITY
  const patience = Math.round(at + 8 * MINUTE_MS + waitOf(random, USUAL_PATIENCE * 2))
  if (callAt < Math.min(patience, closesAt)) {
    yield callAt
    visit(world, own, [{ type: 'call' }], { at: callAt, actor: counter })
    if (callAt - at > 20 * MINUTE_MS) own.mood -= 0.1
    return callAt
  }
  const isClosing = closesAt <= patience
  const over = isClosing ? minuteAfter(closesAt) : patience
  yield over
  visit(world, own, [{ type: 'leave' }], { at: over, actor: isClosing ? SYSTEM : counter })
  return null
}

/** Who is sent away at the counter with a hard case: nothing is taken in, and no repair tells of it. */
const isSentAway = ({ home, random, fault }: Case): boolean =>
  home.game === 'refuses' &&
  ['liquid', 'no_power', 'network', 'overheating', 'other'].includes(fault) &&
  random.chance(0.5)

/** Somebody who walks in: queues, or comes straight to the counter, with a phone. */
export function* walkIn(world: World, own: Case, at: number): Generator<number, void, void> {
  const { home, random } = own
  yield at
  if (home.game === 'registers_late' && random.chance(0.8)) {
    // The phone lies there unrecorded: as far as anybody can tell, its customer came when it was written down.
    const written = home.clock.next(at + random.between(2, 26) * HOUR_MS)
    yield written
    return yield* registering(world, own, written)
  }
  const { callAt, minutes } = seatFor(own, at)
  const isStraight = callAt - at < 2 * MINUTE_MS && random.chance(0.35)
  if (isStraight) {
    const taken = at + Math.round(minutes * MINUTE_MS)
    yield taken
    yield* registering(world, own, taken)
    return
  }
  const counter = home.counters[0] ?? home.manager
  own.closesAt = closesAfter(home.clock.hours, home.outlet.zone, at)
  const arrival = { code: own.code, outlet: home.outlet.code, service: serviceOf(own) }
  visit(world, own, [{ type: 'arrive', walkIn: arrival, queueNumber: drawNumber(own, at) }], {
    at,
    actor: counter,
  })
  yield* fromTheQueue(world, own, { at, callAt, minutes })
}

/** Who has arrived is called, or leaves; called, they hand their phone over. */
export function* fromTheQueue(
  world: World,
  own: Case,
  {
    at,
    callAt,
    minutes,
  }: { readonly at: number; readonly callAt: number; readonly minutes: number },
): Generator<number, void, void> {
  const called = yield* queueing(world, own, { at, callAt })
  if (called === null) {
    if (own.repair === null) writeCase(world, own)
    return
  }
  const taken = Math.min(
    called + Math.round(minutes * MINUTE_MS),
    (own.closesAt ?? called) + CALLED_GRACE - MINUTE_MS,
  )
  yield taken
  if (own.repair === null && isSentAway(own)) {
    const actor = own.home.counters[0] ?? own.home.manager
    visit(world, own, [{ type: 'serve', received: 0, reason: 'not_ours' }], { at: taken, actor })
    writeCase(world, own)
    return
  }
  yield* registering(world, own, taken)
}
