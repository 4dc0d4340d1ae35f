import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type NoteRow = {
  readonly at: number
  readonly id: string
  readonly staff_id: string
  readonly words: string
}

type Written = [code: string, at: number, id: string, staffId: string, words: string]

export const statements = {
  insertNote: statement<Written>(
    `INSERT INTO repair_notes (code, at, id, staff_id, words) VALUES (?1, ?2, ?3, ?4, ?5)`,
    ['0123456789ABC', 0, 'not_0f', 'stf_1', 'waits for glue'],
  ),
  notesOf: statement<[code: string], NoteRow>(
    `SELECT at, id, staff_id, words FROM repair_notes WHERE code = ?1 ORDER BY at, id`,
    ['0123456789ABC'],
  ),
} satisfies Statements

export const insertNote = (database: Database, written: Written): Prepared =>
  prepare(database, statements.insertNote, written)

/** Every note about a repair, the first first. */
export const notesOf = (database: Database, code: string): Prepared<NoteRow> =>
  prepare(database, statements.notesOf, [code])
