import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type MessageKey = {
  readonly subject: string
  readonly version: number
  readonly template: string
}

/** A message that waits, and whom it is for. */
export type DueMessage = MessageKey & {
  readonly due_at: number
  readonly attempts: number
  readonly created_at: number
  /** As dialled; null = erased. */
  readonly phone: string | null
  readonly email: string | null
}

export type MessageState = 'waiting' | 'sent' | 'dropped' | 'dead'

export type MessageRow = MessageKey & {
  readonly state: MessageState
  readonly attempts: number
  readonly created_at: number
  /** When it is tried next; null = never again. */
  readonly due_at: number | null
}

type Key = [subject: string, version: number, template: string]
const KEY: Key = ['repair/0123456789ABC', 1, 'ticket_code']

/** Of the repair or the voice that a message is about; a survey's is that of what it asks about. */
const CODE = `substr(subject, instr(subject, '/') + 1, 13)`

export const statements = {
  dueMessages: statement<[now: number, most: number], DueMessage>(
    `SELECT subject, version, template, due_at, attempts, created_at,
       coalesce(repair.contact, voice.contact) ->> '$.phone.dial' AS phone,
       coalesce(repair.contact, voice.contact) ->> '$.email' AS email
     FROM outbox LEFT JOIN repairs_private AS repair ON repair.code = ${CODE}
       LEFT JOIN voices_private AS voice ON voice.code = ${CODE}
     WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    [0, 10],
  ),
  askOnce: statement<[...Key, now: number]>(
    `INSERT INTO outbox (subject, version, template, due_at, created_at)
     VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (subject, version, template) DO NOTHING`,
    [...KEY, 0],
  ),
  claimMessage: statement<[...Key, seen: number, lease: number]>(
    `UPDATE outbox SET due_at = ?5, attempts = attempts + 1
     WHERE subject = ?1 AND version = ?2 AND template = ?3 AND due_at = ?4`,
    [...KEY, 0, 1],
  ),
  markSent: statement<[...Key, finishedAt: number]>(
    `UPDATE outbox SET due_at = NULL, state = 'sent', last_error = NULL, finished_at = ?4
     WHERE subject = ?1 AND version = ?2 AND template = ?3 AND state = 'waiting'`,
    [...KEY, 0],
  ),
  giveUp: statement<[...Key, lease: number, state: string, error: string, finishedAt: number]>(
    `UPDATE outbox SET due_at = NULL, state = ?5, last_error = ?6, finished_at = ?7
     WHERE subject = ?1 AND version = ?2 AND template = ?3 AND due_at = ?4`,
    [...KEY, 0, 'dead', 'gone', 0],
  ),
  tryAgain: statement<[...Key, lease: number, dueAt: number, error: string]>(
    `UPDATE outbox SET due_at = ?5, last_error = ?6
     WHERE subject = ?1 AND version = ?2 AND template = ?3 AND due_at = ?4`,
    [...KEY, 0, 1, 'timeout'],
  ),
  postpone: statement<[...Key, lease: number, dueAt: number]>(
    `UPDATE outbox SET due_at = ?5, attempts = attempts - 1
     WHERE subject = ?1 AND version = ?2 AND template = ?3 AND due_at = ?4`,
    [...KEY, 0, 1],
  ),
  // Finished rows are in no index, which would cost a write a message. Read in demonstrations only.
  latestMessages: statement<[spanMs: number], MessageRow>(
    `SELECT subject, version, template, state, attempts, created_at, due_at FROM outbox
     WHERE created_at >= (SELECT max(created_at) FROM outbox) - ?1`,
    [0],
    { scans: ['outbox'] },
  ),
} satisfies Statements

const keyOf = ({ subject, version, template }: MessageKey): Key => [subject, version, template]

/** Asks for a message that no event asks for, unless it was asked for already. */
export const askOnce = (database: Database, message: MessageKey, now: number): Prepared =>
  prepare(database, statements.askOnce, [...keyOf(message), now])

/** The messages due, longest first. */
export const dueMessages = (database: Database, now: number, most: number) =>
  prepare(database, statements.dueMessages, [now, most])

/**
 * Takes a message for one attempt: nobody else tries it before `lease`. Changes nothing when another
 * run was faster.
 */
export const claimMessage = (database: Database, message: DueMessage, lease: number): Prepared =>
  prepare(database, statements.claimMessage, [...keyOf(message), message.due_at, lease])

/** What is sent is sent, even if the lease ran out while it was. */
export const markSent = (database: Database, message: MessageKey, finishedAt: number): Prepared =>
  prepare(database, statements.markSent, [...keyOf(message), finishedAt])

export type Giving = {
  readonly state: 'dropped' | 'dead'
  readonly error: string
  readonly finishedAt: number
}

export const giveUp = (
  database: Database,
  message: MessageKey,
  lease: number,
  { state, error, finishedAt }: Giving,
): Prepared =>
  prepare(database, statements.giveUp, [...keyOf(message), lease, state, error, finishedAt])

export const tryAgain = (
  database: Database,
  message: MessageKey,
  lease: number,
  { dueAt, error }: { readonly dueAt: number; readonly error: string },
): Prepared => prepare(database, statements.tryAgain, [...keyOf(message), lease, dueAt, error])

/** Puts a message off without counting an attempt. */
export const postpone = (
  database: Database,
  message: MessageKey,
  lease: number,
  dueAt: number,
): Prepared => prepare(database, statements.postpone, [...keyOf(message), lease, dueAt])

/** The messages of the span that ends with the newest, in no order. */
export const latestMessages = (database: Database, spanMs: number) =>
  prepare(database, statements.latestMessages, [spanMs])
