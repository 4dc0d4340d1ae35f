import { areSomeCodes, isCode, isCodeOrNull } from './coded-values.ts'
import type { OfferedPrice } from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import { badValue, firstBad, goTo, type Ruling, refuse, type Situation } from './ruling.ts'
import { ABANDON_DAYS, ASSUMED_DELIVERY_DAYS, DAY_MS } from './spans.ts'

/**
 * Back to the bench while the phone is still here. Who changed their mind while the last price holds
 * gets it at that price.
 */
export function reopen(action: ActionOf<'reopen'>, { repair, at }: Situation): Ruling {
  const { reason } = action
  if (reason !== 'not_fixed' && reason !== 'changed_mind') return badValue('reason')
  const offer = repair.offered
  const offered: OfferedPrice | null = offer && {
    ...offer,
    isHeld: reason === 'changed_mind' && at <= offer.holdsUntil,
  }
  return goTo('diagnosing', { reason, offered }, { outcome: null, barrier: null, amountDue: null })
}

const PAYMENTS: readonly string[] = ['cash', 'card', 'mobile', 'transfer', 'waived', 'nothing_due']

/**
 * The customer tested it, paid or was waived what is due, and took it. Something due is paid or waived,
 * nothing due is neither (`bad_value`, field `paidHow`); who waived it is the actor unless named.
 */
export function handOver(action: ActionOf<'hand_over'>, { repair, deciding }: Situation): Ruling {
  const { functionTest, collectedBy, paidHow, invoice } = action
  const isDue = repair.amountDue !== null && repair.amountDue.amountMinor > 0
  const waivedBy = paidHow === 'waived' ? (action.waivedBy ?? deciding.actor.id) : null
  const bad = firstBad({
    functionTest: areSomeCodes(functionTest),
    collectedBy: collectedBy === 'customer' || collectedBy === 'other',
    paidHow: PAYMENTS.includes(paidHow) && isDue === (paidHow !== 'nothing_due'),
    invoice: isCodeOrNull(invoice),
    waivedBy: isCodeOrNull(waivedBy),
  })
  const facts = { functionTest, collectedBy, paidHow, invoice, waivedBy }
  return bad ?? goTo('closed', facts, { ending: 'collected' })
}

/** The refund was paid, under a payment reference. */
export function settle({ paymentReference }: ActionOf<'settle'>): Ruling {
  if (!isCode(paymentReference)) return badValue('paymentReference')
  return goTo('closed', { paymentReference }, { ending: 'settled' })
}

/** The parcel goes back, with courier and tracking number. */
export function postBack({ courier, tracking }: ActionOf<'post_back'>): Ruling {
  const bad = firstBad({ courier: isCode(courier), tracking: isCode(tracking) })
  return bad ?? goTo('in_transit_out', { courier, tracking })
}

/** The parcel arrived; the system assumes so 14 days after the last event, no sooner (`not_allowed_now`). */
export function delivered(_: ActionOf<'delivered'>, { repair, at, deciding }: Situation): Ruling {
  const isAssumed = deciding.actor.roles.includes('system')
  if (isAssumed && at < repair.lastHappenedAt + ASSUMED_DELIVERY_DAYS * DAY_MS)
    return refuse('not_allowed_now')
  return goTo('closed', { isAssumed }, { ending: 'delivered' })
}

const BOUNCES: readonly string[] = ['refused', 'not_collected', 'bad_address', 'damaged']

/** The parcel came back: an assumed delivery never was one. */
export const bounce = ({ reason }: ActionOf<'bounce'>): Ruling =>
  BOUNCES.includes(reason) ? goTo('ready', { reason }, { ending: null }) : badValue('reason')

/** Nobody came in 90 days since it was ready last, for all the reminders: it stays here, out of the count. */
export function abandon(_: ActionOf<'abandon'>, { repair, at }: Situation): Ruling {
  if (repair.readyAt === null || at < repair.readyAt + ABANDON_DAYS * DAY_MS)
    return refuse('not_allowed_now')
  return goTo('closed', {}, { ending: 'abandoned' })
}

/** The customer came after all. */
export const reclaim = (): Ruling => goTo('ready', {}, { ending: null })
