import { SLOT_MS } from '#domain/bookings/booking.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** A seat in a slot, with what the outlet can hold when everybody is there. */
export type Seat = {
  readonly outlet: string
  readonly startsAt: number
  /** The opening day that the slot belongs to: staff away that day are taken off what the outlet has. */
  readonly serviceDate: string
  readonly service: BookableService
  readonly seats: number
  readonly benches: number
}

export type HoldRow = {
  readonly outlet_code: string
  readonly starts_at: number
  readonly id: string
  readonly service: BookableService
  readonly expires_at: number
}

type Capacity = [
  outlet: string,
  startsAt: number,
  seats: number,
  benches: number,
  serviceDate: string,
]
type Place = [outlet: string, startsAt: number]
type Lapsing = [outlet: string, startsAt: number, now: number]
type HoldKey = [outlet: string, startsAt: number, id: string]

const CAPACITY: Capacity = ['SZ-001', 0, 2, 1, '2026-11-19']
const INTO_SLOTS =
  'INSERT INTO slots (outlet_code, starts_at, seats, benches, seats_taken, benches_taken)'
/** What is there of `whole` (seats or benches) on the slot's day. */
const there = (whole: string, absent: 'seats' | 'benches'): string =>
  `max(0, ${whole} - coalesce((SELECT absences.${absent} FROM absences
     WHERE absences.outlet_code = ?1 AND absences.service_date = ?5), 0))`
const THERE = `${there('?3', 'seats')}, ${there('?4', 'benches')}`
const LAPSED_NEAR = `holds.outlet_code = ?1 AND holds.starts_at BETWEEN ?2 - ${SLOT_MS} AND ?2 + ${SLOT_MS}
  AND holds.expires_at <= ?3`

export const statements = {
  takeSeat: statement<Capacity>(
    `${INTO_SLOTS} VALUES (?1, ?2, ${THERE}, 1, 0) ON CONFLICT (outlet_code, starts_at)
     DO UPDATE SET seats_taken = seats_taken + 1, seats = excluded.seats`,
    CAPACITY,
  ),
  takeSeatAndBench: statement<Capacity>(
    `${INTO_SLOTS} VALUES (?1, ?2, ${THERE}, 1, 1) ON CONFLICT (outlet_code, starts_at)
     DO UPDATE SET seats_taken = seats_taken + 1, seats = excluded.seats,
       benches_taken = benches_taken + 1, benches = excluded.benches`,
    CAPACITY,
  ),
  takeBench: statement<Capacity>(
    `${INTO_SLOTS} VALUES (?1, ?2, ${THERE}, 0, 1) ON CONFLICT (outlet_code, starts_at)
     DO UPDATE SET benches_taken = benches_taken + 1, benches = excluded.benches`,
    CAPACITY,
  ),
  freeSeat: statement<Place>(
    `UPDATE slots SET seats_taken = seats_taken - 1 WHERE outlet_code = ?1 AND starts_at = ?2`,
    ['SZ-001', 0],
  ),
  freeSeatAndBench: statement<Place>(
    `UPDATE slots SET seats_taken = seats_taken - 1, benches_taken = benches_taken - 1
     WHERE outlet_code = ?1 AND starts_at = ?2`,
    ['SZ-001', 0],
  ),
  freeBench: statement<Place>(
    `UPDATE slots SET benches_taken = benches_taken - 1 WHERE outlet_code = ?1 AND starts_at = ?2`,
    ['SZ-001', 0],
  ),
  freeLapsed: statement<Lapsing>(
    `UPDATE slots SET
       seats_taken = seats_taken - (SELECT count(*) FROM holds
         WHERE ${LAPSED_NEAR} AND holds.starts_at = slots.starts_at),
       benches_taken = benches_taken - (SELECT count(*) FROM holds
         WHERE ${LAPSED_NEAR} AND takes_bench = 1
           AND holds.starts_at IN (slots.starts_at, slots.starts_at - ${SLOT_MS}))
     WHERE outlet_code = ?1 AND starts_at IN (
       SELECT holds.starts_at FROM holds WHERE ${LAPSED_NEAR} UNION ALL
       SELECT holds.starts_at + ${SLOT_MS} FROM holds WHERE ${LAPSED_NEAR} AND takes_bench = 1)`,
    ['SZ-001', 0, 0],
  ),
  dropLapsed: statement<Lapsing>(`DELETE FROM holds WHERE ${LAPSED_NEAR}`, ['SZ-001', 0, 0]),
  insertHold: statement<
    [...HoldKey, service: string, takesBench: number, expiresAt: number, client: string | null]
  >(
    `INSERT INTO holds (outlet_code, starts_at, id, service, takes_bench, expires_at, client_hash)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    ['SZ-001', 0, 'hld_0', 'repair', 0, 0, '0f'],
  ),
  refuseManyHolds: statement<[outlet: string, now: number, client: string, most: number]>(
    `INSERT INTO guards (client_cap) SELECT 1 WHERE ?4 < (SELECT count(*) FROM holds
       WHERE outlet_code = ?1 AND starts_at > ?2 AND expires_at > ?2 AND client_hash = ?3)`,
    ['SZ-001', 0, '0f', 10],
  ),
  dropHold: statement<HoldKey>(
    `DELETE FROM holds WHERE outlet_code = ?1 AND starts_at = ?2 AND id = ?3`,
    ['SZ-001', 0, 'hld_0'],
  ),
  refuseWithoutHold: statement<[]>(
    `INSERT INTO guards (hold_gone) SELECT 1 WHERE changes() <> 1`,
    [],
  ),
  lapsedHolds: statement<[by: number, most: number], HoldRow>(
    `SELECT outlet_code, starts_at, id, service, expires_at FROM holds
     WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2`,
    [0, 100],
  ),
  holdByKey: statement<HoldKey, HoldRow>(
    `SELECT outlet_code, starts_at, id, service, expires_at FROM holds
     WHERE outlet_code = ?1 AND starts_at = ?2 AND id = ?3`,
    ['SZ-001', 0, 'hld_0'],
  ),
} satisfies Statements

const capacityOf = ({ outlet, startsAt, seats, benches, serviceDate }: Seat): Capacity => [
  outlet,
  startsAt,
  seats,
  benches,
  serviceDate,
]

/** A one-hour job needs a bench in its slot and in the next. */
export const takesBench = (service: BookableService): boolean => service === 'one_hour'

/** Takes a seat, and benches where the job needs them; the database's checks refuse what is full. */
export function takeSeat(database: Database, seat: Seat): readonly Prepared[] {
  if (!takesBench(seat.service)) return [prepare(database, statements.takeSeat, capacityOf(seat))]
  const next = { ...seat, startsAt: seat.startsAt + SLOT_MS }
  return [
    prepare(database, statements.takeSeatAndBench, capacityOf(seat)),
    prepare(database, statements.takeBench, capacityOf(next)),
  ]
}

type Taken = Pick<Seat, 'outlet' | 'startsAt' | 'service'>

/** Gives back what `takeSeat` took. */
export function freeSeat(
  database: Database,
  { outlet, startsAt, service }: Taken,
): readonly Prepared[] {
  if (!takesBench(service)) return [prepare(database, statements.freeSeat, [outlet, startsAt])]
  return [
    prepare(database, statements.freeSeatAndBench, [outlet, startsAt]),
    prepare(database, statements.freeBench, [outlet, startsAt + SLOT_MS]),
  ]
}

/** Takes lapsed holds off the slots that this one could touch, and forgets them. */
export const clearLapsed = (
  database: Database,
  { outlet, startsAt }: Taken,
  now: number,
): readonly Prepared[] => [
  prepare(database, statements.freeLapsed, [outlet, startsAt, now]),
  prepare(database, statements.dropLapsed, [outlet, startsAt, now]),
]

/** Holds that had lapsed by an instant, longest first. */
export const lapsedHolds = (database: Database, by: number, most: number): Prepared<HoldRow> =>
  prepare(database, statements.lapsedHolds, [by, most])

export type HeldSeat = Taken & { readonly id: string }

/** When a hold lapses, and the keyed hash of the client it is for. */
export type Holding = { readonly expiresAt: number; readonly client: string | null }

export const insertHold = (
  database: Database,
  { outlet, startsAt, service, id }: HeldSeat,
  { expiresAt, client }: Holding,
): Prepared =>
  prepare(database, statements.insertHold, [
    ...([outlet, startsAt, id, service] as const),
    ...([Number(takesBench(service)), expiresAt, client] as const),
  ])

export type HoldCap = { readonly client: string; readonly most: number; readonly now: number }

/** Fails as `client_cap` when the client holds more seats of an outlet than it may, the new one included. */
export const refuseManyHolds = (
  database: Database,
  outlet: string,
  { client, most, now }: HoldCap,
): Prepared => prepare(database, statements.refuseManyHolds, [outlet, now, client, most])

/** Turns a hold into a booking's seat: the seat stays taken. Fails as `hold_gone` when it stands no more. */
export const spendHold = (
  database: Database,
  { outlet, startsAt, id }: Omit<HeldSeat, 'service'>,
): readonly Prepared[] => [
  prepare(database, statements.dropHold, [outlet, startsAt, id]),
  prepare(database, statements.refuseWithoutHold, []),
]

export const holdByKey = (
  database: Database,
  { outlet, startsAt, id }: Omit<HeldSeat, 'service'>,
): Prepared<HoldRow> => prepare(database, statements.holdByKey, [outlet, startsAt, id])
