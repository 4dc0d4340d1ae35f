import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type ChangedSince = {
  readonly code: string
  readonly name_en: string
  readonly name_zh: string
  readonly operation: string
  readonly updated_at: number
}

export type AskedRow = {
  readonly version: number
  readonly recorded_at: number
  readonly actor: string
}

export const REBUILD_SUBJECT = 'site/build'

export const statements = {
  changedSince: statement<[seq: number, most: number], ChangedSince>(
    `SELECT code, name_en, name_zh, operation, updated_at FROM outlets WHERE changed_seq > ?1
     ORDER BY changed_seq, code LIMIT ?2`,
    [1, 10],
  ),
  lastAsked: statement<[], AskedRow>(
    `SELECT version, recorded_at, actor FROM events WHERE subject = '${REBUILD_SUBJECT}'
     ORDER BY version DESC LIMIT 1`,
    [],
  ),
  lastChangeNumber: statement<[], { readonly value: number }>(
    `SELECT value FROM counters WHERE name = 'outlet_change'`,
    [],
  ),
  nameOfStaff: statement<[id: string], { readonly name: string }>(
    `SELECT name FROM staff WHERE id = ?1`,
    ['stf_1'],
  ),
} satisfies Statements

/** The first outlets that changed after a change number. */
export const changedSince = (hub: Database, seq: number, most: number): Prepared<ChangedSince> =>
  prepare(hub, statements.changedSince, [seq, most])

export const lastAsked = (hub: Database): Prepared<AskedRow> =>
  prepare(hub, statements.lastAsked, [])

export const lastChangeNumber = (hub: Database) => prepare(hub, statements.lastChangeNumber, [])

export const nameOfStaff = (hub: Database, id: string) => prepare(hub, statements.nameOfStaff, [id])
