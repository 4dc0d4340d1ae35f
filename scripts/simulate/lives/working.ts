import type { Actor } from '#domain/repairs/actor.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { HOUR_MS, MINUTE_MS, type World } from '../world.ts'
import { checkerAt, takeBench } from './benches.ts'
import { partOf } from './intake.ts'

export type Begun = { readonly at: number; readonly who: Actor }

const TESTED = ['power', 'screen', 'touch', 'charging', 'calls']

const workOf = (own: Case): { readonly work: string; readonly parts: readonly string[] } => {
  const part = partOf(own)
  if (own.fault === 'software') return { work: 'reinstalled', parts: [] }
  if (own.fault === 'data') return { work: 'data_moved', parts: [] }
  if (part === null) return { work: own.random.pick(['cleaned', 'adjusted']), parts: [] }
  if (part === 'board')
    return { work: own.random.pick(['board_replaced', 'board_repaired']), parts: ['board'] }
  return { work: 'replaced', parts: [part] }
}

function finish(world: World, own: Case, { at, who }: Begun): void {
  const { work, parts } = workOf(own)
  const oldPart = parts.length === 0 ? 'none' : 'returned'
  const done = { faultCode: own.fault, work, parts, oldPart, boardChanged: false } as const
  act(world, own, [{ type: 'finish', ...done }], { at, actor: who })
}

/** By when the outlet that closes and reopens wants its clocks stopped. */
function shamBy({ repair }: Case, isWaiting: boolean): number {
  const promised = repair?.promise?.firstAt ?? Number.POSITIVE_INFINITY
  const hour = isWaiting ? (repair?.clockStartedAt ?? 0) + HOUR_MS : Number.POSITIVE_INFINITY
  return Math.min(promised, hour) - 2 * MINUTE_MS
}

type Work = Begun & { readonly minutes: number; readonly isWaiting: boolean }

/** Called ready in time with the work undone: the customer's clock stops, the phone doesn't. */
function* shamming(
  world: World,
  own: Case,
  { at, who, by }: Begun & { readonly by: number },
): Generator<number, void, void> {
  const finishedAt = Math.max(at, by - 2 * MINUTE_MS)
  yield finishedAt
  finish(world, own, { at: finishedAt, who })
  const passedAt = Math.max(finishedAt, by)
  yield passedAt
  const passed = { functionTest: ['power'], override: null }
  const actor = checkerAt(own.at, who.id)
  act(world, own, [{ type: 'pass_check', ...passed }], { at: passedAt, actor })
}

/**
 * Works on a phone until its check is passed; what fails goes back to the bench. The outlet that closes
 * and reopens passes what it hasn't done when time runs out, and works on once the customer is there.
 */
export function* working(
  world: World,
  own: Case,
  { at, who, minutes, isWaiting }: Work,
): Generator<number, void, void> {
  const { random, at: here } = own
  const job = takeBench(here, at, minutes)
  if (here.game === 'reopens' && own.repair?.askCount === 0) {
    const by = shamBy(own, isWaiting)
    if (job.end > by && by > at) {
      yield* shamming(world, own, { at, who, by })
      return
    }
  }
  let begun = { at: job.end, who: job.who }
  for (let turn = 0; ; turn++) {
    yield begun.at
    finish(world, own, begun)
    const checkedAt = here.clock.after(begun.at, random.between(3, isWaiting ? 6 : 25))
    yield checkedAt
    const actor = checkerAt(here, begun.who.id)
    if (turn < 2 && random.chance(here.manner.failsCheck)) {
      const reason = random.pick(['fault_remains', 'assembly', 'cosmetic'])
      act(world, own, [{ type: 'fail_check', reason }], { at: checkedAt, actor })
      const again = takeBench(here, checkedAt, minutes / 2)
      begun = { at: again.end, who: again.who }
      continue
    }
    const passed = { functionTest: TESTED, override: null }
    act(world, own, [{ type: 'pass_check', ...passed }], { at: checkedAt, actor })
    return
  }
}
