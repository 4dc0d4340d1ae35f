import type { Booking } from '#domain/bookings/booking.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type QueueRow = { readonly service_date: string; readonly last_number: number }

/** A visit that has arrived and isn't over. */
export type WaitingRow = { readonly state: string }

type Draw = [outlet: string, serviceDate: string, number: number]

export const statements = {
  queueOfVisit: statement<[ticketCode: string, fromDate: string], QueueRow>(
    `SELECT service_date, last_number FROM queues
     WHERE outlet_code = (SELECT outlet_code FROM bookings WHERE code = ?1)
       AND service_date >= ?2`,
    ['0123456789ABC', '2026-11-21'],
  ),
  queueOfOutlet: statement<[outlet: string, fromDate: string], QueueRow>(
    `SELECT service_date, last_number FROM queues WHERE outlet_code = ?1 AND service_date >= ?2`,
    ['SZ-001', '2026-11-21'],
  ),
  waitingBesideVisit: statement<[ticketCode: string], WaitingRow>(
    `SELECT state FROM bookings INDEXED BY bookings_expected
     WHERE outlet_code = (SELECT outlet_code FROM bookings WHERE code = ?1)
       AND status IN ('booked', 'arrived', 'called') AND status IN ('arrived', 'called')`,
    ['0123456789ABC'],
  ),
  drawNumber: statement<Draw>(
    `INSERT INTO queues (outlet_code, service_date, last_number) VALUES (?1, ?2, ?3)
     ON CONFLICT (outlet_code, service_date) DO UPDATE SET last_number = excluded.last_number
     WHERE last_number = excluded.last_number - 1`,
    ['SZ-001', '2026-11-22', 1],
  ),
  refuseTaken: statement<[]>(`INSERT INTO guards (queue_gone) SELECT 1 WHERE changes() <> 1`, []),
} satisfies Statements

const DAY_MS = 86_400_000

const dayBefore = (at: number): string => new Date(at - DAY_MS).toISOString().slice(0, 10)

/** The queues of a visit's outlet from the day on that an instant may be there, however long ago. */
export const queueOfVisit = (
  database: Database,
  ticketCode: string,
  since: number,
): Prepared<QueueRow> => {
  return prepare(database, statements.queueOfVisit, [ticketCode, dayBefore(since)])
}

/** The same of an outlet that is known. */
export const queueOfOutlet = (
  database: Database,
  outlet: string,
  since: number,
): Prepared<QueueRow> => prepare(database, statements.queueOfOutlet, [outlet, dayBefore(since)])

/** Everybody who waits or is called where a visit is. */
export const waitingBesideVisit = (database: Database, ticketCode: string): Prepared<WaitingRow> =>
  prepare(database, statements.waitingBesideVisit, [ticketCode])

export const visitFromRow = ({ state }: WaitingRow): Booking => JSON.parse(state)

/** Draws a number; fails as `stale` when somebody else drew it first. */
export const drawNumber = (database: Database, draw: Draw): readonly Prepared[] => [
  prepare(database, statements.drawNumber, draw),
  prepare(database, statements.refuseTaken, []),
]
