import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { DAY_MS, type World } from '../world.ts'

/**
 * The phone can't be found. Most turn up; else the customer gets another one. Answers when it is back
 * at an outlet or replaced, where it is then ready or to be worked on.
 */
export function* losing(
  world: World,
  own: Case,
  from: number,
): Generator<number, number | null, void> {
  const { random, home } = own
  own.mood -= 0.45
  own.grievance = 'data_or_privacy'
  const lostAt = home.clock.next(from)
  yield lostAt
  const actor = own.at.manager
  act(world, own, [{ type: 'report_lost', claim: `DEMO-${own.code}` }], { at: lostAt, actor })
  world.onLost(own, lostAt)
  const overAt = home.clock.next(lostAt + random.between(2, 12) * DAY_MS)
  yield overAt
  if (random.chance(0.6)) {
    act(world, own, [{ type: 'found', where: 'courier' }], { at: overAt, actor })
    return overAt
  }
  const on = keptWallTimeIn(own.at.outlet.zone, overAt).date
  const remedy = { rule: 'goodwill', clause: 'lost', on }
  act(world, own, [{ type: 'exchange', ...remedy }], { at: overAt, actor })
  return overAt
}
