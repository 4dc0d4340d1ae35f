import { type Actor, ROLES, type Role } from '../repairs/actor.ts'
import type { Booking, BookingActionType, BookingRefusal, BookingStatus } from './booking.ts'

type Who = readonly Role[]

/* Managers may do what their outlets may, so they stand wherever counter does. */
const counter: Who = ['counter', 'outlet_manager']
const outlet: Who = ['counter', 'bench', 'outlet_manager']
const staff: Who = [...outlet, 'agent']
const customerOrStaff: Who = ['customer', ...staff]
const counterOrSystem: Who = [...counter, 'system']
const system: Who = ['system']

type Steps = Partial<Record<BookingActionType, Who>>

/** How a booking begins. */
const FIRST_STEPS: Steps = { book: ROLES, arrive: counter }

/** What may happen to a booking in each status, and by whom. Anything else is refused. */
export const BOOKING_TABLE: Record<BookingStatus, Steps> = {
  booked: { move: customerOrStaff, cancel: customerOrStaff, arrive: counter, miss: system },
  arrived: { call: counter, leave: counterOrSystem },
  called: { call: counter, skip: counter, serve: counter, leave: counterOrSystem },
  served: {},
  left: { move: customerOrStaff, cancel: customerOrStaff },
  no_show: { move: customerOrStaff, cancel: customerOrStaff, arrive: counter },
  cancelled: {},
}

const mayDo = (who: Who, { roles }: Actor): boolean => roles.some((role) => who.includes(role))

/** In whose name a visit is cancelled, and who may say so. */
const CANCELS: Record<'customer' | 'staff' | 'outlet', Who> = {
  customer: ['customer'],
  staff,
  outlet,
}

/** Whether an actor may cancel in that name: nobody speaks for the customer or the outlet who isn't. */
export const mayCancelAs = (by: 'customer' | 'staff' | 'outlet', actor: Actor): boolean =>
  mayDo(CANCELS[by], actor)

/**
 * Why a step may not be taken: it isn't in the table now, or not this actor's; null = it may. A null
 * booking is one that has not begun.
 */
export function whyNotBookingStep(
  booking: Booking | null,
  type: BookingActionType,
  actor: Actor,
): BookingRefusal | null {
  const who = (booking ? BOOKING_TABLE[booking.status] : FIRST_STEPS)[type]
  if (!who) return 'not_allowed_now'
  return mayDo(who, actor) ? null : 'not_your_role'
}
