import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import {
  outletOnRecord,
  type PlacedOutlet,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'

/** The outlet of a code as it stands, with its country; null = there is none. */
export async function placeOfVisit(
  { hub }: Pick<Sources, 'hub'>,
  code: string | null,
): Promise<PlacedOutlet | null> {
  if (!code) return null
  const [rows] = await readTogether([outletOnRecord(hub, code)])
  return placedOutlet(rows)
}
