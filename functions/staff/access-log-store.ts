import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type AccessRow = { readonly at: number; readonly staff_id: string; readonly act: string }

type Noted = [subject: string, at: number, id: string, staffId: string, act: string]

export const statements = {
  noteAccess: statement<Noted>(
    `INSERT INTO access_log (subject, at, id, staff_id, act) VALUES (?1, ?2, ?3, ?4, ?5)`,
    ['repair/0123456789ABC', 0, '0f', 'stf_1', 'opened'],
  ),
  accessTo: statement<[subject: string, most: number], AccessRow>(
    `SELECT at, staff_id, act FROM access_log WHERE subject = ?1 ORDER BY at DESC LIMIT ?2`,
    ['repair/0123456789ABC', 50],
  ),
} satisfies Statements

export const insertAccess = (database: Database, noted: Noted): Prepared =>
  prepare(database, statements.noteAccess, noted)

export const accessTo = (database: Database, subject: string, most: number): Prepared<AccessRow> =>
  prepare(database, statements.accessTo, [subject, most])
