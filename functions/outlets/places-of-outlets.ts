import type { Place } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { placesOfOutlets } from './place-store.ts'

/** Where outlets stand in the network, whoever asks. An outlet that isn't on record has no place. */
export async function placesOf(hub: Database, codes: readonly string[]): Promise<readonly Place[]> {
  const [rows] = await readTogether([placesOfOutlets(hub, codes)])
  return rows.map(({ code, partner_id: partner, regions }) => ({
    outlet: code,
    partner,
    regions: JSON.parse(regions),
  }))
}
