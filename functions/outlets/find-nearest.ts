import { distanceMetres } from '#domain/outlets/distance.ts'
import type { OutletFilter } from '#domain/outlets/filter.ts'
import { type NearestHit, nearestOutlets } from '#domain/outlets/nearest.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import { type LiveWish, liveOutlets } from './live-outlets.ts'
import { staticIndex } from './static-index.ts'

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

const byIndexDistance = (a: NearestHit, b: NearestHit): number =>
  a.distanceMetres - b.distanceMetres

/** The nearest of the built index that still stand, and of what changed since. */
const nearestKnown =
  ({ lat, lon, filter }: NearestWish, at: number): LiveWish['pick'] =>
  ({ built, changes }, limit) => {
    const query = { lat, lon, at, filter, limit }
    return [
      ...nearestOutlets(built, { ...query, without: changes.outdated }),
      ...nearestOutlets(changes.index, query),
    ]
      .sort(byIndexDistance)
      .slice(0, limit)
      .map(({ code }) => code)
  }

/**
 * For each wish the nearest outlets that match, as they stand in the database this moment: the same
 * search as the browser's over the same file, corrected by what changed since that file was built.
 * All wishes are answered from the same reading.
 */
export async function findNearestEach(
  { hub, assets, now }: Sources,
  wishes: readonly NearestWish[],
): Promise<readonly (readonly FoundOutlet[])[]> {
  const live = await liveOutlets(
    hub,
    await staticIndex(assets),
    wishes.map((wish) => ({ need: wish.limit, pick: nearestKnown(wish, now) })),
  )
  return wishes.map(({ lat, lon, limit }, place) =>
    (live[place] ?? [])
      .map((outlet) => ({
        outlet,
        distanceMetres: distanceMetres(lat, lon, outlet.lat, outlet.lon),
      }))
      .sort(byDistance)
      .slice(0, limit),
  )
}

/** What `findNearestEach` answers to a single wish. */
export async function findNearest(
  sources: Sources,
  wish: NearestWish,
): Promise<readonly FoundOutlet[]> {
  const [found = []] = await findNearestEach(sources, [wish])
  return found
}
