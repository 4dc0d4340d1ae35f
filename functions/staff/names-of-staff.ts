import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { staffNames } from './staff-store.ts'

/** Names of staff by id, for pages of the desk; who is on record no more has none. */
export async function staffNamesOf(
  hub: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const [rows] = await readTogether([staffNames(hub, ids)])
  return new Map(rows.map(({ id, name }) => [id, name]))
}
