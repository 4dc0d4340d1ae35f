import type { Booking } from '#domain/bookings/booking.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { RepairPrivate } from '#domain/repairs/contact.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { bookingRead, shownBooking } from '#functions/bookings/booking-on-record.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { readCustomer } from '#functions/repairs/read-customer.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { actorFor, whyNotAtOutlet } from '#functions/staff/desk-actor.ts'

/** What is to be taken in, as far as anybody announced it. */
export type IntakeCase = {
  readonly outlet: Outlet
  readonly country: string
  /** Booked or on its way; null = nobody announced a repair. */
  readonly announced: Announced | null
  /** The visit that the customer came with, where it announced no repair. */
  readonly visit: { readonly booking: Booking; readonly isFurther: boolean } | null
}

export type Announced = {
  readonly repair: Repair
  readonly events: readonly RepairEvent[]
  readonly booking: Booking | null
  /** Null = erased. */
  readonly customer: RepairPrivate | null
}

export type IntakeWish = {
  readonly outlet: string | null
  readonly code: string | null
  readonly ticket: string | null
}

export type IntakeFound =
  | { readonly kind: 'case'; readonly found: IntakeCase }
  /** It was taken in before: its own page is the place. */
  | { readonly kind: 'in_hand'; readonly found: IntakeCase }
  | { readonly kind: 'refused'; readonly refusal: 'not_found' | 'not_your_role' }

type Asking = Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff }

const NOT_FOUND: IntakeFound = { kind: 'refused', refusal: 'not_found' }
const refusedAs = (refusal: 'out_of_scope' | 'not_your_role'): IntakeFound => ({
  kind: 'refused',
  refusal: refusal === 'out_of_scope' ? 'not_found' : 'not_your_role',
})

/** What the table lets an outlet receive. */
const CAN_COME_IN: readonly Repair['status'][] = ['requested', 'in_transit_in']

async function placeOf({ hub }: Asking, code: string) {
  const [rows] = await readTogether([outletOnRecord(hub, code)])
  return placedOutlet(rows)
}

async function walkInAt(asking: Asking, code: string): Promise<IntakeFound> {
  const refusal = await whyNotAtOutlet(asking, code, 'intake.take')
  if (refusal) return refusedAs(refusal)
  const placed = await placeOf(asking, code)
  if (!placed) return NOT_FOUND
  return { kind: 'case', found: { ...placed, announced: null, visit: null } }
}

async function visitOf(asking: Asking, code: string, isFurther: boolean): Promise<IntakeFound> {
  const database = asking.databases.of(bucketOfTicket(code))
  const [rows] = await readTogether([bookingRead(database, code)])
  const booking = shownBooking(rows)
  if (!booking) return NOT_FOUND
  const opened = await walkInAt(asking, booking.outlet)
  if (opened.kind !== 'case') return opened
  return { kind: 'case', found: { ...opened.found, visit: { booking, isFurther } } }
}

async function announcedAs(asking: Asking, code: string): Promise<IntakeFound> {
  const shown = await showRepair(asking, code)
  if (!shown) return await visitOf(asking, code, false)
  const { repair, events, booking } = shown
  const seen = await actorFor(asking, repair, 'intake.take')
  if (!seen.ok) return refusedAs(seen.refusal)
  const placed = await placeOf(asking, repair.atOutlet)
  if (!placed) return NOT_FOUND
  const sees = await actorFor(asking, repair, 'customer.see')
  const customer = sees.ok ? await readCustomer(asking, code) : null
  const announced = { repair, events, booking, customer }
  const kind = CAN_COME_IN.includes(repair.status) ? 'case' : 'in_hand'
  return { kind, found: { ...placed, announced, visit: null } }
}

/**
 * What stands on record of a phone that is put on the counter: the announced repair of a code, the visit
 * that a code or a further device belongs to, or nothing but the outlet. Somebody else's outlet is
 * answered as one that isn't there.
 */
export async function loadIntake(asking: Asking, wish: IntakeWish): Promise<IntakeFound> {
  if (wish.code !== null) return await announcedAs(asking, wish.code)
  if (wish.ticket !== null) return await visitOf(asking, wish.ticket, true)
  return wish.outlet === null ? NOT_FOUND : await walkInAt(asking, wish.outlet)
}
