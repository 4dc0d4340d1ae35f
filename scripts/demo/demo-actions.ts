import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction, RepairActionType } from '#domain/repairs/repair-action.ts'

const DAY_MS = 86_400_000

const dateAfter = (now: number, days: number): string =>
  new Date(now + days * DAY_MS).toISOString().slice(0, 10)

const finding = { faultCode: 'screen', coverage: 'in_warranty' } as const
const remedy = { rule: 'cn-three-guarantees', clause: 'repair-record' } as const

type At = { readonly repair: Repair; readonly now: number }
type Samples = { readonly [T in RepairActionType]?: (at: At) => RepairAction }

/** Plausible values for each step, so that a demonstration needs a code and an action only. */
const SAMPLES: Samples = {
  post: () => ({ type: 'post', courier: 'sf', tracking: 'DEMO-0001' }),
  receive: ({ now }) => ({
    ...{ type: 'receive', isAnnounced: true, condition: ['scratched'], accessories: [] },
    ...{ coverage: 'out_of_warranty', promisedAt: now + 2 * DAY_MS, arrivedAt: null },
    ...{ ceiling: null, repeatOf: null },
  }),
  diagnose: () => ({ type: 'diagnose' }),
  ask: () => ({
    ...{ type: 'ask', kind: 'price', currency: 'CNY', declineCostMinor: 0, notCovered: 'impact' },
    lines: [
      { item: 'screen', amountMinor: 28_000 },
      { item: 'labour', amountMinor: 4_000 },
    ],
    ...{ continueTo: { status: 'repairing' }, faultCode: 'screen', coverage: 'customer_pays' },
  }),
  accept: ({ repair }) => ({ type: 'accept', askVersion: repair.askCount, evidence: 'signature' }),
  decline: ({ repair }) => ({
    ...{ type: 'decline', askVersion: repair.askCount, reason: 'price', evidence: 'signature' },
  }),
  withdraw: () => ({ type: 'withdraw', reason: 'demo' }),
  start: () => ({ type: 'start', ...finding }),
  await_parts: ({ now }) => ({
    ...{ type: 'await_parts', ...finding, part: 'screen', expectedOn: dateAfter(now, 3) },
  }),
  new_date: ({ now }) => ({ type: 'new_date', expectedOn: dateAfter(now, 5), reason: 'late' }),
  part_arrived: () => ({ type: 'part_arrived' }),
  finish: ({ repair }) => ({
    ...{ type: 'finish', faultCode: repair.finding?.faultCode ?? 'screen', work: 'replaced' },
    ...{ parts: ['screen'], oldPart: 'returned', boardChanged: false },
  }),
  fail_check: () => ({ type: 'fail_check', reason: 'touch' }),
  pass_check: () => ({ type: 'pass_check', functionTest: ['touch', 'calls'], override: null }),
  give_up: () => ({ type: 'give_up', faultCode: 'screen', barrier: 'unrepairable' }),
  exchange: ({ now }) => ({ type: 'exchange', ...remedy, on: dateAfter(now, 0) }),
  refund: ({ now }) => ({ type: 'refund', ...remedy, on: dateAfter(now, 0) }),
  certify: ({ now }) => ({ type: 'certify', ...remedy, on: dateAfter(now, 0) }),
  reopen: () => ({ type: 'reopen', reason: 'not_fixed' }),
  hand_over: ({ repair }) => ({
    ...{ type: 'hand_over', functionTest: ['touch'], collectedBy: 'customer', invoice: 'DEMO-1' },
    paidHow: repair.amountDue ? 'mobile' : 'nothing_due',
  }),
  settle: () => ({ type: 'settle', paymentReference: 'DEMO-1' }),
  post_back: () => ({ type: 'post_back', courier: 'sf', tracking: 'DEMO-0002' }),
  delivered: () => ({ type: 'delivered' }),
  bounce: () => ({ type: 'bounce', reason: 'not_collected' }),
  take_in: () => ({ type: 'take_in', condition: ['as_sent'] }),
  report_lost: () => ({ type: 'report_lost', claim: 'DEMO-1' }),
  found: () => ({ type: 'found', where: 'outlet' }),
  inform: ({ now }) => ({
    ...{ type: 'inform', nextUpdateBy: now + 2 * DAY_MS, promisedAt: null, reason: null },
  }),
  cancel: () => ({ type: 'cancel', proof: null }),
  abandon: () => ({ type: 'abandon' }),
  reclaim: () => ({ type: 'reclaim' }),
}

/** Steps that a demonstration can take. */
export const DEMO_ACTIONS = Object.keys(SAMPLES)

/** A step with plausible values, of which `over` replaces some; null = no such step. */
export function demoAction(type: string, at: At, over: object): RepairAction | null {
  const sample = SAMPLES[type as RepairActionType]
  return sample ? ({ ...sample(at), ...over } as RepairAction) : null
}
