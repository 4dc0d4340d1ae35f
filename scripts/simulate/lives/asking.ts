import type { Actor } from '#domain/repairs/actor.ts'
import type { ActionOf } from '#domain/repairs/repair-action.ts'
import { ASK_DAYS } from '#domain/repairs/spans.ts'
import { aboutMedian } from '../chances.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, type World } from '../world.ts'

export const BY_LINK: Actor = { id: 'customer', roles: ['customer'], via: 'link' }
export const BY_LOOKUP: Actor = { id: 'customer', roles: ['customer'], via: 'lookup' }
export const SYSTEM: Actor = { id: 'system', roles: ['system'], via: 'system' }
export const AGENT: Actor = { id: 'stf_demo_agent', roles: ['agent'], via: 'desk' }

/** The clock looks once a minute. */
export const minuteAfter = (at: number): number =>
  Math.floor(at / MINUTE_MS) * MINUTE_MS + MINUTE_MS

/** An ask without money, by kind. */
export const plainAsk = (
  kind: ActionOf<'ask'>['kind'],
  rest: Pick<ActionOf<'ask'>, 'continueTo' | 'faultCode' | 'coverage'>,
): ActionOf<'ask'> => ({
  ...{ type: 'ask', kind, lines: [], currency: null, declineCostMinor: 0, notCovered: null },
  ...rest,
})

type Answer = 'accept' | 'decline' | 'withdraw' | 'silence'

function answerOf({ random, mood }: Case, ask: ActionOf<'ask'>): Answer {
  if (random.chance(0.006)) return 'silence'
  if (random.chance(0.004)) return 'withdraw'
  const isMoney = ask.kind === 'price'
  return random.chance(isMoney ? 0.03 - 0.02 * mood : 0.02) ? 'decline' : 'accept'
}

/** Nobody answers at night. */
function awake({ home }: Case, at: number): number {
  const hour = new Date(at + 8 * HOUR_MS).getUTCHours()
  return hour >= 8 && hour < 22 ? at : home.clock.next(at)
}

/**
 * Asks the customer, and waits for the answer: most come within hours, some never. Answers when work
 * may go on, or null where the phone goes back as it is.
 */
export function* asking(
  world: World,
  own: Case,
  {
    ask,
    at,
    who,
    isWaiting = false,
  }: {
    readonly ask: ActionOf<'ask'>
    readonly at: number
    readonly who: Actor
    /** The customer stands there and is asked to their face. */
    readonly isWaiting?: boolean
  },
): Generator<number, number | null, void> {
  const { random } = own
  yield at
  const { askCount: askVersion } = act(world, own, [ask], { at, actor: who })
  const answer = answerOf(own, ask)
  const expiresAt = at + ASK_DAYS * DAY_MS
  const usual = Math.min(aboutMedian(random, 2.2 * HOUR_MS, 1.2), 12 * DAY_MS)
  const waited = isWaiting && random.chance(0.97) ? 3 * MINUTE_MS : usual
  const then = awake(own, Math.round(at + Math.max(2 * MINUTE_MS, waited)))
  if (answer === 'silence' || then >= expiresAt) {
    const expired = minuteAfter(expiresAt)
    yield expired
    act(world, own, [{ type: 'expire' }], { at: expired, actor: SYSTEM })
    return null
  }
  yield then
  if (answer === 'withdraw') {
    act(world, own, [{ type: 'withdraw', reason: 'takes_too_long' }], {
      at: then,
      actor: BY_LOOKUP,
    })
    return null
  }
  const isByPhone = random.chance(0.35) && own.at.clock.isOpen(then)
  const actor = isByPhone ? (own.at.counters[0] ?? own.at.manager) : BY_LINK
  const evidence = isByPhone ? 'recorded_call' : null
  if (answer === 'accept') {
    act(world, own, [{ type: 'accept', askVersion, evidence }], { at: then, actor })
    return then
  }
  const reason =
    ask.kind === 'price'
      ? 'too_expensive'
      : random.pick(['repair_elsewhere', 'new_phone', 'no_reason'])
  act(world, own, [{ type: 'decline', askVersion, reason, evidence }], { at: then, actor })
  own.mood -= 0.12
  own.grievance ??= ask.kind === 'price' ? 'price' : null
  return null
}
