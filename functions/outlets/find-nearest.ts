import { distanceMetres } from '#domain/outlets/distance.ts'
import type { OutletFilter } from '#domain/outlets/filter.ts'
import { nearestOutlets } from '#domain/outlets/nearest.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import { liveOutlets } from './live-outlets.ts'
import { indexOf, staticIndex } from './static-index.ts'

export type NearestWish = {
  readonly lat: number
  readonly lon: number
  readonly limit: number
  readonly filter: OutletFilter
}

export type FoundOutlet = { readonly outlet: Outlet; readonly distanceMetres: number }

type Sources = { readonly hub: Database; readonly assets: Fetcher; readonly now: number }

const byDistance = (a: FoundOutlet, b: FoundOutlet): number =>
  a.distanceMetres - b.distanceMetres || (a.outlet.code < b.outlet.code ? -1 : 1)

/**
 * The nearest outlets that match, as they stand in the database this moment: the same search as the
 * browser's over the same file, corrected by what changed since that file was built.
 */
export async function findNearest(
  { hub, assets, now }: Sources,
  { lat, lon, limit, filter }: NearestWish,
): Promise<readonly FoundOutlet[]> {
  const index = await staticIndex(assets)
  const query = { lat, lon, at: now, filter }
  const { known, changed } = await liveOutlets(hub, {
    index,
    need: limit,
    pick: (most, without) =>
      nearestOutlets(index, { ...query, limit: most, without }).map(({ code }) => code),
  })
  const offered = new Set(
    nearestOutlets(indexOf(changed), { ...query, limit }).map(({ code }) => code),
  )
  return [...known, ...changed.filter(({ code }) => offered.has(code))]
    .map((outlet) => ({
      outlet,
      distanceMetres: distanceMetres(lat, lon, outlet.lat, outlet.lon),
    }))
    .sort(byDistance)
    .slice(0, limit)
}
