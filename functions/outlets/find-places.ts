import { needsPlace } from '#domain/staff/scope.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { type PlaceRow, placesOfOutlets } from './place-store.ts'

const placeFromRow = ({ code, partner_id: partner, regions }: PlaceRow): Place => ({
  outlet: code,
  partner,
  regions: JSON.parse(regions),
})

/**
 * Where outlets stand in the network, for somebody whose scope is held against it. Whoever is named for
 * single outlets or for the whole network needs nothing read. An outlet that isn't on record has no place.
 */
export async function findPlaces(
  hub: Database,
  staff: Staff,
  codes: readonly string[],
): Promise<readonly Place[]> {
  const wanted = [...new Set(codes)]
  if (!needsPlace(staff)) {
    return wanted.map((outlet) => ({ outlet, partner: null, regions: [] }))
  }
  const [rows] = await readTogether([placesOfOutlets(hub, wanted)])
  return rows.map(placeFromRow)
}
