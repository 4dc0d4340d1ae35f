import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type TriesRow = { readonly tries: number }

export const statements = {
  countTry: statement<[key: string, now: number, since: number], TriesRow>(
    `INSERT INTO sign_in_tries (key, tries, first_at) VALUES (?1, 1, ?2)
     ON CONFLICT (key) DO UPDATE SET
       tries = CASE WHEN first_at <= ?3 THEN 1 ELSE tries + 1 END,
       first_at = CASE WHEN first_at <= ?3 THEN ?2 ELSE first_at END
     RETURNING tries`,
    ['0f', 1, 0],
  ),
  takeBackTry: statement<[key: string]>(
    `UPDATE sign_in_tries SET tries = tries - 1 WHERE key = ?1 AND tries > 0`,
    ['0f'],
  ),
  forgetTries: statement<[key: string]>(`DELETE FROM sign_in_tries WHERE key = ?1`, ['0f']),
} satisfies Statements

/** Counts a try before it is judged, so that many at once can't slip through; those up to `since` are over. */
export const countTry = (
  database: Database,
  key: string,
  { now, since }: { readonly now: number; readonly since: number },
): Prepared<TriesRow> => prepare(database, statements.countTry, [key, now, since])

export const forgetTries = (database: Database, key: string): Prepared =>
  prepare(database, statements.forgetTries, [key])

/** A try that was no guess: it doesn't count for its client. */
export const takeBackTry = (database: Database, key: string): Prepared =>
  prepare(database, statements.takeBackTry, [key])
