import type { ProductFamily } from '../outlets/outlet.ts'
import { NO_FAULT } from './asks.ts'
import type { EventFacts } from './event-facts.ts'
import { countsAsReady } from './from-conditions.ts'
import { holderOf } from './holder.ts'
import type { Money, Repair } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'
import type { RepairEvent } from './repair-event.ts'
import type { RepeatVisit } from './repeat-visit.ts'

/** Where a repair was asked for. */
export const TOUCHPOINTS = ['outlet', 'hotline', 'web'] as const
export type Touchpoint = (typeof TOUCHPOINTS)[number]

/** What figures need to know of a repair and nothing else does. Instants are epoch ms. */
export type RepairFigures = {
  /** IANA zone of the home outlet: its days are those of the figures. */
  readonly zone: string
  readonly touchpoint: Touchpoint
  /** As it was taken in; null = a model on no list, or not here yet. */
  readonly family: ProductFamily | null
  /** Put on record more than an hour after it came in, or said so late to be ready; left out = it wasn't. */
  readonly isEnteredLate?: true
  /** Listed for one hour, at an outlet that offers it. */
  readonly isOneHourDue: boolean
  /** When it was last ready in the sense of promises, whatever the way back; null = it isn't. */
  readonly readyAt: number | null
  readonly firstFinding: { readonly at: number; readonly isNone: boolean } | null
  readonly firstQuote: Money | null
  /** The customer came, or a parcel went, once more than it should have taken. */
  readonly isSecondTrip: boolean
  /** Milliseconds by `<holder> <outlet>`. */
  readonly held: Readonly<Record<string, number>>
  /** The earlier repair that this one is a return of. */
  readonly repeat: RepeatVisit | null
}

type Step = { readonly type: RepairActionType; readonly event: RepairEvent }

/** Null for a repair that was asked for before figures were kept: it is in none. */
function begun({ data }: RepairEvent): RepairFigures | null {
  const { zone, touchpoint } = data as Partial<EventFacts['request']>
  if (zone === undefined || touchpoint === undefined) return null
  return {
    ...{ zone, touchpoint, family: null, isOneHourDue: false, readyAt: null },
    ...{ firstFinding: null, firstQuote: null, isSecondTrip: false, held: {}, repeat: null },
  }
}

/** As the customer's clock stops, but by mail too at `ready` and not at the door. */
function readyAtAfter(before: Repair, after: Repair, { type, event }: Step): number | null {
  const at = event.happenedAt
  if (type === 'reopen' || type === 'report_lost') return null
  const stood = type === 'bounce' ? null : (before.figures?.readyAt ?? null)
  if (after.status === 'closed' && before.receivedAt !== null) return stood ?? at
  const isEntering = after.status === 'ready' && before.status !== 'ready'
  return isEntering && type !== 'reclaim' && countsAsReady(after) ? at : stood
}

function heldAfter(before: Repair, held: RepairFigures['held'], until: number) {
  const spent = until - before.lastHappenedAt
  const holder = holderOf(before)
  if (spent <= 0 || holder === 'nobody') return held
  const key = `${holder} ${before.atOutlet}`
  return { ...held, [key]: (held[key] ?? 0) + spent }
}

const firstFindingAfter = (before: Repair, after: Repair, at: number) =>
  before.finding === null && after.finding !== null
    ? { firstFinding: { at, isNone: after.finding.faultCode === NO_FAULT } }
    : {}

function quoteAfter({ firstQuote }: RepairFigures, { ask }: Repair): Partial<RepairFigures> {
  if (firstQuote || !ask?.currency || ask.totalMinor === 0) return {}
  return { firstQuote: { amountMinor: ask.totalMinor, currency: ask.currency } }
}

function takenIn(after: Repair, { family, isOneHourDue, repeat }: EventFacts['receive']) {
  return {
    family: family ?? null,
    // Whoever booked one hour was offered it; of others only their intake knows.
    isOneHourDue: isOneHourDue ?? (after.isOneHourListed && after.service === 'one_hour'),
    repeat: repeat ?? null,
  }
}

const isAnotherTrip = ({ type, event }: Step): boolean =>
  type === 'bounce' || (type === 'reopen' && event.data['reason'] === 'not_fixed')

/** Written down long after it came in, or after it was ready: what promises and clocks are judged by. */
function isEnteredLate(before: Repair, after: Repair, step: Step): boolean {
  const isReady = after.status === 'ready' && (before.figures?.readyAt ?? null) === null
  const isJudged =
    step.type === 'receive' || (isReady && readyAtAfter(before, after, step) !== null)
  return step.event.data['enteredLate'] === true && isJudged
}

/** What figures need to know after an event, given the repair before and after it. */
export function figuresAfter(
  before: Repair | null,
  after: Repair,
  step: Step,
): RepairFigures | null {
  const { type, event } = step
  if (before === null) return begun(event)
  const { figures } = before
  if (!figures) return null
  const at = event.happenedAt
  return {
    ...figures,
    ...(type === 'receive' && takenIn(after, event.data as EventFacts['receive'])),
    ...(type === 'ask' && quoteAfter(figures, after)),
    ...(isEnteredLate(before, after, step) && { isEnteredLate: true as const }),
    ...firstFindingAfter(before, after, at),
    ...(isAnotherTrip(step) && { isSecondTrip: true }),
    readyAt: readyAtAfter(before, after, step),
    held: heldAfter(before, figures.held, at),
  }
}
