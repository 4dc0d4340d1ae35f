import { openingsOfInterval } from '#domain/bookings/openings.ts'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { Coverage } from '#domain/repairs/repair.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { DAY_MS, HOUR_MS, type World } from '../world.ts'
import { BY_LOOKUP } from './asking.ts'

type Missing = {
  readonly at: number
  readonly part: string
  readonly coverage: Coverage
  readonly who: Actor
}

/** Days that the store takes; a bad batch leaves it without screens. */
function leadDays({ spike }: World, { random, at, fault }: Case, now: number): number {
  const isShort =
    spike !== null &&
    spike.province === at.province &&
    fault === 'screen' &&
    now >= spike.from &&
    now < spike.until
  return (
    random.weighted([
      [40, 1],
      [30, 2],
      [16, 4],
      [9, 7],
      [5, 13],
    ]) + (isShort ? random.between(2, 9) : 0)
  )
}

const morningOf = ({ at }: Case, date: string): number => {
  const midnight = openingsOfInterval(at.outlet.zone, date, [0, 1440])[0]?.from
  return at.clock.next((midnight ?? 0) + 8 * HOUR_MS)
}

/** Tells the customer of another time, where the outlet does such things. */
function inform(
  world: World,
  own: Case,
  { at, until, who }: { at: number; until: number; who: Actor },
) {
  const { promise } = own.repair ?? {}
  if (!promise || until <= promise.currentAt) return
  if (!own.random.chance(own.at.manner.informs)) {
    own.mood -= 0.1
    return
  }
  const news = { nextUpdateBy: until, promisedAt: until, reason: 'late' }
  act(world, own, [{ type: 'inform', ...news }], { at, actor: who })
}

/** Waits for a part. Answers when it is there, or null where the customer or the store gave up. */
export function* awaitingPart(
  world: World,
  own: Case,
  { at, part, coverage, who }: Missing,
): Generator<number, number | null, void> {
  const { random } = own
  const dayOf = (instant: number) => keptWallTimeIn(own.at.outlet.zone, instant).date
  const days = leadDays(world, own, at)
  const expectedOn = addDays(dayOf(at), Math.max(1, Math.round(days * 0.9)))
  if (own.repair?.status !== 'awaiting_parts') {
    yield at
    const found = { faultCode: own.fault, coverage, part, expectedOn }
    act(world, own, [{ type: 'await_parts', ...found }], { at, actor: who })
  }
  inform(world, own, { at, until: morningOf(own, addDays(expectedOn, 1)), who })
  let arrives = morningOf(own, addDays(dayOf(at), days))
  if (random.chance(0.16)) {
    const late = random.between(2, 6)
    const told = own.at.clock.next(Math.max(at + HOUR_MS, arrives - 5 * HOUR_MS))
    yield told
    const again = addDays(dayOf(told), late)
    act(world, own, [{ type: 'new_date', expectedOn: again, reason: 'late' }], {
      at: told,
      actor: who,
    })
    arrives = Math.max(morningOf(own, again), told)
    own.mood -= 0.1
    own.grievance ??= 'part_missing'
  }
  if (arrives - at > 5 * DAY_MS && random.chance(0.07)) {
    const over = arrives - DAY_MS
    yield over
    act(world, own, [{ type: 'withdraw', reason: 'takes_too_long' }], {
      at: over,
      actor: BY_LOOKUP,
    })
    own.mood -= 0.15
    return null
  }
  yield arrives
  if (random.chance(0.02)) {
    const given = { faultCode: own.fault, barrier: 'part_unavailable' } as const
    act(world, own, [{ type: 'give_up', ...given }], { at: arrives, actor: who })
    own.mood -= 0.25
    own.grievance ??= 'part_missing'
    return null
  }
  act(world, own, [{ type: 'part_arrived' }], { at: arrives, actor: who })
  return arrives
}
