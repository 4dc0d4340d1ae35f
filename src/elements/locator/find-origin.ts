import type { LocatorQuery } from '#domain/places/locator-query.ts'
import type { Place, PlaceRegion } from '#domain/places/place.ts'
import { placeTitle } from '#domain/places/place-label.ts'
import { placeOrigin } from '#domain/places/place-origin.ts'
import type { Locale } from '#i18n/locale.ts'
import { loadCodes, loadPlaceFile, loadRegionNames, loadRegions } from './load-files.ts'

/** Where the search begins. */
export type Origin = {
  readonly lat: number
  readonly lon: number
  readonly label: string
  /** Namesakes of a place, for "did you mean". */
  readonly others: readonly Place[]
  /** The region that the origin is, whose own page lists all its outlets. */
  readonly region: Pick<PlaceRegion, 'id' | 'outletCount'> | null
  /** The outlets of a picked region, beyond which nothing is listed; null = no bounds. */
  readonly within: ReadonlySet<string> | null
  /** ISO 3166-1 alpha-2; null where only a position is known. */
  readonly countryCode: string | null
}

type Setting = { readonly locale: Locale; readonly homeCountries: readonly string[] }

async function originOfRegion(
  regions: readonly string[],
  topId: (province: string) => string | null,
  locale: Locale,
): Promise<Origin | null> {
  const parents = [topId(regions[0] ?? ''), ...regions]
  const wanted = regions.at(-1) ?? ''
  const parent = parents[regions.length - 1]
  const region = parent ? (await loadRegions(parent)).find(({ id }) => id === wanted) : undefined
  if (!region) return null
  const { lat, lon, name } = region
  const within = new Set(await loadCodes(wanted))
  return { lat, lon, label: name[locale], others: [], region, within, countryCode: null }
}

/**
 * The point a query asks about: a picked region, coordinates, or a place by its name. null = there
 * is no such place. `topId` names the country a province belongs to.
 */
export async function findOrigin(
  query: LocatorQuery,
  { locale, homeCountries }: Setting,
  topId: (province: string) => string | null,
): Promise<Origin | null> {
  if (query.regions.length > 0) return originOfRegion(query.regions, topId, locale)
  const files = { load: loadPlaceFile, loadRegions: loadRegionNames }
  const origin = await placeOrigin(query, { ...files, homeCountries })
  if (!origin) return null
  const { lat, lon, place, namesakes } = origin
  return {
    lat,
    lon,
    label: place ? placeTitle(place, locale) : query.q,
    others: namesakes,
    region: place?.region ?? null,
    within: null,
    countryCode: place?.countryCode ?? null,
  }
}
