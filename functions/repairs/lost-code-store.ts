import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** Somebody lost the code of whatever is open under a phone. */
export type LostRow = { readonly asked_at: number; readonly phone_hash: string }

type Asked = [askedAt: number, phoneHash: string]

export const statements = {
  noteLost: statement<[...Asked, day: string, subject: string, most: number]>(
    `INSERT INTO lost_codes (asked_at, phone_hash) SELECT ?1, ?2
     WHERE ?5 = 0 OR ?5 >= (SELECT used FROM allowances WHERE day = ?3 AND subject = ?4)
     ON CONFLICT (asked_at, phone_hash) DO NOTHING`,
    [0, '1e', '2026-11-18', 'lost/1e', 5],
  ),
  lostCodes: statement<[most: number], LostRow>(
    `SELECT asked_at, phone_hash FROM lost_codes ORDER BY asked_at, phone_hash LIMIT ?1`,
    [100],
    // What waits since the last minute, from its beginning on.
    { scans: ['lost_codes'] },
  ),
  forgetLost: statement<Asked>(`DELETE FROM lost_codes WHERE asked_at = ?1 AND phone_hash = ?2`, [
    0,
    '1e',
  ]),
} satisfies Statements

type Counted = {
  readonly counted: readonly [day: string, subject: string]
  /** Of a day; 0 = any number. */
  readonly most: number
}

/** Notes a lost code for the clock, unless the phone was named too often on that day. */
export const noteLost = (
  database: Database,
  { asked_at: askedAt, phone_hash: phoneHash }: LostRow,
  { counted, most }: Counted,
): Prepared => prepare(database, statements.noteLost, [askedAt, phoneHash, ...counted, most])

/** The lost codes that wait, longest first. */
export const lostCodes = (database: Database, most: number): Prepared<LostRow> =>
  prepare(database, statements.lostCodes, [most])

export const forgetLost = (
  database: Database,
  { asked_at: askedAt, phone_hash: phoneHash }: LostRow,
): Prepared => prepare(database, statements.forgetLost, [askedAt, phoneHash])
