import type { Database } from '#functions/db/database.ts'
import type { KeyRange } from '#functions/db/key-range.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** Wrong tries that lock a code, and for how long from the first of them at first. */
const MOST_MISSES = 5
const LOCK_MS = 3_600_000
/** Four doublings: no lock is longer than 16 hours. */
const DOUBLINGS = 4
/** Tries that are remembered: beyond those that double the lock for the last time, none matters. */
const REMEMBERED = MOST_MISSES * (DOUBLINGS + 1)
/** A code that nobody guessed at for so long after its last lock begins anew. */
const FORGOTTEN_MS = 86_400_000

/** How long tries are counted together, and lock: five tries earlier change nothing, each five more double it. */
const LASTS = `(${LOCK_MS} << min(max(earlier / ${MOST_MISSES} - 1, 0), ${DOUBLINGS}))`
const STANDS = `first_at > ?3 - ${LASTS}`
const LOCKED_UNTIL = `(SELECT first_at + ${LASTS} FROM lookup_misses
  WHERE code = ?1 AND misses >= ${MOST_MISSES} AND ${STANDS})`
const MATCH = 'EXISTS (SELECT 1 FROM repairs WHERE code = ?1 AND digits_hash = ?2)'
/** The same of feedback and complaints; both are asked, so that neither tells by its work which it is. */
const SAID = 'EXISTS (SELECT 1 FROM feedback WHERE code = ?1 AND contact_hash = ?2)'
const COMPLAINED = 'EXISTS (SELECT 1 FROM complaints WHERE code = ?1 AND contact_hash = ?2)'

type Tried = [code: string, digitsHash: string, now: number]
const TRIED: Tried = ['0123456789ABC', '0f', 0]

export type Judged = { readonly locked_until: number | null; readonly found: number }
export type JudgedVoice = Judged & { readonly is_complaint: number }

export type LinkRow = {
  readonly code: string
  readonly purpose: 'status' | 'answer'
  readonly ask_version: number | null
  readonly closed_at: number | null
}

const countMissUnless = (match: string): string =>
  `INSERT INTO lookup_misses (code, misses, first_at) SELECT ?1, 1, ?3 WHERE NOT ${match}
     ON CONFLICT (code) DO UPDATE SET
       misses = CASE WHEN ${STANDS} THEN misses + 1 ELSE 1 END,
       first_at = CASE WHEN ${STANDS} THEN first_at ELSE ?3 END,
       earlier = CASE WHEN ${STANDS} THEN earlier
         WHEN first_at > ?3 - ${LASTS} - ${FORGOTTEN_MS}
         THEN min(earlier + min(misses, ${MOST_MISSES}), ${REMEMBERED}) ELSE 0 END`

export const statements = {
  countMiss: statement<Tried>(countMissUnless(MATCH), TRIED),
  countVoiceMiss: statement<Tried>(countMissUnless(`(${SAID} OR ${COMPLAINED})`), TRIED),
  judgeTry: statement<Tried, Judged>(
    `SELECT ${LOCKED_UNTIL} AS locked_until, ${MATCH} AS found`,
    TRIED,
  ),
  judgeVoiceTry: statement<Tried, JudgedVoice>(
    `SELECT ${LOCKED_UNTIL} AS locked_until, ${SAID} OR ${COMPLAINED} AS found,
       ${COMPLAINED} AS is_complaint`,
    TRIED,
  ),
  sweepMisses: statement<[from: string, before: number, most: number]>(
    `DELETE FROM lookup_misses WHERE code IN (SELECT code FROM (
       SELECT code, first_at FROM lookup_misses WHERE code >= ?1 ORDER BY code LIMIT ?3)
     WHERE first_at <= ?2)`,
    ['0123', 0, 500],
  ),
  insertLink: statement<
    [tokenHash: string, code: string, purpose: string, askVersion: number | null, createdAt: number]
  >(
    `INSERT INTO links (token_hash, code, purpose, ask_version, created_at)
     VALUES (?1, ?2, ?3, ?4, ?5)`,
    ['0f', '0123456789ABC', 'status', null, 0],
  ),
  dropLink: statement<[tokenHash: string]>(`DELETE FROM links WHERE token_hash = ?1`, ['0f']),
  linkByToken: statement<[tokenHash: string], LinkRow>(
    `SELECT links.code, purpose, ask_version, state ->> '$.closedAt' AS closed_at
     FROM links CROSS JOIN repairs ON repairs.code = links.code WHERE token_hash = ?1`,
    ['0f'],
  ),
  askForCode: statement<[phoneHash: string, now: number, again: number]>(
    `INSERT INTO outbox (subject, version, template, due_at, created_at)
     SELECT 'repair/' || code, version, 'code_again', ?2, ?2 FROM repairs
     WHERE phone_hash = ?1 AND status <> 'closed'
     ON CONFLICT (subject, version, template) DO UPDATE SET
       due_at = ?2, state = 'waiting', attempts = 0, finished_at = NULL, created_at = ?2
     WHERE created_at <= ?3`,
    ['0f', 0, 0],
  ),
} satisfies Statements

/**
 * Judges one try at a code in one snapshot: a wrong one is counted whether the code exists or not,
 * a right one writes nothing. Both read and write alike, so that neither can be told from the other.
 */
export const judgeLookup = (database: Database, tried: Tried): readonly [Prepared, Prepared] => [
  prepare(database, statements.countMiss, tried),
  prepare(database, statements.judgeTry, tried),
]

/** The same of what was said, feedback or complaint. */
export const judgeVoiceLookup = (
  database: Database,
  tried: Tried,
): readonly [Prepared, Prepared] => [
  prepare(database, statements.countVoiceMiss, tried),
  prepare(database, statements.judgeVoiceTry, tried),
]

/** Forgets old misses among the first `most` codes from `from` on. */
export const sweepMisses = (database: Database, { from, before, most }: KeyRange): Prepared =>
  prepare(database, statements.sweepMisses, [from, before, most])

export type Link = {
  readonly tokenHash: string
  readonly code: string
  readonly purpose: 'status' | 'answer'
  readonly askVersion: number | null
}

export const insertLink = (database: Database, link: Link, now: number): Prepared => {
  const { tokenHash, code, purpose, askVersion } = link
  return prepare(database, statements.insertLink, [tokenHash, code, purpose, askVersion, now])
}

export const dropLink = (database: Database, tokenHash: string): Prepared =>
  prepare(database, statements.dropLink, [tokenHash])

export const linkByToken = (database: Database, tokenHash: string): Prepared<LinkRow> =>
  prepare(database, statements.linkByToken, [tokenHash])

/** Asks for a message with the code of each open repair under a phone, not again within ten minutes. */
export const askForCode = (database: Database, phoneHash: string, now: number): Prepared =>
  prepare(database, statements.askForCode, [phoneHash, now, now - 600_000])
