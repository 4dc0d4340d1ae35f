import type { Database } from '#functions/db/database.ts'
import type { KeyRange } from '#functions/db/key-range.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type TriesRow = { readonly tries: number }

/** What tries are counted for: an account, a client, both together. */
export type Counted = {
  /** Keyed hash. */
  readonly key: string
  /** Tries that are judged; the next one locks. */
  readonly most: number
}

type Span = { readonly now: number; readonly since: number }

export const statements = {
  // Counting stops with the try that locks: whoever goes on costs no row.
  countTry: statement<
    [key: string, now: number, since: number, most: number, gates: string],
    TriesRow
  >(
    `INSERT INTO sign_in_tries (key, tries, first_at) SELECT ?1, 1, ?2
     WHERE NOT EXISTS (
       SELECT 1 FROM json_each(?5) AS gate CROSS JOIN sign_in_tries AS locked
         ON locked.key = gate.value ->> 0
       WHERE locked.tries > gate.value ->> 1 AND locked.first_at > ?3)
     ON CONFLICT (key) DO UPDATE SET
       tries = CASE WHEN first_at <= ?3 THEN 1 ELSE tries + 1 END,
       first_at = CASE WHEN first_at <= ?3 THEN ?2 ELSE first_at END
       WHERE first_at <= ?3 OR tries <= ?4
     RETURNING tries`,
    ['0f', 1, 0, 10, '[["0e",50]]'],
  ),
  takeBackTry: statement<[key: string]>(
    `UPDATE sign_in_tries SET tries = tries - 1 WHERE key = ?1 AND tries > 0`,
    ['0f'],
  ),
  forgetTries: statement<[keys: string]>(
    `DELETE FROM sign_in_tries WHERE key IN (SELECT value FROM json_each(?1))`,
    ['["0f"]'],
  ),
  forgetAccount: statement<[account: string]>(
    `DELETE FROM sign_in_tries WHERE key >= ?1 AND key < ?1 || '/'`,
    ['0f'],
  ),
  sweepTries: statement<[from: string, before: number, most: number, knownBefore: number]>(
    `DELETE FROM sign_in_tries WHERE key IN (SELECT key FROM (
       SELECT key, tries, first_at FROM sign_in_tries WHERE key >= ?1 ORDER BY key LIMIT ?3)
     WHERE first_at <= CASE WHEN tries = 0 THEN ?4 ELSE ?2 END)`,
    ['0f00', 0, 500, 0],
  ),
  knowClient: statement<[key: string, now: number]>(
    `INSERT INTO sign_in_tries (key, tries, first_at) VALUES (?1, 0, ?2)
     ON CONFLICT (key) DO UPDATE SET first_at = ?2`,
    ['0f', 1],
  ),
  knownClient: statement<[key: string, since: number], { readonly first_at: number }>(
    `SELECT first_at FROM sign_in_tries WHERE key = ?1 AND first_at > ?2`,
    ['0f', 0],
  ),
} satisfies Statements

/**
 * Counts a try before it is judged, so that many at once can't slip through; those up to `since` are over.
 * Nothing is counted, and no row answered, where one of the gates is locked or this was locked before.
 */
export const countTry = (
  database: Database,
  { key, most }: Counted,
  { now, since, gates = [] }: Span & { readonly gates?: readonly Counted[] },
): Prepared<TriesRow> =>
  prepare(database, statements.countTry, [
    ...([key, now, since, most] as const),
    JSON.stringify(gates.map((gate) => [gate.key, gate.most])),
  ])

export const forgetTries = (database: Database, keys: readonly string[]): Prepared =>
  prepare(database, statements.forgetTries, [JSON.stringify(keys)])

/** What tries of a client at an account are counted by: it begins with the account's own key. */
export const pairOf = (account: string, client: string): string => `${account}.${client}`

/** Forgets the tries at an account, from wherever they were. */
export const forgetAccount = (database: Database, account: string): Prepared =>
  prepare(database, statements.forgetAccount, [account])

/** A try that was no guess: it doesn't count for its client. */
export const takeBackTry = (database: Database, key: string): Prepared =>
  prepare(database, statements.takeBackTry, [key])

/** Somebody has signed in from a client; a row of no tries says when last. */
export const knowClient = (database: Database, key: string, now: number): Prepared =>
  prepare(database, statements.knowClient, [key, now])

export const knownClient = (database: Database, key: string, since: number) =>
  prepare(database, statements.knownClient, [key, since])

/** Forgets tries that lock nothing any more, and clients that are long not known, among the first keys from one on. */
export const sweepTries = (
  database: Database,
  { from, before, most, knownBefore }: KeyRange & { readonly knownBefore: number },
): Prepared => prepare(database, statements.sweepTries, [from, before, most, knownBefore])
