import type { OutletState } from '#domain/outlets/outlet-decisions.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'
import { OUTLET_COLUMNS, type OutletRow } from './outlet-rows.ts'

// The plaque code is not among them: who holds a row can't give it away.
const COLUMNS = OUTLET_COLUMNS.join(', ')

/** A row with what only the edge needs to know. */
export type StandingRow = OutletRow & {
  readonly version: number
  readonly plaque_revoked_at: number | null
}

export type ChangedRow = OutletRow & { readonly code: string; readonly changed_seq: number }

/** A row with the country that its region lies in. */
export type PlacedRow = OutletRow & { readonly country_code: string }

/** A place in the order of changes. One change number may stand on many outlets. */
export type ChangePosition = { readonly seq: number; readonly code: string }

type Operation = [
  code: string,
  version: number,
  operation: string,
  suspendedFrom: string | null,
  suspendedUntil: string | null,
  reasonEn: string | null,
  reasonZh: string | null,
  closedOn: string | null,
  updatedAt: number,
]

export const statements = {
  outletByCode: statement<[code: string], StandingRow>(
    `SELECT ${COLUMNS}, version, plaque_revoked_at FROM outlets WHERE code = ?1`,
    ['SZ-001'],
  ),
  outletWithCountry: statement<[code: string], PlacedRow>(
    `SELECT ${COLUMNS}, (SELECT country_code FROM regions WHERE id = region_id) AS country_code
     FROM outlets WHERE code = ?1`,
    ['SZ-001'],
  ),
  outletOfVisit: statement<[ticketCode: string], PlacedRow>(
    `SELECT ${COLUMNS.split(', ')
      .map((column) => `outlets.${column}`)
      .join(', ')},
       (SELECT country_code FROM regions WHERE id = region_id) AS country_code
     FROM bookings CROSS JOIN outlets ON outlets.code = bookings.outlet_code WHERE bookings.code = ?1`,
    ['0123456789ABC'],
  ),
  outletByPlaque: statement<[plaqueCode: string], StandingRow>(
    `SELECT ${COLUMNS}, version, plaque_revoked_at FROM outlets WHERE plaque_code = ?1`,
    ['0123456789'],
  ),
  outletsByCode: statement<[codes: string], OutletRow>(
    `SELECT ${COLUMNS} FROM json_each(?1) AS wanted CROSS JOIN outlets ON outlets.code = wanted.value`,
    ['["SZ-001"]'],
  ),
  changedAfter: statement<[seq: number, code: string, most: number], ChangedRow>(
    `SELECT ${COLUMNS}, changed_seq FROM outlets WHERE (changed_seq, code) > (?1, ?2)
     ORDER BY changed_seq, code LIMIT ?3`,
    [1, 'SZ-001', 10],
  ),
  lastChange: statement<[], { readonly value: number }>(
    `SELECT value FROM counters WHERE name = 'outlet_change'`,
    [],
  ),
  regionById: statement<[id: string], { readonly id: string }>(
    `SELECT id FROM regions WHERE id = ?1`,
    ['cn'],
  ),
  codesInRegion: statement<[id: string], { readonly code: string }>(
    `WITH RECURSIVE inside (id) AS (
       VALUES (?1) UNION ALL
       SELECT regions.id FROM inside CROSS JOIN regions ON regions.parent_id = inside.id
     )
     SELECT code FROM inside CROSS JOIN outlets ON outlets.region_id = inside.id`,
    ['cn'],
  ),
  setOperation: statement<Operation>(
    `UPDATE outlets SET version = ?2, operation = ?3, suspended_from = ?4, suspended_until = ?5,
       suspension_reason_en = ?6, suspension_reason_zh = ?7, closed_on = ?8, updated_at = ?9
     WHERE code = ?1`,
    ['SZ-001', 2, 'open', null, null, null, null, null, 0],
  ),
} satisfies Statements

export const outletByCode = (database: Database, code: string): Prepared<StandingRow> =>
  prepare(database, statements.outletByCode, [code])

export const outletWithCountry = (database: Database, code: string): Prepared<PlacedRow> =>
  prepare(database, statements.outletWithCountry, [code])

/** The outlet of a visit whose booking lies in the hub too. */
export const outletOfVisit = (database: Database, ticketCode: string): Prepared<PlacedRow> =>
  prepare(database, statements.outletOfVisit, [ticketCode])

export const outletByPlaque = (database: Database, plaqueCode: string): Prepared<StandingRow> =>
  prepare(database, statements.outletByPlaque, [plaqueCode])

export const outletsByCode = (database: Database, codes: readonly string[]): Prepared<OutletRow> =>
  prepare(database, statements.outletsByCode, [JSON.stringify(codes)])

/** The next outlets by their last change, at most `most` of them. */
export const changedAfter = (
  database: Database,
  { seq, code }: ChangePosition,
  most: number,
): Prepared<ChangedRow> => prepare(database, statements.changedAfter, [seq, code, most])

/** The number of the last change there was. */
export const lastChange = (database: Database) => prepare(database, statements.lastChange, [])

export const regionById = (database: Database, id: string) =>
  prepare(database, statements.regionById, [id])

/** Codes of the outlets in a region and everything below it. */
export const codesInRegion = (database: Database, id: string) =>
  prepare(database, statements.codesInRegion, [id])

/** Writes an outlet's operation; the event's key has made sure that nobody wrote in between. */
export const setOperation = (database: Database, state: OutletState, updatedAt: number): Prepared =>
  prepare(database, statements.setOperation, [
    state.code,
    state.version,
    state.operation,
    state.suspension?.from ?? null,
    state.suspension?.until ?? null,
    state.suspension?.reason?.en ?? null,
    state.suspension?.reason?.['zh-CN'] ?? null,
    state.closedOn,
    updatedAt,
  ])
