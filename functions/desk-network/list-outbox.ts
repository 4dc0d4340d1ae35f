import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { codesInScope } from '#functions/outlets/edit-list.ts'
import {
  bucketsOf,
  type ListedState,
  messagesIn,
  messagesOf,
  type OutboxRow,
} from './messages-store.ts'

export { type ListedState, MESSAGE_STATES, type OutboxRow } from './messages-store.ts'

const atOf = ({ finished_at: finished, due_at: due }: OutboxRow): number => finished ?? due ?? 0

type Wish = { readonly state: ListedState; readonly most: number }

/** More than that a screen of some outlets doesn't sort. */
const MOST_SORTED = 500

async function readsOf(hub: Database, outlets: readonly string[], state: ListedState) {
  const [rows] = await readTogether([bucketsOf(hub, outlets)])
  const wish = { outlets, buckets: rows.map(({ bucket }) => bucket), most: MOST_SORTED }
  return (database: Database) => messagesOf(database, state, wish)
}

/**
 * Messages in a state, of the outlets whose messages somebody sees: those that failed newest first, those
 * that wait by when they go. Which message of which repair: what it says is worded when it is sent.
 */
export async function listOutbox(
  { hub, databases, staff }: Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff },
  { state, most }: Wish,
): Promise<readonly OutboxRow[]> {
  const outlets = await codesInScope({ hub, staff }, 'message.see')
  const reads = outlets === null ? null : await readsOf(hub, outlets, state)
  const found = await readEverywhere(
    databases.all.map((database) => reads?.(database) ?? messagesIn(database, state, most)),
  )
  const turn = state === 'dead' ? -1 : 1
  return found
    .flat()
    .sort((a, b) => turn * (atOf(a) - atOf(b)))
    .slice(0, most)
}
