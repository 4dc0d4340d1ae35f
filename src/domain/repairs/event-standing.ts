import { clockAfter } from './clock.ts'
import type { Deciding } from './decision.ts'
import { countsAsReady, isAtHome } from './from-conditions.ts'
import { nextUpdateAfter } from './next-update.ts'
import type { Barrier, Ending, Money, Outcome, Repair, RepairStatus, WayBack } from './repair.ts'
import type { RepairAction } from './repair-action.ts'
import type { Ruled } from './ruling.ts'

/** What every repair event says beside its own facts, so that projections need the event alone. */
export type EventStanding = {
  /** Where the phone is or is to be after the event, and where the customer came. */
  readonly outlet: string
  readonly home: string
  readonly isHome: boolean
  /** Outlet-local date of the event. */
  readonly day: string
  readonly from: RepairStatus | null
  readonly status: RepairStatus
  readonly outcome: Outcome | null
  readonly barrier: Barrier | null
  readonly ending: Ending | null
  /** Ready for the customer: not on a shelf from which it must first go home. */
  readonly countsAsReady: boolean
  readonly wayIn: Repair['wayIn']
  readonly wayBack: WayBack
  readonly locale: Repair['locale']
  readonly service: Repair['service']
  readonly model: string
  readonly firstPromisedAt: number | null
  readonly currentPromisedAt: number | null
  readonly nextUpdateBy: number | null
  readonly clockStartedAt: number | null
  readonly clockStoppedAt: number | null
  /** When the clock stood stopped before the event: what counted then may have to be taken back. */
  readonly clockStoppedBefore: number | null
  readonly amountDue: Money | null
  readonly by: string
  readonly via: Deciding['actor']['via']
}

type Step = {
  readonly action: RepairAction
  readonly ruled: Ruled
  readonly at: number
  readonly day: string
  readonly deciding: Deciding
}

function promiseAfter(repair: Repair, action: RepairAction): Repair['promise'] {
  if (action.type === 'receive')
    return { firstAt: action.promisedAt, currentAt: action.promisedAt, reason: null }
  if (action.type === 'inform' && action.promisedAt !== null && repair.promise)
    return { ...repair.promise, currentAt: action.promisedAt, reason: action.reason }
  return repair.promise
}

/** Where the repair stands after a step: the part of its event that all events share. */
export function standingAfter(repair: Repair, step: Step): EventStanding {
  const { action, ruled, at, day, deciding } = step
  const { outlet, ...change } = ruled.change
  const promise = promiseAfter(repair, action)
  const after: Repair = {
    ...repair,
    ...change,
    status: ruled.to,
    atOutlet: outlet ?? repair.atOutlet,
    promise,
  }
  const clock = clockAfter(repair, after, { action, at })
  const nextUpdateBy =
    change.nextUpdateBy === undefined
      ? nextUpdateAfter(repair, after, { at, afterWorkingDays: deciding.afterWorkingDays })
      : change.nextUpdateBy
  return {
    outlet: after.atOutlet,
    home: after.homeOutlet,
    isHome: isAtHome(after),
    day,
    from: action.type === 'request' ? null : repair.status,
    status: after.status,
    outcome: after.outcome,
    barrier: after.barrier,
    ending: after.ending,
    countsAsReady: countsAsReady(after),
    wayIn: after.wayIn,
    wayBack: after.wayBack,
    locale: after.locale,
    service: after.service,
    model: after.model,
    firstPromisedAt: promise?.firstAt ?? null,
    currentPromisedAt: promise?.currentAt ?? null,
    nextUpdateBy,
    ...clock,
    clockStoppedBefore: repair.clockStoppedAt,
    amountDue: after.amountDue,
    by: deciding.actor.id,
    via: deciding.actor.via,
  }
}
