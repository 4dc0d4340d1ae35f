import { areCodes, areSomeCodes, isCode, isDate, isInstant, isMoney } from './coded-values.ts'
import {
  BOOKABLE_SERVICES,
  COVERAGES,
  type Money,
  type Repair,
  WAYS_BACK,
  WAYS_IN,
} from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import {
  badValue,
  firstBad,
  goTo,
  type Refused,
  type Ruling,
  refuse,
  type Situation,
} from './ruling.ts'
import { DAY_MS, LAPSE_AFTER_REQUEST_DAYS, LAPSE_AFTER_SLOT_DAYS } from './spans.ts'

/** What is written down later than this is late: a day's figures may have been told without it. */

const isCeiling = (ceiling: Money | null): boolean => ceiling === null || isMoney(ceiling)

/** What a request must say: a visit's slot is a walk-in's alone. Null = it says it. */
export const whyNotRequest = (action: ActionOf<'request'>): Refused | null =>
  firstBad({
    code: isCode(action.code),
    wayIn: WAYS_IN.includes(action.wayIn),
    wayBack: WAYS_BACK.includes(action.wayBack),
    outlet: isCode(action.outlet),
    service: BOOKABLE_SERVICES.includes(action.service),
    model: isCode(action.model),
    faultCode: isCode(action.faultCode),
    locale: action.locale === 'en' || action.locale === 'zh-CN',
    visitAt: action.visitAt === null || (action.wayIn === 'walk_in' && isInstant(action.visitAt)),
    ceiling: isCeiling(action.ceiling),
  })

/** The customer hands a parcel to a courier: who, and under which number. */
export function post(action: ActionOf<'post'>): Ruling {
  const { courier, tracking } = action
  return (
    firstBad({ courier: isCode(courier), tracking: isCode(tracking) }) ??
    goTo('in_transit_in', { courier, tracking })
  )
}

/** What the record of the intake may say beside: a purchase doesn't lie ahead. */
const recordChecks = ({ tested, proof, dataLoss }: ActionOf<'receive'>, day: string) => ({
  tested: tested === undefined || (areCodes(tested.works) && areCodes(tested.fails)),
  proof:
    proof === undefined || (isCode(proof.kind) && isDate(proof.boughtOn) && proof.boughtOn <= day),
  dataLoss: dataLoss === undefined || isCode(dataLoss),
})

/**
 * The outlet takes the phone in and promises a time after this one. Only here does a promise begin. A
 * walk-in's arrival isn't after it, a mail-in has none. A ceiling agreed now replaces the request's.
 */
export function receive(action: ActionOf<'receive'>, { repair, at, day }: Situation): Ruling {
  const { type: _, ...facts } = action
  const arrived = action.arrivedAt
  const bad = firstBad({
    condition: areSomeCodes(action.condition),
    accessories: areCodes(action.accessories),
    coverage: COVERAGES.includes(action.coverage),
    promisedAt: isInstant(action.promisedAt) && action.promisedAt > at,
    arrivedAt:
      arrived === null || (repair.wayIn === 'walk_in' && isInstant(arrived) && arrived <= at),
    ceiling: isCeiling(action.ceiling),
    repeatOf: action.repeatOf === null || isCode(action.repeatOf),
    ...recordChecks(action, day),
  })
  if (bad) return bad
  return goTo('received', {
    ...facts,
    ceiling: action.ceiling ?? repair.ceiling,
    isOneHourListed: action.isOneHourListed ?? false,
  })
}

/** Before the phone is here it may be called off; a parcel only with proof that it never left. */
export function cancel(action: ActionOf<'cancel'>, { repair }: Situation): Ruling {
  const isProved = repair.status === 'requested' ? true : isCode(action.proof)
  if (!isProved) return badValue('proof')
  if (action.proof !== null && !isCode(action.proof)) return badValue('proof')
  return goTo('closed', { proof: action.proof }, { ending: 'cancelled' })
}

/**
 * When a request that nobody followed up lapses: 14 days after the slot, 30 after the request where
 * there is none (epoch ms). `slotAt` is the slot of a visit that was moved since.
 * Requested on 1 October for a slot on the 3rd: the 17th, at that slot's time.
 */
export function lapsesAt(repair: Repair, slotAt: number | null = null): number {
  const slot = slotAt ?? repair.visitAt
  return slot !== null
    ? slot + LAPSE_AFTER_SLOT_DAYS * DAY_MS
    : repair.requestedAt + LAPSE_AFTER_REQUEST_DAYS * DAY_MS
}

/** Closes a request that nobody followed up; before it is due, `not_allowed_now`. */
export const lapse = (action: ActionOf<'lapse'>, { repair, at }: Situation): Ruling =>
  at < lapsesAt(repair, action.slotAt)
    ? refuse('not_allowed_now')
    : goTo('closed', {}, { ending: 'lapsed' })
