import { type Command, commandMark, keepAnswer, keptAnswer, replayOf } from './command-record.ts'
import { addTrip, type Database } from './database.ts'
import { appendEvent, type DomainEvent } from './events.ts'
import { projections } from './projections.ts'
import { type Prepared, prepare, queriesOf, readTogether } from './statement.ts'

/** What a use case wants written: its answer, the events that say so, and its own store's rows. */
export type Change<Answer> = {
  readonly kind: 'change'
  readonly answer: Answer
  readonly events: readonly DomainEvent[]
  readonly rows: readonly Prepared[]
}

/** What a use case hands to `commit`: a change, an answer that was given before, or a refusal. */
export type Proposal<Answer, Refusal extends string> =
  | Change<Answer>
  | { readonly kind: 'replay'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A proposal with the database it is for and the command it answers: what `carryOut` needs. */
export type Task<Answer, Refusal extends string> = {
  readonly database: Database
  readonly command: Command
  readonly proposal: Proposal<Answer, Refusal>
}

/** Constraints whose failure is an answer, by what SQLite says of them. Any other is a bug. */
const REFUSALS = {
  'UNIQUE constraint failed: events.subject, events.version': 'stale',
  'CHECK constraint failed: slot_full': 'slot_full',
  'CHECK constraint failed: bench_full': 'slot_full',
  'CHECK constraint failed: hold_gone': 'hold_gone',
  'CHECK constraint failed: queue_gone': 'stale',
  'CHECK constraint failed: client_cap': 'client_cap',
  'CHECK constraint failed: phone_cap': 'phone_cap',
  'CHECK constraint failed: last_admin': 'last_admin',
  'CHECK constraint failed: merge_closed': 'merge_closed',
  'UNIQUE constraint failed: staff.email': 'email_taken',
  'UNIQUE constraint failed: holds.outlet_code, holds.starts_at, holds.id': 'hold_exists',
} as const
export type CommitRefusal = (typeof REFUSALS)[keyof typeof REFUSALS] | 'key_reused'

export type Outcome<Answer, Refusal extends string> =
  | { readonly kind: 'done'; readonly answer: Answer; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal | CommitRefusal }

/**
 * The only place that writes. Command record, events, rows and what the projections say go into one
 * batch: all of it stands or nothing does. The record comes first, so that a repeated command is told
 * from a stale one; a writer who lost the race for a key gets the winner's answer.
 */
export async function commit<Answer, Refusal extends string>(
  database: Database,
  command: Command,
  proposal: Proposal<Answer, Refusal>,
): Promise<Outcome<Answer, Refusal>> {
  if (proposal.kind === 'refused') return proposal
  if (proposal.kind === 'replay') return { kind: 'done', answer: proposal.answer, replayed: true }
  try {
    await writeRows(database, batchOf(database, command, proposal))
    return { kind: 'done', answer: proposal.answer, replayed: false }
  } catch (error) {
    return await refusalOf(database, command, error)
  }
}

/** Commits what a use case proposed, on the database that it named. */
export const carryOut = <Answer, Refusal extends string>({
  database,
  command,
  proposal,
}: Task<Answer, Refusal>): Promise<Outcome<Answer, Refusal>> => commit(database, command, proposal)

/** Runs rows that no event stands for (counts of misses, a message's attempts) as one batch, and answers what each read or changed. */
export async function writeRows<Row = unknown>(
  database: Database,
  rows: readonly Prepared<Row>[],
): Promise<D1Result<Row>[]> {
  const results = await database.d1.batch<Row>(queriesOf(database, rows))
  addTrip(database.tally, results)
  return results
}

function batchOf<Answer>(database: Database, command: Command, change: Change<Answer>): Prepared[] {
  const { id, actor, recordedAt } = command
  const effects = projections.flatMap((project) => project(change.events, recordedAt))
  return [
    ...(id === null || command.toldByEvents
      ? []
      : [keepAnswer(database, id, command, change.answer)]),
    ...change.events.map((event) =>
      appendEvent(database, event, {
        recordedAt,
        actor: event.actor ?? actor,
        commandId: commandMark(command),
      }),
    ),
    ...change.rows,
    ...effects.map((effect) => prepare(database, effect.statement, effect.params)),
  ]
}

async function refusalOf<Answer>(
  database: Database,
  command: Command,
  error: unknown,
): Promise<Outcome<Answer, never>> {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('UNIQUE constraint failed: command_records.id')) {
    const [rows] = await readTogether([keptAnswer(database, command)])
    const replay = replayOf<Answer>(rows, command)
    if (replay?.kind === 'refused') return replay
    if (replay) return { kind: 'done', answer: replay.answer, replayed: true }
  }
  for (const [said, refusal] of Object.entries(REFUSALS)) {
    if (message.includes(said)) return { kind: 'refused', refusal }
  }
  throw error
}
