import type { FixpointConfig } from '#config'
import { type NearestHit, nearestOutlets } from '#domain/outlets/nearest.ts'
import { OUTLET_KINDS } from '#domain/outlets/outlet.ts'
import { type OutletCard, outletCard } from '#domain/outlets/outlet-card.ts'
import { type LocatorQuery, outletFilter } from '#domain/places/locator-query.ts'
import { type PlaceOrigin, placeOrigin } from '#domain/places/place-origin.ts'
import { reachOf } from '#domain/places/reach.ts'
import { type RegionNamesFile, regionPlaces } from '#domain/places/region-names.ts'
import type { Database } from '#functions/db/database.ts'
import { placeFiles, regionNames } from '#functions/places/place-files.ts'
import type { Locale } from '#i18n/locale.ts'
import { type FoundOutlet, findNearestEach } from './find-nearest.ts'
import { indexOf, staticIndex } from './static-index.ts'

export type ListedOutlet = { readonly hit: NearestHit; readonly card: OutletCard }

export type SearchResult =
  | { readonly kind: 'idle' }
  | { readonly kind: 'no_place' }
  | {
      readonly kind: 'found'
      readonly origin: PlaceOrigin
      readonly outlets: readonly ListedOutlet[]
      readonly more: boolean
      /** Near outlets exist but meet no filter; `outlets` are those. */
      readonly filteredOut: boolean
      /** Nothing within reach: the nearest mail-in centre of the same country, or null without one. */
      readonly far: { readonly mailIn: ListedOutlet | null } | null
    }

type Sources = {
  readonly hub: Database
  readonly assets: Fetcher
  readonly now: number
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'countries' | 'nearKm'>
}

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

const MAIL_IN = OUTLET_KINDS.indexOf('mail_in_centre')
/** For mail-in centres opened since the build, which its index can't count. */
const NEW_MAIL_IN = 2
/** One of the nearest mail-in centres stands in the customer's country, or it is too far to matter. */
const MAIL_IN_TRIED = 5

/** The country of each region with outlets. */
async function countriesOfRegions(assets: Fetcher): Promise<ReadonlyMap<string, string>> {
  const file = (await regionNames(assets)) as RegionNamesFile | null
  const places = file ? regionPlaces(file) : []
  return new Map(places.map(({ region, countryCode }) => [region?.id ?? '', countryCode]))
}

/** Nobody walks into a mail-in centre, so none is listed: as many more are asked for instead. */
async function nearestWalkIns(
  sources: Sources,
  { lat, lon }: PlaceOrigin,
  { query, limit }: { readonly query: LocatorQuery; readonly limit: number },
) {
  const { entries } = await staticIndex(sources.assets)
  const mailIns = entries.filter(({ profile }) => profile[0] === MAIL_IN).length
  const need = limit + mailIns + NEW_MAIL_IN
  const filter = outletFilter(query, sources.now)
  // All at once: most searches end near by, but those that don't would go to the database twice.
  const [matching = [], all = [], mailIn = []] = await findNearestEach(sources, [
    { lat, lon, limit: need, filter },
    { lat, lon, limit: need, filter: {} },
    { lat, lon, limit: MAIL_IN_TRIED, filter: { kind: 'mail_in_centre' } },
  ])
  const walkIns = (found: readonly FoundOutlet[]) =>
    found.filter(({ outlet }) => outlet.kind !== 'mail_in_centre').slice(0, limit)
  return { matching: walkIns(matching), all: walkIns(all), mailIn }
}

/** What the locator answers in a browser, reckoned on the edge for those without JavaScript. */
export async function searchOutlets(
  sources: Sources,
  query: LocatorQuery,
  limit: number,
): Promise<SearchResult> {
  if (!query.q) return { kind: 'idle' }
  const { assets, config } = sources
  const origin = await placeOrigin(query, {
    load: placeFiles(assets),
    loadRegions: () => regionNames(assets),
    homeCountries: config.countries,
  })
  if (!origin) return { kind: 'no_place' }
  const nearest = await nearestWalkIns(sources, origin, { query, limit: limit + 1 })
  const { listed, filteredOut, isFar } = reachOf(nearest.matching, nearest.all, config.nearKm)
  const country = origin.place?.countryCode
  const countryOf = await countriesOfRegions(assets)
  // A region without a known country is taken for the customer's own.
  const mailIn = nearest.mailIn
    .filter(({ outlet }) => country && (countryOf.get(outlet.regionId) ?? country) === country)
    .slice(0, 1)
  return {
    kind: 'found',
    origin,
    outlets: listedOutlets(listed.slice(0, limit), origin, sources),
    more: listed.length > limit,
    filteredOut,
    far: isFar ? { mailIn: listedOutlets(mailIn, origin, sources)[0] ?? null } : null,
  }
}

/** The page of the outlet whose code was typed, or null. */
export async function pageOfCode(assets: Fetcher, q: string): Promise<string | null> {
  const { entries } = await staticIndex(assets)
  const wanted = q.toUpperCase()
  const code = wanted && entries.find((entry) => entry.code.toUpperCase() === wanted)?.code
  return code ? `/outlets/${code.toLowerCase()}/` : null
}
