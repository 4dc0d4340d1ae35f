import type { EventFacts } from './event-facts.ts'
import type { Repair } from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import { REPAIR_EVENT_TYPES, type RepairEvent } from './repair-event.ts'

type Said = Omit<ActionOf<'request'>, 'type'>

const NOTHING_YET = {
  status: 'requested',
  version: 0,
  arrivedAt: null,
  receivedAt: null,
  clockStartedAt: null,
  clockStoppedAt: null,
  promise: null,
  nextUpdateBy: null,
  coverage: null,
  finding: null,
  ask: null,
  askCount: 0,
  agreed: null,
  offered: null,
  partExpectedOn: null,
  part: null,
  finishedBy: null,
  isOneHourListed: false,
  repeatOf: null,
  outcome: null,
  barrier: null,
  readyAt: null,
  ending: null,
  deliveryAssumed: false,
  closedAt: null,
  parcelIn: null,
  parcelOut: null,
  sentBackAt: null,
  transferTo: null,
  lostBy: null,
  amountDue: null,
  paid: null,
} as const satisfies Partial<Repair>

/** A repair as it is asked for, before its first event is counted. */
export const requestedRepair = (said: Said, at: number): Repair => ({
  ...NOTHING_YET,
  code: said.code,
  wayIn: said.wayIn,
  wayBack: said.wayBack,
  homeOutlet: said.outlet,
  atOutlet: said.outlet,
  service: said.service,
  model: said.model,
  faultCode: said.faultCode,
  locale: said.locale,
  visitAt: said.visitAt,
  ceiling: said.ceiling,
  requestedAt: at,
  lastHappenedAt: at,
})

/** Throws when a repair's first event is no request. */
export function newRepair(event: RepairEvent): Repair {
  if (event.type !== REPAIR_EVENT_TYPES.request)
    throw new Error(`${event.subject} begins with ${event.type}`)
  return requestedRepair(event.data as EventFacts['request'], event.happenedAt)
}
