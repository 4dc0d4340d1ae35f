import { type Permission, whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import type { HitRow } from './find-store.ts'

type Asking = { readonly hub: Database; readonly staff: Staff }

/** Hits at whose outlets a person holds a permission; the others are as if they weren't there. */
export async function seenHits(
  { hub, staff }: Asking,
  rows: readonly HitRow[],
  permission: Permission,
): Promise<readonly HitRow[]> {
  if (rows.length === 0) return []
  const codes = rows.flatMap((row) => [row.at_outlet, row.home_outlet])
  const places = await findPlaces(hub, staff, codes)
  return rows.filter((row) => {
    const own = places.filter(
      ({ outlet }) => outlet === row.at_outlet || outlet === row.home_outlet,
    )
    return whyNotPermitted(staff, permission, own) === null
  })
}
