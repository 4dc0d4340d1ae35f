import type { Repair } from '#domain/repairs/repair.ts'
import { clamp, waitOf } from '../chances.ts'
import { newCase } from '../new-case.ts'
import type { Case } from '../sim-case.ts'
import { complaining } from '../voices/complaint-life.ts'
import { telling } from '../voices/feedback-life.ts'
import { DAY_MS, HOUR_MS, type World } from '../world.ts'
import { writeCase } from '../written-case.ts'
import { walkIn } from './walk-in.ts'

function judge(own: Case, repair: Repair): void {
  const { clockStartedAt, clockStoppedAt, promise, outcome, repeatOf } = repair
  const waited = (clockStoppedAt ?? 0) - (clockStartedAt ?? 0)
  const isBroken = promise !== null && (clockStoppedAt ?? 0) > promise.firstAt
  if (isBroken) own.mood -= 0.14
  if (waited > 6 * DAY_MS) own.mood -= 0.12
  if (isBroken || waited > 6 * DAY_MS) own.grievance ??= 'too_slow'
  if (repeatOf !== null) {
    own.mood -= 0.22
    own.grievance = 'product_quality'
  }
  if (outcome === 'returned_unrepaired') own.mood -= 0.1
  if (own.home.manner.quality === 'bad') own.mood -= 0.06
  own.mood = clamp(own.mood + (own.random.next() - 0.5) * 0.24, 0, 1)
}

/** Whether the repair was made with a part of the bad batch. */
const isOfBadBatch = (
  { spike }: World,
  { fault, at }: Case,
  { readyAt, outcome }: Repair,
): boolean =>
  spike !== null &&
  fault === 'screen' &&
  outcome === 'repaired' &&
  at.province === spike.province &&
  readyAt !== null &&
  readyAt >= spike.from &&
  readyAt < spike.until

/** A device that comes back to the outlet it came to before, with the same fault or another. */
function comeBack(
  world: World,
  own: Case,
  { closedAt, isBad }: { closedAt: number; isBad: boolean },
): void {
  const { random, home, device, customer } = own
  const chance = isBad ? 0.22 : own.at.manner.comesBack + (own.at.game === 'refuses' ? 0.04 : 0)
  if (device.left.length > 3 || !random.chance(chance)) return
  const days = isBad ? 2 + waitOf(random, 6) : 1 + waitOf(random, 24)
  const at = home.clock.next(closedAt + days * DAY_MS)
  const fault =
    isBad || random.chance(0.7) ? own.fault : random.pick(['software', 'battery', 'other'] as const)
  const back = { customer, device, fault }
  if (at > world.until + DAY_MS) return
  const again = newCase(world, { home, name: `${own.code}/back`, who: back })
  world.agenda.begin(at, walkIn(world, again, at))
}

/** Who asks, suggests or praises after a repair; enough for a month of questions to be told of. */
const TELLS = 0.05

function speakUp(
  world: World,
  own: Case,
  { closedAt, isBad }: { closedAt: number; isBad: boolean },
): void {
  const { random, mood } = own
  const anger = Math.max(0, 0.5 - mood)
  const chance = 0.0015 + 0.2 * anger * anger + (isBad ? 0.07 : 0)
  if (isBad) own.grievance = 'product_quality'
  if (random.chance(chance)) {
    const at = Math.round(closedAt + waitOf(random, 30 * HOUR_MS))
    world.agenda.begin(at, complaining(world, own, at))
    return
  }
  if (!random.chance(TELLS)) return
  const at = Math.round(closedAt + waitOf(random, 20 * HOUR_MS))
  world.agenda.begin(at, telling(world, own, at))
}

/** What follows from how a repair ended: how content its customer is, what they say, whether they come back. */
export function ending(world: World, own: Case): void {
  const { repair } = own
  // What nobody takes further stays as it stands, on the outlet's list.
  if (repair?.status !== 'closed') return
  judge(own, repair)
  const closedAt = repair.closedAt ?? repair.lastHappenedAt
  if (repair.ending === 'collected' || repair.ending === 'delivered') {
    own.device.left.push(repair)
    const isBad = isOfBadBatch(world, own, repair)
    comeBack(world, own, { closedAt, isBad })
    speakUp(world, own, { closedAt, isBad })
  }
  writeCase(world, own)
}
