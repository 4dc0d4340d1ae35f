import { type Booking, type BookingStatus, SLOT_MS } from '#domain/bookings/booking.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** What stands against a slot's capacity, lapsed holds taken off. */
export type LoadRow = {
  readonly outlet_code: string
  readonly starts_at: number
  readonly seats_taken: number
  readonly benches_taken: number
}

/** An event after the version that the asker has seen. */
export type LaterRow = {
  readonly version: number
  readonly command_id: string | null
  readonly data: string
}

export type BookingRow = { readonly version: number; readonly state: string }

/** A booking whose clock is to act, how it stands, and what the clock was set for. */
export type DueBooking = {
  readonly code: string
  readonly status: BookingStatus
  readonly due_at: number
}

const LOAD = `SELECT slots.outlet_code, slots.starts_at,
  seats_taken - (SELECT count(*) FROM holds
    WHERE holds.outlet_code = slots.outlet_code AND holds.starts_at = slots.starts_at
      AND expires_at <= ?4) AS seats_taken,
  benches_taken - (SELECT count(*) FROM holds
    WHERE holds.outlet_code = slots.outlet_code
      AND holds.starts_at IN (slots.starts_at, slots.starts_at - ${SLOT_MS})
      AND takes_bench = 1 AND expires_at <= ?4) AS benches_taken`

type BookingParams = [
  code: string,
  version: number,
  outletCode: string,
  startsAt: number | null,
  status: string,
  state: string,
  dueAt: number | null,
  updatedAt: number,
]
const SAMPLE: BookingParams = ['0123456789ABC', 1, 'SZ-001', 0, 'booked', '{}', 0, 0]

export const statements = {
  loadOfOutlet: statement<[outlet: string, from: number, until: number, now: number], LoadRow>(
    `${LOAD} FROM slots WHERE slots.outlet_code = ?1 AND slots.starts_at >= ?2 AND slots.starts_at < ?3`,
    ['SZ-001', 0, 1, 0],
  ),
  loadOfOutlets: statement<[outlets: string, from: number, until: number, now: number], LoadRow>(
    `${LOAD} FROM json_each(?1) AS wanted CROSS JOIN slots ON slots.outlet_code = wanted.value
       AND slots.starts_at >= ?2 AND slots.starts_at < ?3`,
    ['["SZ-001"]', 0, 1, 0],
  ),
  insertBooking: statement<BookingParams>(
    `INSERT INTO bookings (code, version, outlet_code, starts_at, status, state, due_at, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    SAMPLE,
  ),
  updateBooking: statement<BookingParams>(
    `UPDATE bookings SET version = ?2, outlet_code = ?3, starts_at = ?4, status = ?5, state = ?6,
       due_at = ?7, updated_at = ?8 WHERE code = ?1`,
    SAMPLE,
  ),
  bookingByCode: statement<[code: string], BookingRow>(
    `SELECT version, state FROM bookings WHERE code = ?1`,
    ['0123456789ABC'],
  ),
  bookingEventsAfter: statement<[subject: string, version: number], LaterRow>(
    `SELECT version, command_id, data FROM events WHERE subject = ?1 AND version > ?2
     ORDER BY version LIMIT 4`,
    ['booking/0123456789ABC', 1],
  ),
  // The queue's guard says the same of a visit: somebody was quicker.
  refuseMoved: statement<[code: string, version: number]>(
    `INSERT INTO guards (queue_gone) SELECT 1
     WHERE NOT EXISTS (SELECT 1 FROM bookings WHERE code = ?1 AND version = ?2)`,
    ['0123456789ABC', 1],
  ),
  dueBookings: statement<[now: number, most: number], DueBooking>(
    `SELECT code, status, due_at FROM bookings WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    [0, 10],
  ),
  leaveAlone: statement<[code: string, dueAt: number, seen: number]>(
    `UPDATE bookings SET due_at = ?2 WHERE code = ?1 AND due_at = ?3`,
    ['0123456789ABC', 0, 1],
  ),
} satisfies Statements

/** Puts off what a booking's clock does, unless somebody has set the clock anew since it was read. */
export const leaveAlone = (
  database: Database,
  { code, due_at: seen }: DueBooking,
  dueAt: number,
): Prepared => prepare(database, statements.leaveAlone, [code, dueAt, seen])

type Span = { readonly from: number; readonly until: number; readonly now: number }

/** Loads of an outlet's slots that begin in `[from, until)`. */
export const loadOfOutlet = (database: Database, outlet: string, { from, until, now }: Span) =>
  prepare(database, statements.loadOfOutlet, [outlet, from, until, now])

export const loadOfOutlets = (
  database: Database,
  outlets: readonly string[],
  { from, until, now }: Span,
) => prepare(database, statements.loadOfOutlets, [JSON.stringify(outlets), from, until, now])

export const bookingByCode = (database: Database, code: string): Prepared<BookingRow> =>
  prepare(database, statements.bookingByCode, [code])

/** Fails as `stale` when the booking has another version by now. */
export const refuseMoved = (database: Database, code: string, version: number): Prepared =>
  prepare(database, statements.refuseMoved, [code, version])

/** The first few events of a booking after a version. */
export const bookingEventsAfter = (
  database: Database,
  code: string,
  version: number,
): Prepared<LaterRow> =>
  prepare(database, statements.bookingEventsAfter, [`booking/${code}`, version])

export const dueBookings = (database: Database, now: number, most: number) =>
  prepare(database, statements.dueBookings, [now, most])

type Written = {
  readonly dueAt: number | null
  readonly now: number
  /** Whether it begins with this command; left out: it has one event. */
  readonly isNew?: boolean
}

/** Writes a booking as its events say; `dueAt` is when its clock acts next. */
export function writeBooking(
  database: Database,
  booking: Booking,
  { dueAt, now, isNew = booking.version === 1 }: Written,
): Prepared {
  const { code, version, outlet, startsAt, status } = booking
  const written = isNew ? statements.insertBooking : statements.updateBooking
  const state = JSON.stringify(booking)
  return prepare(database, written, [code, version, outlet, startsAt, status, state, dueAt, now])
}
