import type { Role } from './actor.ts'
import type { RepairStatus } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'

type Who = readonly Role[]

/* Managers may do what their outlets may, so they stand wherever counter or bench do. */
const bench: Who = ['bench', 'outlet_manager']
const counter: Who = ['counter', 'outlet_manager']
const checker: Who = ['counter', 'bench', 'outlet_manager']
const outlet: Who = ['counter', 'bench', 'outlet_manager']
/** Who speaks with the customer. */
const staff: Who = [...outlet, 'agent', 'home']
const customerOrStaff: Who = ['customer', ...staff]
const manager: Who = ['outlet_manager']
const managerOrAgent: Who = ['outlet_manager', 'home_manager', 'agent']
const counterOrAgent: Who = [...counter, 'agent']
const benchOrSupply: Who = [...bench, 'hq_supply']
const system: Who = ['system']

/** Who may take a new request: there is no repair yet. */
export const WHO_MAY_REQUEST: Who = ['customer', 'agent', ...counter]

const tell = { inform: staff, correct: outlet } as const
const remedies = { exchange: manager, refund: manager, certify: manager } as const

/**
 * What may happen to a repair in each status, and by whom. Anything else is refused. Where a step
 * depends on more than the status (way back, outcome, ending), `from-conditions.ts` says so.
 */
export const REPAIR_TABLE: Record<RepairStatus, Partial<Record<RepairActionType, Who>>> = {
  requested: {
    post: ['customer', 'agent'],
    receive: outlet,
    cancel: customerOrStaff,
    lapse: system,
    correct: outlet,
  },
  in_transit_in: {
    receive: outlet,
    cancel: ['agent'],
    report_lost: managerOrAgent,
    ...tell,
  },
  received: {
    diagnose: bench,
    ask: bench,
    start: bench,
    give_up: bench,
    withdraw: customerOrStaff,
    send_on: outlet,
    report_lost: managerOrAgent,
    ...remedies,
    ...tell,
  },
  diagnosing: {
    ask: bench,
    start: bench,
    await_parts: bench,
    give_up: bench,
    withdraw: customerOrStaff,
    send_on: outlet,
    report_lost: managerOrAgent,
    ...remedies,
    ...tell,
  },
  awaiting_decision: {
    ask: bench,
    accept: [...customerOrStaff, 'system'],
    decline: customerOrStaff,
    expire: system,
    withdraw: customerOrStaff,
    report_lost: managerOrAgent,
    ...remedies,
    ...tell,
  },
  awaiting_parts: {
    ask: bench,
    new_date: benchOrSupply,
    part_arrived: benchOrSupply,
    give_up: bench,
    withdraw: customerOrStaff,
    send_on: outlet,
    report_lost: managerOrAgent,
    ...remedies,
    ...tell,
  },
  repairing: {
    ask: bench,
    await_parts: bench,
    finish: bench,
    give_up: bench,
    withdraw: staff,
    send_on: outlet,
    report_lost: managerOrAgent,
    ...remedies,
    ...tell,
  },
  quality_check: {
    ask: bench,
    fail_check: checker,
    pass_check: checker,
    give_up: bench,
    withdraw: staff,
    report_lost: managerOrAgent,
    ...remedies,
    ...tell,
  },
  in_transfer: { take_in: outlet, report_lost: managerOrAgent, ...tell },
  ready: {
    reopen: counterOrAgent,
    hand_over: counter,
    settle: manager,
    post_back: outlet,
    send_on: outlet,
    abandon: manager,
    report_lost: managerOrAgent,
    ...tell,
  },
  in_transit_out: {
    delivered: ['courier', 'agent', 'home', 'customer', 'system'],
    bounce: outlet,
    report_lost: managerOrAgent,
    ...tell,
  },
  lost: { found: managerOrAgent, exchange: manager, refund: manager, ...tell },
  closed: { bounce: outlet, report_lost: managerOrAgent, reclaim: manager },
}
