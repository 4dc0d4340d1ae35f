import { countedBetween } from '../kpis/tally.ts'
import { tallyOfBooking } from '../kpis/tally-of-booking.ts'
import { localDayOf } from '../outlets/kept-wall-time.ts'
import type { Actor } from '../repairs/actor.ts'
import { isInstant } from '../repairs/coded-values.ts'
import type {
  Booking,
  BookingAction,
  BookingDecision,
  BookingEvent,
  BookingRefusal,
  BookingStanding,
  BookingStatus,
} from './booking.ts'
import { BOOKING_EVENT_TYPES } from './booking.ts'
import { STEPS, type Step } from './booking-steps.ts'
import { mayCancelAs, whyNotBookingStep } from './booking-table.ts'
import { evolveBooking } from './evolve-booking.ts'

export type DecidingBooking = {
  /** When it is recorded, epoch ms. */
  readonly now: number
  /** A late entry: when it happened; null = now. */
  readonly happenedAt: number | null
  readonly actor: Actor
  /** IANA zone of the outlet. */
  readonly zone: string
  /** Version that the actor saw; none = not asked. A booking not begun has version 0. */
  readonly expectedVersion?: number | null
}

const refuse = (refusal: BookingRefusal): BookingDecision => ({ ok: false, refusal })

/** Before its first event: what `book` or a walk-in's `arrive` begins with. */
function notBegun(action: BookingAction): Booking | null {
  const begins = action.type === 'book' ? action : action.type === 'arrive' ? action.walkIn : null
  if (!begins) return null
  const { code, outlet, service } = begins
  return {
    ...{ code, outlet, service, version: 0, status: 'booked', startsAt: null, holdsSeat: false },
    ...{ arrivedAt: null, calledAt: null, queueNumber: null, behind: null, lastHappenedAt: 0 },
  }
}

/** When it happened, or null: not before the last event, not after it is recorded. */
function timeOf(booking: Booking | null, { now, happenedAt }: DecidingBooking): number | null {
  const at = happenedAt ?? now
  return isInstant(at) && at <= now && at >= (booking?.lastHappenedAt ?? 0) ? at : null
}

/** The slot whose seat an event takes, and the one whose seat it gives back. */
function seatsMoved(before: Booking, after: Booking) {
  const had = before.holdsSeat ? before.startsAt : null
  const has = after.holdsSeat ? after.startsAt : null
  return had === has ? { takes: null, frees: null } : { takes: has, frees: had }
}

const ENDED: readonly BookingStatus[] = ['left', 'no_show']

/** Who left or was missed stays so, whatever becomes of the visit. */
function pastAfter(before: Booking, { type }: BookingAction): Pick<Booking, 'past'> {
  if (!ENDED.includes(before.status) || (type !== 'move' && type !== 'cancel')) return {}
  const { startsAt, arrivedAt, calledAt, status } = before
  return { past: [...(before.past ?? []), { startsAt, arrivedAt, calledAt, status }] }
}

function eventOf(
  before: Booking,
  action: BookingAction,
  { step, at, zone }: { step: Exclude<Step, { refusal: unknown }>; at: number; zone: string },
): BookingEvent {
  const after: Booking = { ...before, ...step.change, zone, ...pastAfter(before, action) }
  const { code, version, lastHappenedAt: _, ...facts } = after
  const standing: BookingStanding = {
    ...facts,
    ...seatsMoved(before, after),
    day: localDayOf(zone, at),
    slotDay: after.startsAt === null ? null : localDayOf(zone, after.startsAt),
  }
  return {
    subject: `booking/${code}`,
    version: version + 1,
    type: BOOKING_EVENT_TYPES[action.type],
    happenedAt: at,
    data: { ...step.facts, ...standing },
  }
}

/**
 * What happens to a booking when somebody acts on it, or why nothing does. Null is a booking not yet
 * begun. Asked in this order: is the version the last, is the step in the table now, may this person,
 * is the time right, are the values. One action is one event.
 * Whether the slot has a free seat is for the database to say, whether the outlet offers it for
 * `whyNotTaken`, whether the actor serves this outlet for the caller.
 * `decideBooking(booked, { type: 'arrive', walkIn: null, queueNumber: 7 }, byCounter)` answers one
 * `booking.arrived` and the booking as arrived.
 */
export function decideBooking(
  booking: Booking | null,
  action: BookingAction,
  deciding: DecidingBooking,
): BookingDecision {
  const { actor, zone, expectedVersion = null } = deciding
  if (expectedVersion !== null && expectedVersion !== (booking?.version ?? 0)) {
    return refuse('stale')
  }
  const refused = whyNotBookingStep(booking, action.type, actor)
  if (refused) return refuse(refused)
  if (action.type === 'cancel' && !mayCancelAs(action.by, actor)) return refuse('not_your_role')
  const at = timeOf(booking, deciding)
  if (at === null) return refuse('bad_time')
  const before = booking ?? notBegun(action)
  if (!before) return refuse('bad_value')
  // The table of steps is keyed by the action's own type, which TypeScript can't follow.
  const takeStep = STEPS[action.type] as (
    booking: Booking,
    action: BookingAction,
    at: number,
  ) => Step
  const step = takeStep(before, action, at)
  if ('refusal' in step) return refuse(step.refusal)
  const event = eventOf(before, action, { step, at, zone })
  const after = evolveBooking(booking, event)
  return { ok: true, events: [withCounts(event, booking, after)], booking: after }
}

/** An event says what it changes in the figures, so that counting needs it alone. */
function withCounts(event: BookingEvent, before: Booking | null, after: Booking): BookingEvent {
  const counted = countedBetween(before ? tallyOfBooking(before) : [], tallyOfBooking(after))
  return counted ? { ...event, data: { ...event.data, counted } } : event
}

/**
 * Several steps of one person as one decision: all of them happen, or the first refusal and nothing.
 * The expected version is that before the first. Throws for an empty list.
 */
export function decideSeveralBooking(
  booking: Booking | null,
  actions: readonly BookingAction[],
  deciding: DecidingBooking,
): BookingDecision {
  const events: BookingEvent[] = []
  let current = booking
  for (const action of actions) {
    const { expectedVersion } = deciding
    const decision = decideBooking(current, action, {
      ...deciding,
      expectedVersion: events.length === 0 ? expectedVersion : null,
    })
    if (!decision.ok) return decision
    events.push(...decision.events)
    current = decision.booking
  }
  if (!current) throw new Error('no action to decide on')
  return { ok: true, events, booking: current }
}
