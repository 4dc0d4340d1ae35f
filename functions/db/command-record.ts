import type { Database } from './database.ts'
import type { KeyRange } from './key-range.ts'
import { type Prepared, prepare, type Statements, statement } from './statement.ts'

/** Who asked, when, and under which key: what makes a repeated request one command. */
export type Command = {
  /** Hash of the caller's idempotency key; null when the command may not be repeated anyway. */
  readonly id: string | null
  /** Hash of what was asked: the same key with another body is refused. */
  readonly fingerprint: string
  /** 'system', 'import' or a staff id. */
  readonly actor: string
  readonly recordedAt: number
  /**
   * Whether the event rows tell a repetition by themselves, so that no answer is kept beside them: they
   * do where the asker has seen a version, since its own events are the next ones after it.
   */
  readonly toldByEvents?: boolean
}

export type CommandRow = { readonly fingerprint: string; readonly answer: string }

export const statements = {
  keepAnswer: statement<[id: string, fingerprint: string, answer: string, recordedAt: number]>(
    `INSERT INTO command_records (id, fingerprint, answer, recorded_at) VALUES (?1, ?2, ?3, ?4)`,
    ['0f', '1e', '{}', 0],
  ),
  keptAnswer: statement<[id: string], CommandRow>(
    `SELECT fingerprint, answer FROM command_records WHERE id = ?1`,
    ['0f'],
  ),
  sweepRecords: statement<[from: string, before: number, most: number]>(
    `DELETE FROM command_records WHERE id IN (SELECT id FROM (
       SELECT id, recorded_at FROM command_records WHERE id >= ?1 ORDER BY id LIMIT ?3)
     WHERE recorded_at <= ?2)`,
    ['0f00', 0, 500],
  ),
} satisfies Statements

/** Forgets old answers among the first `most` keys from `from` on. */
export const sweepRecords = (database: Database, { from, before, most }: KeyRange): Prepared =>
  prepare(database, statements.sweepRecords, [from, before, most])

export const keepAnswer = (database: Database, id: string, command: Command, answer: unknown) =>
  prepare(database, statements.keepAnswer, [
    id,
    command.fingerprint,
    JSON.stringify(answer),
    command.recordedAt,
  ])

/** Reads the answer a key got before; goes into the trip that loads the command's state. */
export const keptAnswer = (database: Database, { id }: Command): Prepared<CommandRow> =>
  prepare(database, statements.keptAnswer, [id ?? ''])

export type Replay<Answer> =
  | { readonly kind: 'replay'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: 'key_reused' }

/** What a kept answer means for the command at hand; null when its key is new. */
export function replayOf<Answer>(
  rows: readonly CommandRow[],
  { fingerprint }: Command,
): Replay<Answer> | null {
  const kept = rows[0]
  if (!kept) return null
  return kept.fingerprint === fingerprint
    ? { kind: 'replay', answer: JSON.parse(kept.answer) as Answer }
    : { kind: 'refused', refusal: 'key_reused' }
}

const FINGERPRINT_LETTERS = 16

/** What an event row says of its command: its key and, where no answer is kept beside it, what was asked. */
export const commandMark = ({ id, fingerprint, toldByEvents }: Command): string | null =>
  id !== null && toldByEvents ? `${id}.${fingerprint.slice(0, FINGERPRINT_LETTERS)}` : id

type Marked = { readonly command_id: string | null }

/** The last event that tells that this command was carried out before; null = its key is new. */
export function toldBefore<Row extends Marked>(
  later: readonly Row[],
  command: Command,
): { readonly own: Row } | { readonly refusal: 'key_reused' } | null {
  const { id } = command
  if (id === null) return null
  const own = later.filter(({ command_id: mark }) => mark?.startsWith(id)).at(-1)
  if (!own) return null
  return own.command_id === commandMark(command) ? { own } : { refusal: 'key_reused' }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const inKeyOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

type Asked = {
  /** The command's name: one key may serve for two different commands. */
  readonly name: string
  readonly key: string | null
  readonly body: unknown
  readonly actor: string
  readonly now: number
  /** Keyed hash, where the body is personal or the key is anybody's to choose: what is kept is no use without the key. */
  readonly mac?: (text: string) => Promise<string>
}

/** A command under the caller's key. The key is stored hashed; the order of the body's fields doesn't matter. */
export async function commandOf({
  name,
  key,
  body,
  actor,
  now,
  mac = sha256,
}: Asked): Promise<Command> {
  return {
    id: key === null ? null : await mac(`${name}\n${actor}\n${key}`),
    fingerprint: await mac(`${name}\n${JSON.stringify(body, inKeyOrder)}`),
    actor,
    recordedAt: now,
  }
}
