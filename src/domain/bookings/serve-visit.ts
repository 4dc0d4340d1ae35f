import type { Role } from '../repairs/actor.ts'
import type { Booking, BookingAction, BookingDecision } from './booking.ts'
import { type DecidingBooking, decideSeveralBooking } from './decide-booking.ts'

type Arrive = Extract<BookingAction, { readonly type: 'arrive' }>

/** What receiving a device says of the visit it came with. */
export type Serving = {
  /** For the steps that are missing: the next number of the queue, and who walked in without a booking. */
  readonly queueNumber: number
  readonly walkIn: Arrive['walkIn']
  /** Devices taken in. */
  readonly received: number
  /** When the customer came, epoch ms, if nobody said so yet; null = as the device is received. */
  readonly arrivedAt: number | null
}

const SERVES: readonly Role[] = ['counter', 'bench', 'outlet_manager']
const COUNTER: Role = 'counter'

/** The steps that lead from where a visit stands to `served`. */
function stepsToServed(booking: Booking | null, serving: Serving): readonly BookingAction[] {
  const serve: BookingAction = { type: 'serve', received: serving.received, reason: null }
  if (booking?.status === 'called') return [serve]
  if (booking?.status === 'arrived') return [{ type: 'call' }, serve]
  const { queueNumber, walkIn } = serving
  return [{ type: 'arrive', walkIn: booking ? null : walkIn, queueNumber }, { type: 'call' }, serve]
}

/**
 * The visit's side of receiving a device: `serve`, with `arrive` and `call` before it where they are
 * missing, as one decision in the receiver's batch. The bench may do it too, for it may receive. The
 * arrival carries its own time if one is given; call and serve happen as the device is received.
 * A visit that is already served stays as it is: it brought another device. One that was left or
 * cancelled is refused as `not_allowed_now`: it has to be moved, or begun again, first.
 * `decideServing(booked, { queueNumber: 7, walkIn: null, received: 1, arrivedAt: null }, byCounter)`
 * answers `booking.arrived`, `booking.called`, `booking.served`.
 */
export function decideServing(
  booking: Booking | null,
  serving: Serving,
  deciding: DecidingBooking,
): BookingDecision {
  const { actor } = deciding
  if (!actor.roles.some((role) => SERVES.includes(role))) {
    return { ok: false, refusal: 'not_your_role' }
  }
  if (booking?.status === 'served') return { ok: true, events: [], booking }
  const acting = { ...deciding, actor: { ...actor, roles: [...actor.roles, COUNTER] } }
  const [first, ...rest] = stepsToServed(booking, serving)
  if (first?.type !== 'arrive') {
    return decideSeveralBooking(booking, first ? [first, ...rest] : rest, acting)
  }
  const happenedAt = serving.arrivedAt ?? deciding.happenedAt
  const arrived = decideSeveralBooking(booking, [first], { ...acting, happenedAt })
  if (!arrived.ok) return arrived
  const served = decideSeveralBooking(arrived.booking, rest, { ...acting, expectedVersion: null })
  return served.ok ? { ...served, events: [...arrived.events, ...served.events] } : served
}
