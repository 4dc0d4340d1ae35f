import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** A message with the outlet that its customer came to; no words and nobody's number. */
export type OutboxRow = {
  readonly subject: string
  readonly version: number
  readonly template: string
  readonly state: 'waiting' | 'dead'
  readonly attempts: number
  readonly due_at: number | null
  readonly finished_at: number | null
  readonly last_error: string | null
  readonly created_at: number
  readonly home_outlet: string | null
}

export type MessageKey = Pick<OutboxRow, 'subject' | 'version' | 'template'>
type Key = [subject: string, version: number, template: string]

const COLUMNS = `outbox.subject, outbox.version, template, outbox.state, attempts, outbox.due_at,
  finished_at, last_error, created_at, repairs.home_outlet`
const OF_REPAIR = `LEFT JOIN repairs ON repairs.code = substr(outbox.subject, instr(outbox.subject, '/') + 1)`
const IN_SCOPE = '(?2 IS NULL OR repairs.home_outlet IN (SELECT value FROM json_each(?2)))'
const KEY: Key = ['repair/0123456789ABC', 1, 'ticket_code']
type Listing = [until: number, outlets: string | null, most: number]

export const statements = {
  // What waits is what was asked for lately: finished rows are in no index.
  waiting: statement<Listing, OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox ${OF_REPAIR} WHERE outbox.due_at <= ?1 AND ${IN_SCOPE}
     ORDER BY outbox.due_at LIMIT ?3`,
    [1, '["SZ-001"]', 10],
  ),
  dead: statement<Listing, OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox ${OF_REPAIR}
     WHERE outbox.state = 'dead' AND finished_at <= ?1 AND ${IN_SCOPE}
     ORDER BY finished_at DESC LIMIT ?3`,
    [1, '["SZ-001"]', 10],
  ),
  oneMessage: statement<Key, OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox ${OF_REPAIR}
     WHERE outbox.subject = ?1 AND outbox.version = ?2 AND template = ?3`,
    KEY,
  ),
  retriesOf: statement<[subject: string], { readonly version: number | null }>(
    `SELECT max(version) AS version FROM events WHERE subject = ?1`,
    ['message/repair/0123456789ABC/1/ticket_code'],
  ),
  putBack: statement<[...Key, now: number]>(
    `UPDATE outbox SET state = 'waiting', due_at = ?4, attempts = 0, finished_at = NULL, created_at = ?4
     WHERE subject = ?1 AND version = ?2 AND template = ?3 AND state = 'dead'`,
    [...KEY, 0],
  ),
} satisfies Statements

const EVER = Number.MAX_SAFE_INTEGER

export const MESSAGE_STATES = ['dead', 'waiting'] as const
export type ListedState = (typeof MESSAGE_STATES)[number]

/** Messages in a state, of the outlets named; null = of all. */
export const messagesIn = (
  database: Database,
  state: ListedState,
  { outlets, most }: { readonly outlets: readonly string[] | null; readonly most: number },
): Prepared<OutboxRow> =>
  prepare(database, statements[state], [EVER, outlets && JSON.stringify(outlets), most])

export const oneMessage = (database: Database, { subject, version, template }: MessageKey) =>
  prepare(database, statements.oneMessage, [subject, version, template])

export const retriesOf = (database: Database, subject: string) =>
  prepare(database, statements.retriesOf, [subject])

/** Puts a dead message back to the waiting ones, with all its attempts before it. */
export const putBack = (
  database: Database,
  { subject, version, template }: MessageKey,
  now: number,
): Prepared => prepare(database, statements.putBack, [subject, version, template, now])
