import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { codesInScope } from '#functions/outlets/edit-list.ts'
import { type ListedState, messagesIn, type OutboxRow } from './messages-store.ts'

export { type ListedState, MESSAGE_STATES, type OutboxRow } from './messages-store.ts'

const atOf = ({ finished_at: finished, due_at: due }: OutboxRow): number => finished ?? due ?? 0

/**
 * Messages in a state, of the outlets whose messages somebody sees: those that failed newest first, those
 * that wait by when they go. Which message of which repair: what it says is worded when it is sent.
 */
export async function listOutbox(
  { hub, databases, staff }: Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff },
  { state, most }: { readonly state: ListedState; readonly most: number },
): Promise<readonly OutboxRow[]> {
  const outlets = await codesInScope({ hub, staff }, 'message.see')
  const wish = { outlets, most }
  const found = await readEverywhere(
    databases.all.map((database) => messagesIn(database, state, wish)),
  )
  const turn = state === 'dead' ? -1 : 1
  return found
    .flat()
    .sort((a, b) => turn * (atOf(a) - atOf(b)))
    .slice(0, most)
}
