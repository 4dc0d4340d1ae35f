import type { BookingActionType, BookingStatus } from '#domain/bookings/booking.ts'
import type { Role } from '#domain/repairs/actor.ts'
import type { Repair, RepairStatus } from '#domain/repairs/repair.ts'
import type { RepairActionType } from '#domain/repairs/repair-action.ts'

/**
 * The tables of docs/domain.md once more, written apart from those that the product decides by: by
 * action, not by status, so that a slip in one doesn't repeat itself in the other.
 */
type Row<Status> = {
  readonly from: readonly Status[]
  /** Where it may lead; `same` = the status stays. */
  readonly to: readonly Status[] | 'same'
  readonly who: readonly Role[]
  /** Needs more than the status: a refusal as not allowed now may be right. */
  readonly isConditional?: boolean
  /** What it needs of the repair beside its status, where that is easily said. */
  readonly needs?: (repair: Repair) => boolean
}

const bench: readonly Role[] = ['bench', 'outlet_manager']
const counter: readonly Role[] = ['counter', 'outlet_manager']
const outlet: readonly Role[] = ['counter', 'bench', 'outlet_manager']
const staff: readonly Role[] = [...outlet, 'agent', 'home']
const anybody: readonly Role[] = ['customer', ...staff]
const leader: readonly Role[] = ['outlet_manager', 'agent', 'home_manager']

const EARLY = ['received', 'diagnosing'] as const
const WAITING = ['awaiting_decision', 'awaiting_parts'] as const
const WORKING = ['repairing', 'quality_check'] as const
const IN_HAND = [...EARLY, ...WAITING, ...WORKING] as const
const TRANSITS = ['in_transit_in', 'in_transfer', 'in_transit_out'] as const
const OPEN = ['requested', ...TRANSITS, ...IN_HAND, 'ready', 'lost'] as const

const isHome = ({ atOutlet, homeOutlet }: Repair) => atOutlet === homeOutlet
const isRefunded = ({ outcome }: Repair) => outcome === 'refunded'
const wasAssumed = ({ status, ending, deliveryAssumed }: Repair) =>
  status !== 'closed' || (ending === 'delivered' && deliveryAssumed)
const hasEvidence = ({ ask }: Repair) => ask !== null

const remedy = { from: IN_HAND, to: ['ready'], who: ['outlet_manager'] } as const
const remedyOfLost = { ...remedy, from: [...IN_HAND, 'lost'] } as const

export const REPAIR_STEPS: Record<Exclude<RepairActionType, 'request'>, Row<RepairStatus>> = {
  post: {
    ...{ from: ['requested'], to: ['in_transit_in'], who: ['customer', 'agent'] },
    needs: ({ wayIn }) => wayIn === 'mail_in',
  },
  receive: { from: ['requested', 'in_transit_in'], to: ['received'], who: outlet },
  diagnose: { from: ['received'], to: ['diagnosing'], who: bench },
  ask: { from: IN_HAND, to: ['awaiting_decision'], who: bench },
  accept: {
    ...{ from: ['awaiting_decision'], who: [...anybody, 'system'], needs: hasEvidence },
    to: ['diagnosing', 'repairing', 'quality_check', 'awaiting_parts', 'ready'],
  },
  decline: { from: ['awaiting_decision'], to: ['ready'], who: anybody },
  expire: { from: ['awaiting_decision'], to: ['ready'], who: ['system'], isConditional: true },
  withdraw: { from: IN_HAND, to: ['ready'], who: anybody },
  start: { from: EARLY, to: ['repairing'], who: bench },
  await_parts: { from: ['diagnosing', 'repairing'], to: ['awaiting_parts'], who: bench },
  new_date: { from: ['awaiting_parts'], to: 'same', who: [...bench, 'hq_supply'] },
  part_arrived: { from: ['awaiting_parts'], to: ['repairing'], who: [...bench, 'hq_supply'] },
  finish: { from: ['repairing'], to: ['quality_check'], who: bench },
  fail_check: { from: ['quality_check'], to: ['repairing'], who: outlet },
  pass_check: { from: ['quality_check'], to: ['ready'], who: outlet },
  give_up: { from: [...EARLY, 'awaiting_parts', ...WORKING], to: ['ready'], who: bench },
  exchange: remedyOfLost,
  refund: remedyOfLost,
  certify: remedy,
  reopen: {
    ...{ from: ['ready'], to: ['diagnosing'], who: [...counter, 'agent'] },
    needs: (repair) => !isRefunded(repair),
  },
  hand_over: {
    ...{ from: ['ready'], to: ['closed'], who: counter },
    needs: (repair) => !isRefunded(repair) && isHome(repair) && repair.wayBack === 'collect',
  },
  settle: { from: ['ready'], to: ['closed'], who: ['outlet_manager'], needs: isRefunded },
  post_back: {
    ...{ from: ['ready'], to: ['in_transit_out'], who: outlet },
    needs: (repair) => !isRefunded(repair) && repair.wayBack === 'post',
  },
  delivered: {
    ...{ from: ['in_transit_out'], to: ['closed'], isConditional: true },
    who: ['courier', 'agent', 'home', 'customer', 'system'],
  },
  bounce: { from: ['in_transit_out', 'closed'], to: ['ready'], who: outlet, needs: wasAssumed },
  send_on: {
    from: [...EARLY, 'awaiting_parts', 'repairing', 'ready'],
    to: ['in_transfer'],
    who: outlet,
  },
  take_in: { from: ['in_transfer'], to: ['received', 'ready'], who: outlet },
  report_lost: {
    ...{ from: [...TRANSITS, ...IN_HAND, 'ready', 'closed'], to: ['lost'], who: leader },
    needs: wasAssumed,
  },
  found: { from: ['lost'], to: ['in_transit_in', 'received', 'ready'], who: leader },
  inform: { from: OPEN.filter((status) => status !== 'requested'), to: 'same', who: staff },
  correct: { from: OPEN, to: 'same', who: outlet },
  cancel: { from: ['requested', 'in_transit_in'], to: ['closed'], who: anybody },
  lapse: { from: ['requested'], to: ['closed'], who: ['system'], isConditional: true },
  abandon: {
    ...{ from: ['ready'], to: ['closed'], who: ['outlet_manager'], isConditional: true },
    needs: (repair) => !isRefunded(repair),
  },
  reclaim: {
    ...{ from: ['closed'], to: ['ready'], who: ['outlet_manager'] },
    needs: ({ ending }) => ending === 'abandoned',
  },
}

/** A narrower who than the row's, for some of the statuses it is taken from. */
const NARROWER: Readonly<Record<string, readonly Role[]>> = {
  'withdraw repairing': staff,
  'withdraw quality_check': staff,
  'cancel in_transit_in': ['agent'],
}

/** Who may take a step from where a repair stands; null = it isn't in the table. */
export function whoMayNow(repair: Repair, type: RepairActionType): readonly Role[] | null {
  if (type === 'request') return null
  const { from, who, needs } = REPAIR_STEPS[type]
  if (!from.includes(repair.status) || (needs && !needs(repair))) return null
  return NARROWER[`${type} ${repair.status}`] ?? who
}

const open = ['booked', 'no_show', 'left'] as const

/**
 * As for repairs. Receiving a phone takes its visit along, from booked to served: so these steps happen by
 * the bench too, which may not ask for any by itself.
 */
export const VISIT_STEPS: Record<
  Exclude<BookingActionType, 'book'>,
  Row<BookingStatus> & { readonly asks?: readonly Role[] }
> = {
  move: { from: open, to: ['booked'], who: anybody },
  cancel: { from: open, to: ['cancelled'], who: anybody },
  arrive: { from: ['booked', 'no_show'], to: ['arrived'], who: outlet, asks: counter },
  call: { from: ['arrived', 'called'], to: ['called'], who: outlet, asks: counter },
  skip: { from: ['called'], to: ['arrived'], who: counter },
  serve: { from: ['called'], to: ['served'], who: outlet, asks: counter },
  leave: { from: ['arrived', 'called'], to: ['left'], who: [...counter, 'system'] },
  miss: { from: ['booked'], to: ['no_show'], who: ['system'] },
}
