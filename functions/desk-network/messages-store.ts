import { BUCKET_DIGITS, ticketPrefix } from '#domain/identifiers/ticket-code.ts'
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

const COLUMNS = `outbox.subject, outbox.version, outbox.template, outbox.state, attempts, outbox.due_at,
  finished_at, last_error, created_at, repairs.home_outlet`
const OF_REPAIR = `LEFT JOIN repairs ON repairs.code = substr(outbox.subject, instr(outbox.subject, '/') + 1)`
const OF_OUTLETS = 'repairs.home_outlet IN (SELECT value FROM json_each(?2))'
const KEY: Key = ['repair/0123456789ABC', 1, 'ticket_code']
type Scoped = [begins: string, outlets: string, most: number]

/** Of a network's bad day so many waiting messages are looked through for those of some outlets. */
const LOOKED_THROUGH = 1_000

export const statements = {
  // What waits is what was asked for lately: finished rows are in no index.
  waiting: statement<[most: number], OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox ${OF_REPAIR} WHERE outbox.due_at IS NOT NULL
     ORDER BY outbox.due_at LIMIT ?1`,
    [10],
  ),
  dead: statement<[most: number], OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox ${OF_REPAIR} WHERE outbox.state = 'dead' AND finished_at >= 0
     ORDER BY finished_at DESC LIMIT ?1`,
    [10],
  ),
  // A code begins with its outlet's bucket: the index alone tells nearly all that are somebody else's.
  waitingOf: statement<Scoped, OutboxRow>(
    `WITH first AS (
       SELECT subject, version, template FROM outbox WHERE due_at IS NOT NULL
       ORDER BY due_at LIMIT ${LOOKED_THROUGH}
     )
     SELECT ${COLUMNS} FROM first CROSS JOIN outbox ON outbox.subject = first.subject
       AND outbox.version = first.version AND outbox.template = first.template ${OF_REPAIR}
     WHERE substr(first.subject, 1, instr(first.subject, '/') + ${BUCKET_DIGITS})
         IN (SELECT value FROM json_each(?1))
       AND ${OF_OUTLETS} LIMIT ?3`,
    ['["repair/7K"]', '["SZ-001"]', 10],
  ),
  deadOf: statement<Scoped, OutboxRow>(
    `SELECT ${COLUMNS} FROM json_each(?1) AS wanted
       CROSS JOIN outbox INDEXED BY outbox_dead ON outbox.state = 'dead'
         AND outbox.subject >= wanted.value AND outbox.subject < wanted.value || '~' ${OF_REPAIR}
     WHERE ${OF_OUTLETS} LIMIT ?3`,
    ['["repair/7K"]', '["SZ-001"]', 10],
  ),
  bucketsOf: statement<[outlets: string], { readonly bucket: number }>(
    `SELECT bucket FROM json_each(?1) AS wanted CROSS JOIN outlets ON outlets.code = wanted.value`,
    ['["SZ-001"]'],
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

export const MESSAGE_STATES = ['dead', 'waiting'] as const
export type ListedState = (typeof MESSAGE_STATES)[number]

/** Messages in a state: what failed newest first, what waits by when it goes. */
export const messagesIn = (
  database: Database,
  state: ListedState,
  most: number,
): Prepared<OutboxRow> => prepare(database, statements[state], [most])

/** Outlets with the buckets that their codes begin with. */
export type OfOutlets = { readonly outlets: readonly string[]; readonly buckets: readonly number[] }

const SUBJECTS = ['repair', 'booking'] as const
const OF_SOME = { dead: statements.deadOf, waiting: statements.waitingOf } as const

/** The same of some outlets, in no order; of the waiting ones those among the first thousand of the database. */
export const messagesOf = (
  database: Database,
  state: ListedState,
  { outlets, buckets, most }: OfOutlets & { readonly most: number },
): Prepared<OutboxRow> => {
  const begins = [...new Set(buckets)].flatMap((bucket) =>
    SUBJECTS.map((subject) => `${subject}/${ticketPrefix(bucket)}`),
  )
  return prepare(database, OF_SOME[state], [JSON.stringify(begins), JSON.stringify(outlets), most])
}

export const bucketsOf = (hub: Database, outlets: readonly string[]) =>
  prepare(hub, statements.bucketsOf, [JSON.stringify(outlets)])

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
