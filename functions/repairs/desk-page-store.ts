import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** Who put an event on record, and when. */
export type RecordingRow = {
  readonly version: number
  readonly actor: string
  readonly recorded_at: number
}

export const statements = {
  recordingsOf: statement<[subject: string], RecordingRow>(
    `SELECT version, actor, recorded_at FROM events WHERE subject = ?1 ORDER BY version`,
    ['repair/0123456789ABC'],
  ),
  namesOf: statement<[ids: string], { readonly id: string; readonly name: string }>(
    `SELECT staff.id, name FROM json_each(?1) AS wanted CROSS JOIN staff ON staff.id = wanted.value`,
    ['["stf_1"]'],
  ),
} satisfies Statements

/** Who did what when, for each event of a repair in order. */
export const recordingsOf = (database: Database, code: string): Prepared<RecordingRow> =>
  prepare(database, statements.recordingsOf, [`repair/${code}`])

/** Names of staff by id, also of those who left. */
export const namesOf = (hub: Database, ids: readonly string[]) =>
  prepare(hub, statements.namesOf, [JSON.stringify([...new Set(ids)])])
