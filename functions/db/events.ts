import type { Database } from './database.ts'
import { type Prepared, prepare, type Statements, statement } from './statement.ts'

/** A fact about one subject, numbered without gaps. `data` holds codes, numbers and ids only. */
export type DomainEvent = {
  /** `outlet/SZ-001` */
  readonly subject: string
  readonly version: number
  /** `outlet.suspended` */
  readonly type: string
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
  /** Whose doing it is, where it isn't the command's actor: an agreed ceiling accepts by itself. */
  readonly actor?: string
}

type EventParams = [
  subject: string,
  version: number,
  type: string,
  happenedAt: number,
  recordedAt: number,
  actor: string,
  commandId: string | null,
  data: string,
]

export const statements = {
  appendEvent: statement<EventParams>(
    `INSERT INTO events (subject, version, type, happened_at, recorded_at, actor, command_id, data)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    ['outlet/SZ-001', 2, 'outlet.closed', 0, 0, 'system', null, '{}'],
  ),
} satisfies Statements

type Recording = {
  readonly recordedAt: number
  readonly actor: string
  readonly commandId: string | null
}

/** The statement that appends an event; its key (subject, version) refuses a stale writer. */
export const appendEvent = (
  database: Database,
  event: DomainEvent,
  { recordedAt, actor, commandId }: Recording,
): Prepared =>
  prepare(database, statements.appendEvent, [
    event.subject,
    event.version,
    event.type,
    event.happenedAt,
    recordedAt,
    actor,
    commandId,
    JSON.stringify(event.data),
  ])
