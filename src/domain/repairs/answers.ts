import { isUnderCeiling, partsUpdateBy } from './asks.ts'
import { isCode } from './coded-values.ts'
import type { Ask, Money, Repair } from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import {
  badValue,
  goReady,
  goTo,
  type Refused,
  type Ruling,
  refuse,
  type Situation,
} from './ruling.ts'

type Answer = ActionOf<'accept'> | ActionOf<'decline'>

const moneyOf = (amountMinor: number, currency: string | null): Money | null =>
  amountMinor > 0 && currency !== null ? { amountMinor, currency } : null

/**
 * What saying no costs now (to be said first): what declining the open ask was said to cost; null where
 * that is nothing, or nothing is asked. Asked with a decline cost of 30.00 CNY: 3,000 minor units.
 */
export const costOfNo = ({ ask }: Repair): Money | null =>
  ask && moneyOf(ask.declineCostMinor, ask.currency)

/**
 * Money is agreed by the message's link, by staff who can show evidence, or by itself under a ceiling
 * agreed before. An answer counts for the ask that is open now, no other.
 */
function whyNotAnswer(action: Answer, { repair, deciding }: Situation): Refused | null {
  const { roles, via } = deciding.actor
  if (repair.ask?.version !== action.askVersion) return refuse('ask_closed')
  if (roles.includes('system')) return isUnderCeiling(repair) ? null : refuse('not_your_role')
  if (roles.includes('customer')) return via === 'link' ? null : refuse('link_needed')
  return action.evidence === null ? refuse('link_needed') : null
}

function carryOn(ask: Ask, facts: Record<string, unknown>, situation: Situation): Ruling {
  const { continueTo } = ask
  if (continueTo.status === 'ready')
    return goReady('returned_unrepaired', facts, {
      barrier: continueTo.barrier,
      amountDue: moneyOf(ask.totalMinor, ask.currency),
    })
  if (continueTo.status !== 'awaiting_parts') return goTo(continueTo.status, facts)
  const { part, expectedOn } = continueTo
  return goTo(
    'awaiting_parts',
    { ...facts, part, expectedOn },
    { nextUpdateBy: partsUpdateBy(expectedOn, situation) },
  )
}

/**
 * The customer agrees: work goes on where the ask said. A price becomes the agreed one; an ask without
 * money leaves the price agreed before. Refuses an ask that isn't the open one (`ask_closed`), and an
 * answer that nobody can show to be the customer's (`link_needed`).
 * An accepted ask of 320.00 CNY that continues to repairing: repairing, 320.00 CNY agreed.
 */
export function accept(action: ActionOf<'accept'>, situation: Situation): Ruling {
  const { repair, at } = situation
  const refused = whyNotAnswer(action, situation)
  if (refused) return refused
  if (action.evidence !== null && !isCode(action.evidence)) return badValue('evidence')
  const { ask } = repair
  if (!ask) return refuse('ask_closed')
  const isPriced = ask.lines.length > 0 && ask.currency !== null
  const agreed = isPriced
    ? { askVersion: ask.version, totalMinor: ask.totalMinor, currency: ask.currency, agreedAt: at }
    : repair.agreed
  const facts = { askVersion: ask.version, evidence: action.evidence, agreed }
  return carryOn(ask, facts, situation)
}

/**
 * The customer doesn't agree: the phone goes back as it was, for what that was said to cost. Refuses
 * as `accept` does, and without a coded reason (`bad_value`).
 */
export function decline(action: ActionOf<'decline'>, situation: Situation): Ruling {
  const refused = whyNotAnswer(action, situation)
  if (refused) return refused
  if (!isCode(action.reason)) return badValue('reason')
  if (action.evidence !== null && !isCode(action.evidence)) return badValue('evidence')
  const { askVersion, reason, evidence } = action
  const facts = { askVersion, reason, evidence }
  const amountDue = costOfNo(situation.repair)
  return goReady('returned_unrepaired', facts, { barrier: 'declined', amountDue })
}

/** Nobody answered in 14 days, that instant included: as if declined. Earlier it is `not_allowed_now`. */
export function expire(_: ActionOf<'expire'>, { repair, at }: Situation): Ruling {
  if (!repair.ask || at < repair.ask.expiresAt) return refuse('not_allowed_now')
  const facts = { askVersion: repair.ask.version }
  return goReady('returned_unrepaired', facts, {
    barrier: 'no_answer',
    amountDue: costOfNo(repair),
  })
}

/** The customer wants the phone back as it is, for what declining an open ask costs. Needs a coded reason. */
export function withdraw(action: ActionOf<'withdraw'>, { repair }: Situation): Ruling {
  if (!isCode(action.reason)) return badValue('reason')
  const change = { barrier: 'withdrawn', amountDue: costOfNo(repair) } as const
  return goReady('returned_unrepaired', { reason: action.reason }, change)
}
