import { actionOfEvent, type EventFacts } from './event-facts.ts'
import type { EventStanding } from './event-standing.ts'
import { FOLDS } from './fold-facts.ts'
import { newRepair } from './new-repair.ts'
import type { Repair } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'
import type { RepairEvent } from './repair-event.ts'
import { figuresAfter } from './repair-figures.ts'

function promiseOf(repair: Repair, standing: EventStanding): Repair['promise'] {
  const { firstPromisedAt, currentPromisedAt } = standing
  if (firstPromisedAt === null || currentPromisedAt === null) return null
  return {
    firstAt: firstPromisedAt,
    currentAt: currentPromisedAt,
    reason: repair.promise?.reason ?? null,
  }
}

/** When `ready` was entered last; a phone that is worked on again isn't ready any more. */
function readyAtAfter(repair: Repair, standing: EventStanding, at: number): number | null {
  if (standing.status === 'ready') return repair.status === 'ready' ? repair.readyAt : at
  return standing.outcome === null ? null : repair.readyAt
}

function stand(repair: Repair, standing: EventStanding, at: number): Repair {
  const { status } = standing
  const isWaitingForPart = status === 'awaiting_parts'
  return {
    ...repair,
    status,
    atOutlet: standing.outlet,
    wayBack: standing.wayBack,
    model: standing.model,
    outcome: standing.outcome,
    barrier: standing.barrier,
    ending: standing.ending,
    promise: promiseOf(repair, standing),
    nextUpdateBy: standing.nextUpdateBy,
    clockStartedAt: standing.clockStartedAt,
    clockStoppedAt: standing.clockStoppedAt,
    amountDue: standing.amountDue,
    readyAt: readyAtAfter(repair, standing, at),
    closedAt: status === 'closed' ? at : null,
    deliveryAssumed: status === 'closed' && repair.deliveryAssumed,
    ask: status === 'awaiting_decision' ? repair.ask : null,
    part: isWaitingForPart ? repair.part : null,
    partExpectedOn: isWaitingForPart ? repair.partExpectedOn : null,
    transferTo: status === 'in_transfer' ? standing.outlet : null,
    lostBy: status === 'lost' ? repair.lostBy : null,
    sentBackAt: status === 'in_transit_out' || status === 'closed' ? repair.sentBackAt : null,
  }
}

function foldFacts<T extends RepairActionType>(type: T, repair: Repair, event: RepairEvent) {
  return FOLDS[type]?.(event.data as EventFacts[T], repair, event.happenedAt) ?? {}
}

/**
 * The repair after one of its events, which needs nothing but the event: fold(events) is the state.
 * Null is the repair before its request. Throws for an event that isn't the next of this repair:
 * a gap in the numbers, a first event that is no request.
 */
export function evolveRepair(repair: Repair | null, event: RepairEvent): Repair {
  const type = actionOfEvent(event.type)
  const standing = event.data as EventStanding
  const before = repair ?? newRepair(event)
  if (event.version !== before.version + 1)
    throw new Error(
      `${event.subject} has ${before.version} events, ${event.version} isn't the next`,
    )
  const own = foldFacts(type, before, event)
  const after = {
    ...stand({ ...before, ...own }, standing, event.happenedAt),
    version: event.version,
    lastHappenedAt: event.happenedAt,
  }
  const figures = figuresAfter(repair, after, { type, event })
  return figures ? { ...after, figures } : after
}

/** The repair that a list of all its events tells, oldest first; null of an empty list. */
export const foldRepair = (events: readonly RepairEvent[]): Repair | null =>
  events.reduce<Repair | null>(evolveRepair, null)
