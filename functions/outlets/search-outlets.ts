import type { FixpointConfig } from '#config'
import { type NearestHit, nearestOutlets } from '#domain/outlets/nearest.ts'
import { type OutletCard, outletCard } from '#domain/outlets/outlet-card.ts'
import { type LocatorQuery, outletFilter } from '#domain/places/locator-query.ts'
import { type PlaceOrigin, placeOrigin } from '#domain/places/place-origin.ts'
import type { Database } from '#functions/db/database.ts'
import { placeFiles } from '#functions/places/place-files.ts'
import type { Locale } from '#i18n/locale.ts'
import { type FoundOutlet, findNearestEach } from './find-nearest.ts'
import { indexOf } from './static-index.ts'

export type ListedOutlet = { readonly hit: NearestHit; readonly card: OutletCard }

export type SearchResult =
  | { readonly kind: 'idle' }
  | { readonly kind: 'no_place' }
  | {
      readonly kind: 'found'
      readonly origin: PlaceOrigin
      readonly outlets: readonly ListedOutlet[]
      readonly more: boolean
      /** Nothing within reach: the nearest mail-in centre, or null where the network has none. */
      readonly far: { readonly mailIn: ListedOutlet | null } | null
    }

type Sources = {
  readonly hub: Database
  readonly assets: Fetcher
  readonly now: number
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'countries' | 'nearKm'>
}

const METRES_PER_KM = 1000

/** Found outlets as the locator's list shows them. */
function listedOutlets(
  found: readonly FoundOutlet[],
  { lat, lon }: PlaceOrigin,
  { now, locale }: Sources,
): readonly ListedOutlet[] {
  const outlets = new Map(found.map(({ outlet }) => [outlet.code, outlet]))
  const index = indexOf([...outlets.values()])
  return nearestOutlets(index, { lat, lon, limit: found.length, at: now }).flatMap((hit) => {
    const outlet = outlets.get(hit.code)
    return outlet ? [{ hit, card: outletCard(outlet, locale) }] : []
  })
}

/** What the locator answers in a browser, reckoned on the edge for those without JavaScript. */
export async function searchOutlets(
  sources: Sources,
  query: LocatorQuery,
  limit: number,
): Promise<SearchResult> {
  if (!query.q) return { kind: 'idle' }
  const { assets, config, now } = sources
  const origin = await placeOrigin(query, {
    load: placeFiles(assets),
    homeCountries: config.countries,
  })
  if (!origin) return { kind: 'no_place' }
  const { lat, lon } = origin
  const filter = outletFilter(query, now)
  // Both at once: most searches end near by, but those that don't would go to the database twice.
  const [found = [], mailIn = []] = await findNearestEach(sources, [
    { lat, lon, limit: limit + 1, filter },
    { lat, lon, limit: 1, filter: { kind: 'mail_in_centre' } },
  ])
  const nearest = found[0]?.distanceMetres ?? Number.POSITIVE_INFINITY
  const isFar = nearest > config.nearKm * METRES_PER_KM
  return {
    kind: 'found',
    origin,
    outlets: listedOutlets(found.slice(0, limit), origin, sources),
    more: found.length > limit,
    far: isFar ? { mailIn: listedOutlets(mailIn, origin, sources)[0] ?? null } : null,
  }
}
