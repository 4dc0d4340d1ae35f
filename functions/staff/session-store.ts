import type { Database } from '#functions/db/database.ts'
import type { KeyRange } from '#functions/db/key-range.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type SessionRow = {
  readonly id: string
  readonly user_agent: string | null
  readonly created_at: number
  readonly updated_at: number
}

export const statements = {
  sessionsOf: statement<[staffId: string, now: number], SessionRow>(
    `SELECT id, user_agent, created_at, updated_at FROM staff_sessions
     WHERE user_id = ?1 AND expires_at > ?2 LIMIT 50`,
    ['stf_1', 0],
  ),
  endSession: statement<[staffId: string, id: string]>(
    `DELETE FROM staff_sessions WHERE user_id = ?1 AND id = ?2`,
    ['stf_1', 'ses_1'],
  ),
  endSessionsBut: statement<[staffId: string, id: string]>(
    `DELETE FROM staff_sessions WHERE user_id = ?1 AND id <> ?2`,
    ['stf_1', 'ses_1'],
  ),
  setLocale: statement<[staffId: string, locale: string]>(
    `UPDATE staff SET locale = ?2 WHERE id = ?1`,
    ['stf_1', 'en'],
  ),
  passwordOf: statement<[staffId: string], { readonly password: string | null }>(
    `SELECT password FROM staff_accounts WHERE user_id = ?1 AND provider_id = 'credential'`,
    ['stf_1'],
  ),
  // Ids are random and no index knows when a session ends, since each would cost a row for every one begun.
  sweepSessions: statement<[from: string, before: number, most: number]>(
    `DELETE FROM staff_sessions WHERE id IN (SELECT id FROM (
       SELECT id, expires_at FROM staff_sessions WHERE id >= ?1 ORDER BY id LIMIT ?3)
     WHERE expires_at <= ?2)`,
    ['ses_0', 0, 500],
  ),
  setWhoseChoice: statement<[staffId: string, isOthers: number]>(
    `UPDATE staff SET must_change_password = ?2 WHERE id = ?1`,
    ['stf_1', 1],
  ),
  setPassword: statement<[staffId: string, hash: string, now: number]>(
    `UPDATE staff_accounts SET password = ?2, updated_at = ?3
     WHERE user_id = ?1 AND provider_id = 'credential'`,
    ['stf_1', '0f', 0],
  ),
} satisfies Statements

export const sessionsOf = (hub: Database, staffId: string, now: number): Prepared<SessionRow> =>
  prepare(hub, statements.sessionsOf, [staffId, now])

export const endSession = (hub: Database, staffId: string, id: string): Prepared =>
  prepare(hub, statements.endSession, [staffId, id])

/** Ends every session of a person but one; '' = all. */
export const endSessionsBut = (hub: Database, staffId: string, id: string): Prepared =>
  prepare(hub, statements.endSessionsBut, [staffId, id])

/** Forgets sessions that are over among the first ids from one on. */
export const sweepSessions = (database: Database, { from, before, most }: KeyRange): Prepared =>
  prepare(database, statements.sweepSessions, [from, before, most])

export const setLocale = (hub: Database, staffId: string, locale: string): Prepared =>
  prepare(hub, statements.setLocale, [staffId, locale])

export const passwordOf = (hub: Database, staffId: string) =>
  prepare(hub, statements.passwordOf, [staffId])

export type NewPassword = {
  readonly staffId: string
  readonly hash: string
  readonly now: number
  /** Somebody else knows it: it opens nothing but the way to one's own. */
  readonly isGiven: boolean
}

export const setPassword = (
  hub: Database,
  { staffId, hash, now, isGiven }: NewPassword,
): readonly Prepared[] => [
  prepare(hub, statements.setPassword, [staffId, hash, now]),
  prepare(hub, statements.setWhoseChoice, [staffId, Number(isGiven)]),
]
