import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type LoadRow = { readonly jobs: number }
export type ParcelRow = {
  readonly code: string
  readonly at_outlet: string
  readonly home_outlet: string
}
export type AbsenceRow = { readonly benches: number }

/** More than that an outlet hasn't in hand; counting further would change no promise. */
const MOST_JOBS = 200

export const statements = {
  jobsInHand: statement<[outlet: string], LoadRow>(
    `SELECT count(*) AS jobs FROM (
       SELECT 1 FROM repairs INDEXED BY repairs_open_at
       WHERE at_outlet = ?1 AND stage <> 'closed' AND stage = 'in_hand'
         AND status IN ('received', 'diagnosing', 'repairing') LIMIT ${MOST_JOBS})`,
    ['SZ-001'],
  ),
  benchesAway: statement<[outlet: string, date: string], AbsenceRow>(
    `SELECT benches FROM absences WHERE outlet_code = ?1 AND service_date = ?2`,
    ['SZ-001', '2026-11-22'],
  ),
  // As many as one parcel may hold: those out of scope are left out of them afterwards.
  repairsOfParcel: statement<[tracking: string], ParcelRow>(
    `SELECT repairs.code, at_outlet, home_outlet FROM parcels
     CROSS JOIN repairs ON repairs.code = parcels.code WHERE tracking = ?1 LIMIT 20`,
    ['SF1234567890'],
  ),
} satisfies Statements

/** Phones at an outlet that wait for a bench or lie on one. */
export const jobsInHand = (database: Database, outlet: string): Prepared<LoadRow> =>
  prepare(database, statements.jobsInHand, [outlet])

/** Benches that nobody mans on a day. */
export const benchesAway = (
  database: Database,
  outlet: string,
  date: string,
): Prepared<AbsenceRow> => prepare(database, statements.benchesAway, [outlet, date])

export const repairsOfParcel = (database: Database, tracking: string): Prepared<ParcelRow> =>
  prepare(database, statements.repairsOfParcel, [tracking])
