import type { Actor } from '#domain/repairs/actor.ts'
import { ABANDON_DAYS, ASSUMED_DELIVERY_DAYS } from '#domain/repairs/spans.ts'
import { aboutMedian, waitOf } from '../chances.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, type World } from '../world.ts'
import { minuteAfter, SYSTEM } from './asking.ts'
import type { Intake } from './intake.ts'
import { losing } from './losing.ts'
import { drawCourse, workshop } from './workshop.ts'

const COURIER: Actor = { id: 'courier', roles: ['courier'], via: 'desk' }
const NEVER_COLLECTED = 0.004
const LOST_IN_POST = 1 / 2_000
const MOST_TURNS = 4

type Way = { readonly intake: Intake }

/** When the customer comes for it: at once where they wait, else when they find the time. */
function comesAt({ home, random, repair }: Case, isWaiting: boolean): number {
  const readyAt = repair?.lastHappenedAt ?? 0
  const waited =
    isWaiting && random.chance(0.8)
      ? random.between(4, 35) * MINUTE_MS
      : Math.min(aboutMedian(random, 17 * HOUR_MS, 1.1), 45 * DAY_MS)
  return home.clock.next(readyAt + waited)
}

/** Whether the phone must go back to the bench: it was never repaired, or fails before the customer. */
function isReopened({ repair, at, random }: Case, turn: number): boolean {
  if (repair?.outcome !== 'repaired' || turn > 1) return false
  if (at.game === 'reopens' && turn === 0) {
    const isSham = repair.promise !== null && (repair.readyAt ?? 0) <= repair.promise.firstAt
    return isSham && random.chance(0.55)
  }
  return random.chance(at.manner.failsAtCounter)
}

function handOver(world: World, own: Case, at: number): void {
  const due = own.repair?.amountDue
  const paidHow = due
    ? own.random.weighted([
        [80, 'mobile'],
        [12, 'card'],
        [6, 'cash'],
        [2, 'waived'],
      ] as const)
    : 'nothing_due'
  act(
    world,
    own,
    [
      {
        ...{ type: 'hand_over', functionTest: ['power', 'screen', 'touch', 'calls'] },
        ...{ collectedBy: 'customer', paidHow, invoice: due ? `DEMO-${own.code}` : null },
      },
    ],
    { at, actor: own.home.counters[0] ?? own.home.manager },
  )
}

function* collecting(world: World, own: Case, { intake }: Way): Generator<number, void, void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    if (own.random.chance(NEVER_COLLECTED)) {
      const over = own.home.clock.next((own.repair?.readyAt ?? 0) + ABANDON_DAYS * DAY_MS + HOUR_MS)
      yield over
      act(world, own, [{ type: 'abandon' }], { at: over, actor: own.home.manager })
      return
    }
    const at = comesAt(own, intake.isWaiting)
    yield at
    if (!isReopened(own, turn)) return handOver(world, own, at)
    const counter = own.home.counters[0] ?? own.home.manager
    act(world, own, [{ type: 'reopen', reason: 'not_fixed' }], { at, actor: counter })
    own.mood -= 0.2
    own.grievance ??= 'product_quality'
    yield* workshop(world, own, { from: at, intake, course: drawAgain(own) })
    if (own.repair?.status !== 'ready') return
  }
}

/** A phone that was nearly done seldom turns out to be beyond repair. */
const drawAgain = ({ random }: Case) => (random.chance(0.9) ? 'fixed' : drawCourse(random))

function* posting(world: World, own: Case): Generator<number, void, void> {
  const { random, at: here } = own
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const sentAt = here.clock.next(
      (own.repair?.lastHappenedAt ?? 0) + random.between(1, 20) * HOUR_MS,
    )
    yield sentAt
    const tracking = `DEMO${own.code}${turn}`
    own.parcels.push(tracking)
    act(world, own, [{ type: 'post_back', courier: 'sf', tracking }], {
      at: sentAt,
      actor: here.counters[0] ?? here.manager,
    })
    if (random.chance(LOST_IN_POST)) {
      if ((yield* losing(world, own, sentAt + 9 * DAY_MS)) === null) return
      continue
    }
    const there = sentAt + aboutMedian(random, 1.5 * DAY_MS, 0.35)
    if (random.chance(0.012)) {
      const back = here.clock.next(there + 4 * DAY_MS)
      yield back
      act(world, own, [{ type: 'bounce', reason: random.pick(['not_collected', 'bad_address']) }], {
        at: back,
        actor: here.counters[0] ?? here.manager,
      })
      continue
    }
    const isTold = random.chance(0.985)
    const at = isTold ? Math.round(there) : minuteAfter(sentAt + ASSUMED_DELIVERY_DAYS * DAY_MS)
    yield at
    act(world, own, [{ type: 'delivered' }], { at, actor: isTold ? COURIER : SYSTEM })
    return
  }
}

function* settling(world: World, own: Case): Generator<number, void, void> {
  const at = own.at.clock.next((own.repair?.lastHappenedAt ?? 0) + waitOf(own.random, 2 * DAY_MS))
  yield at
  const paymentReference = `DEMO-${own.code}`
  act(world, own, [{ type: 'settle', paymentReference }], { at, actor: own.at.manager })
}

/** How a phone that is ready gets to its customer, or their money does. */
export function* givingBack(world: World, own: Case, way: Way): Generator<number, void, void> {
  if (own.repair?.status !== 'ready') return
  if (own.repair.outcome === 'refunded') return yield* settling(world, own)
  return own.repair.wayBack === 'post'
    ? yield* posting(world, own)
    : yield* collecting(world, own, way)
}
