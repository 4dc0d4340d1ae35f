import { type Command, keptAnswer, replayOf } from './command-record.ts'
import type { Proposal } from './commit.ts'
import type { Database } from './database.ts'
import { readTogether } from './statement.ts'

/**
 * What to answer instead of a refusal: a command that was carried out before gets its first answer,
 * even when it couldn't be carried out again now.
 */
export async function replayed<Answer, Refusal extends string>(
  database: Database,
  command: Command,
  refusal: Refusal,
): Promise<Proposal<Answer, Refusal | 'key_reused'>> {
  if (command.id === null) return { kind: 'refused', refusal }
  const [rows] = await readTogether([keptAnswer(database, command)])
  return replayOf<Answer>(rows, command) ?? { kind: 'refused', refusal }
}

/** A proposal, or the first answer to its command where it is refused now and events don't tell. */
export const orReplayed = async <Answer, Refusal extends string>(
  database: Database,
  command: Command,
  proposal: Proposal<Answer, Refusal>,
): Promise<Proposal<Answer, Refusal | 'key_reused'>> =>
  proposal.kind === 'refused' && !command.toldByEvents
    ? await replayed<Answer, Refusal>(database, command, proposal.refusal)
    : proposal
