import { aboutMedian } from '../chances.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { DAY_MS, HOUR_MS, type World } from '../world.ts'
import { writeCase } from '../written-case.ts'
import { BY_LOOKUP } from './asking.ts'
import { lapsing } from './booked.ts'
import { intakeOf, requestOf } from './intake.ts'
import { losing } from './losing.ts'
import { repairing } from './registering.ts'
import { drawCourse } from './workshop.ts'

const LOST_ON_THE_WAY = 1 / 3_000

/** A phone that is sent by parcel, repaired and sent back. */
export function* mailed(world: World, own: Case, at: number): Generator<number, void, void> {
  const { random, home } = own
  yield at
  const request = requestOf(own, {
    wayIn: 'mail_in',
    wayBack: 'post',
    service: 'repair',
    visitAt: null,
  })
  act(world, own, [request], { at, actor: BY_LOOKUP })
  const whim = random.next()
  const postedAt = Math.round(at + aboutMedian(random, 26 * HOUR_MS, 0.8))
  if (whim < 0.05) {
    const over = at + random.between(1, 48) * HOUR_MS
    yield over
    act(world, own, [{ type: 'cancel', proof: null }], { at: over, actor: BY_LOOKUP })
    return writeCase(world, own)
  }
  if (whim < 0.12) return yield* lapsing(world, own)
  yield postedAt
  const tracking = `DEMO${own.code}IN`
  own.parcels.push(tracking)
  act(world, own, [{ type: 'post', courier: 'sf', tracking }], { at: postedAt, actor: BY_LOOKUP })
  if (random.chance(LOST_ON_THE_WAY)) yield* losing(world, own, postedAt + 8 * DAY_MS)
  const since = own.repair?.lastHappenedAt ?? postedAt
  const there = home.clock.next(since + aboutMedian(random, 1.4 * DAY_MS, 0.35))
  if (own.repair?.status === 'in_transit_in') {
    yield there
    const intake = intakeOf(own, there, null)
    const actor = home.counters[0] ?? home.manager
    act(world, own, [intake.receive], { at: there, actor })
    own.receivedAt = there
    yield* repairing(world, own, { intake, course: drawCourse(random), from: there })
    return
  }
  // Lost for good, and replaced.
  const intake = intakeOf(own, there, null)
  yield* repairing(world, own, { intake, course: 'fixed', from: since })
}
