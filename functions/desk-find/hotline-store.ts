import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type CallRow = {
  readonly id: string
  readonly at: number
  readonly staff_id: string
  readonly result: string
  readonly topic: string
  readonly code: string | null
}

/** What a caller is checked against. */
export type CheckRow = {
  readonly digits_hash: string | null
  readonly home_outlet: string
  readonly at_outlet: string
  readonly model: string
  readonly name: string | null
}

export const statements = {
  logCall: statement<
    [id: string, at: number, staffId: string, result: string, topic: string, code: string | null]
  >(
    `INSERT INTO hotline_calls (id, at, staff_id, result, topic, code)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    ['cal_1', 0, 'stf_1', 'ended', 'other', null],
  ),
  lastCalls: statement<[most: number], CallRow>(
    `SELECT id, at, staff_id, result, topic, code FROM hotline_calls
     WHERE id > 'cal_' ORDER BY id DESC LIMIT ?1`,
    [10],
  ),
  checkOf: statement<[code: string], CheckRow>(
    `SELECT digits_hash, home_outlet, at_outlet, state ->> '$.model' AS model,
       contact ->> '$.name' AS name
     FROM repairs LEFT JOIN repairs_private ON repairs_private.code = repairs.code
     WHERE repairs.code = ?1`,
    ['0123456789ABC'],
  ),
} satisfies Statements

export const logCall = (
  hub: Database,
  { id, at, staff_id, result, topic, code }: CallRow,
): Prepared => prepare(hub, statements.logCall, [id, at, staff_id, result, topic, code])

export const lastCalls = (hub: Database, most: number) => prepare(hub, statements.lastCalls, [most])

export const checkOf = (database: Database, code: string) =>
  prepare(database, statements.checkOf, [code])
