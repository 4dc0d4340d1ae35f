import { aboutMedian } from '../chances.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import type { SimOutlet } from '../sim-outlet.ts'
import { DAY_MS, HOUR_MS, type World } from '../world.ts'
import { losing } from './losing.ts'

const LOST_IN_TRANSFER = 1 / 2_500

const senderAt = ({ counters, manager }: SimOutlet) => counters[0] ?? manager

/**
 * Sends the phone on to another outlet by the daily van, and lets that take it in. Answers when it is
 * there, or null where it was lost and never found.
 */
export function* moving(
  world: World,
  own: Case,
  { from, to }: { readonly from: number; readonly to: SimOutlet },
): Generator<number, number | null, void> {
  const { random, at: here } = own
  const sentAt = here.clock.next(from + random.between(1, 4) * HOUR_MS)
  yield sentAt
  act(world, own, [{ type: 'send_on', outlet: to.outlet.code, carrier: 'van' }], {
    ...{ at: sentAt, actor: senderAt(here), to },
  })
  if (random.chance(LOST_IN_TRANSFER)) {
    const foundAt = yield* losing(world, own, sentAt + 4 * DAY_MS)
    return foundAt
  }
  const there = to.clock.next(sentAt + aboutMedian(random, 12 * HOUR_MS, 0.25))
  yield there
  act(world, own, [{ type: 'take_in', condition: ['as_sent'] }], { at: there, actor: senderAt(to) })
  return there
}
