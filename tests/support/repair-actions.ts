import type { Actor } from '#domain/repairs/actor.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { ActionOf, RepairActionType } from '#domain/repairs/repair-action.ts'
import { agent, bench, counter, customer, manager, system } from './repair-actors.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** Where and when the repairs of tests begin: Thursday 2026-10-01, 10:00 in Shenzhen. */
export const BEGINNING = Date.UTC(2026, 9, 1, 2)
export const ZONE = 'Asia/Shanghai'
export const HOME = 'SZ-001'
export const ELSEWHERE = 'SZ-002'
export const CODE = '7K3M9QXF2T8BV'

type At = { readonly repair: Repair | null; readonly at: number }
type Samples = { readonly [T in RepairActionType]: (at: At) => ActionOf<T> }

const dateAfter = (at: number, days: number): string =>
  new Date(at + days * DAY_MS).toISOString().slice(0, 10)

const remedy = { rule: 'cn-three-guarantees', clause: 'art-12', on: '2026-09-20' }
const finding = { faultCode: 'screen', coverage: 'in_warranty' } as const

/** An action of each type with everything it needs, as of a repair and a moment. */
const SAMPLES: Samples = {
  request: () => ({
    type: 'request',
    code: CODE,
    wayIn: 'walk_in',
    wayBack: 'collect',
    outlet: HOME,
    service: 'repair',
    model: 'fp-12',
    faultCode: 'screen',
    locale: 'zh-CN',
    visitAt: null,
    ceiling: null,
  }),
  post: () => ({ type: 'post', courier: 'sf', tracking: 'SF1234567890' }),
  receive: ({ at }) => ({
    type: 'receive',
    isAnnounced: true,
    condition: ['scratched_back'],
    accessories: [],
    coverage: 'in_warranty',
    promisedAt: at + 2 * DAY_MS,
    arrivedAt: null,
    ceiling: null,
    repeatOf: null,
  }),
  diagnose: () => ({ type: 'diagnose' }),
  ask: () => ({
    type: 'ask',
    kind: 'price',
    lines: [
      { item: 'screen', amountMinor: 28_000 },
      { item: 'labour', amountMinor: 4_000 },
    ],
    currency: 'CNY',
    declineCostMinor: 3_000,
    notCovered: 'impact',
    continueTo: { status: 'repairing' },
    faultCode: 'screen',
    coverage: 'customer_pays',
  }),
  accept: ({ repair }) => ({
    type: 'accept',
    askVersion: repair?.ask?.version ?? 1,
    evidence: null,
  }),
  decline: ({ repair }) => ({
    type: 'decline',
    askVersion: repair?.ask?.version ?? 1,
    reason: 'too_expensive',
    evidence: null,
  }),
  expire: () => ({ type: 'expire' }),
  withdraw: () => ({ type: 'withdraw', reason: 'needs_it_now' }),
  start: () => ({ type: 'start', ...finding }),
  await_parts: ({ at }) => ({
    type: 'await_parts',
    ...finding,
    part: 'screen-fp-12',
    expectedOn: dateAfter(at, 3),
  }),
  new_date: ({ at }) => ({
    type: 'new_date',
    expectedOn: dateAfter(at, 6),
    reason: 'supplier_late',
  }),
  part_arrived: () => ({ type: 'part_arrived' }),
  finish: () => ({
    type: 'finish',
    faultCode: 'screen',
    work: 'replaced',
    parts: ['screen-fp-12'],
    oldPart: 'kept',
    boardChanged: false,
  }),
  fail_check: () => ({ type: 'fail_check', reason: 'touch_dead' }),
  pass_check: () => ({ type: 'pass_check', functionTest: ['touch', 'call'], override: null }),
  give_up: () => ({ type: 'give_up', faultCode: 'board', barrier: 'unrepairable' }),
  exchange: () => ({ type: 'exchange', ...remedy }),
  refund: () => ({ type: 'refund', ...remedy }),
  certify: () => ({ type: 'certify', ...remedy }),
  reopen: () => ({ type: 'reopen', reason: 'not_fixed' }),
  hand_over: ({ repair }) => ({
    type: 'hand_over',
    functionTest: ['touch', 'call'],
    collectedBy: 'customer',
    paidHow: repair?.amountDue ? 'mobile' : 'nothing_due',
    invoice: null,
  }),
  settle: () => ({ type: 'settle', paymentReference: 'PAY-2026-0001' }),
  post_back: () => ({ type: 'post_back', courier: 'sf', tracking: 'SF0987654321' }),
  delivered: () => ({ type: 'delivered' }),
  bounce: () => ({ type: 'bounce', reason: 'not_collected' }),
  send_on: ({ repair }) => ({
    type: 'send_on',
    outlet: repair?.atOutlet === ELSEWHERE ? HOME : ELSEWHERE,
    carrier: 'own-van',
  }),
  take_in: () => ({ type: 'take_in', condition: ['as_sent'] }),
  report_lost: () => ({ type: 'report_lost', claim: 'CLM-77' }),
  found: () => ({ type: 'found', where: 'depot-3' }),
  inform: ({ at }) => ({
    type: 'inform',
    nextUpdateBy: at + DAY_MS,
    promisedAt: null,
    reason: null,
  }),
  correct: () => ({ type: 'correct', field: 'contact', value: null, reason: 'wrong_number' }),
  cancel: () => ({ type: 'cancel', proof: 'never-scanned' }),
  lapse: () => ({ type: 'lapse' }),
  abandon: () => ({ type: 'abandon' }),
  reclaim: () => ({ type: 'reclaim' }),
}

export const ACTION_TYPES = Object.keys(SAMPLES) as readonly RepairActionType[]

/**
 * An action with everything it needs: of a repair as it stands, at a moment. `over` replaces values:
 * `anAction('start', { repair, at }, { faultCode: 'battery' })`.
 */
export const anAction = <T extends RepairActionType>(
  type: T,
  at: At,
  over: Partial<ActionOf<T>> = {},
): ActionOf<T> => ({ ...SAMPLES[type](at), ...over })

/** Somebody whose step it is, everywhere in the table. */
export const WHOSE: Record<RepairActionType, Actor> = {
  request: customer,
  post: customer,
  receive: counter,
  diagnose: bench,
  ask: bench,
  accept: customer,
  decline: customer,
  expire: system,
  withdraw: counter,
  start: bench,
  await_parts: bench,
  new_date: bench,
  part_arrived: bench,
  finish: bench,
  fail_check: counter,
  pass_check: counter,
  give_up: bench,
  exchange: manager,
  refund: manager,
  certify: manager,
  reopen: counter,
  hand_over: counter,
  settle: manager,
  post_back: counter,
  delivered: customer,
  bounce: counter,
  send_on: counter,
  take_in: counter,
  report_lost: agent,
  found: agent,
  inform: agent,
  correct: counter,
  cancel: agent,
  lapse: system,
  abandon: manager,
  reclaim: manager,
}
