import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type AccessRow = {
  readonly subject: string
  readonly at: number
  readonly id: string
  readonly staff_id: string
  readonly act: string
}

/** A place in the log: rows before it are older. */
export type LogPlace = Pick<AccessRow, 'at' | 'subject' | 'id'>

type Noted = [subject: string, at: number, id: string, staffId: string, act: string]
type Asked = [whose: string, at: number, subject: string, id: string, most: number]

const COLUMNS = 'subject, at, id, staff_id, act'

export const statements = {
  noteAccess: statement<Noted>(
    `INSERT INTO access_log (subject, at, id, staff_id, act) VALUES (?1, ?2, ?3, ?4, ?5)`,
    ['repair/0123456789ABC', 0, '0f', 'stf_1', 'opened'],
  ),
  accessTo: statement<[subject: string, at: number, id: string, most: number], AccessRow>(
    `SELECT ${COLUMNS} FROM access_log WHERE subject = ?1 AND (at, id) < (?2, ?3)
     ORDER BY at DESC, id DESC LIMIT ?4`,
    ['repair/0123456789ABC', 0, '0f', 50],
  ),
  accessBy: statement<Asked, AccessRow>(
    `SELECT ${COLUMNS} FROM access_log WHERE staff_id = ?1 AND (at, subject, id) < (?2, ?3, ?4)
     ORDER BY at DESC, subject DESC, id DESC LIMIT ?5`,
    ['stf_1', 0, 'repair/0123456789ABC', '0f', 50],
  ),
} satisfies Statements

export const insertAccess = (database: Database, noted: Noted): Prepared =>
  prepare(database, statements.noteAccess, noted)

/** Who did what with a record before a place of the log, the last first. */
export const accessTo = (
  database: Database,
  subject: string,
  { before, most }: { readonly before: LogPlace; readonly most: number },
): Prepared<AccessRow> =>
  prepare(database, statements.accessTo, [subject, before.at, before.id, most])

/** What somebody did before a place of the log, in one database. */
export const accessBy = (
  database: Database,
  staffId: string,
  { before, most }: { readonly before: LogPlace; readonly most: number },
): Prepared<AccessRow> =>
  prepare(database, statements.accessBy, [staffId, before.at, before.subject, before.id, most])
