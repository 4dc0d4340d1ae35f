import { type Command, keepAnswer, keptAnswer, replayOf } from './command-record.ts'
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

export type CommitRefusal = 'stale' | 'key_reused'

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
  const batch = queriesOf(database, batchOf(database, command, proposal))
  try {
    addTrip(database.tally, await database.d1.batch(batch))
    return { kind: 'done', answer: proposal.answer, replayed: false }
  } catch (error) {
    return await refusalOf(database, command, error)
  }
}

function batchOf<Answer>(database: Database, command: Command, change: Change<Answer>): Prepared[] {
  const { id, actor, recordedAt } = command
  const effects = change.events.flatMap((event) => projections.flatMap((project) => project(event)))
  return [
    ...(id === null ? [] : [keepAnswer(database, id, command, change.answer)]),
    ...change.events.map((event) =>
      appendEvent(database, event, { recordedAt, actor, commandId: id }),
    ),
    ...change.rows,
    ...effects.map((effect) => prepare(database, effect.statement, effect.params)),
  ]
}

/** Constraints whose failure is an answer. Any other is a bug and is thrown on. */
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
  if (message.includes('UNIQUE constraint failed: events.subject, events.version')) {
    return { kind: 'refused', refusal: 'stale' }
  }
  throw error
}
