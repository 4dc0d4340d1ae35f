import type { LocatorQuery } from '#domain/places/locator-query.ts'
import type { Place } from '#domain/places/place.ts'
import { placeTitle } from '#domain/places/place-label.ts'
import { placeOrigin } from '#domain/places/place-origin.ts'
import type { Locale } from '#i18n/locale.ts'
import { loadPlaceFile, loadRegions, type PickableRegion } from './load-files.ts'

/** Where the search begins. */
export type Origin = {
  readonly lat: number
  readonly lon: number
  readonly label: string
  /** Namesakes of a place, for "did you mean". */
  readonly others: readonly Place[]
  /** The picked region, whose own page lists all its outlets. */
  readonly region: PickableRegion | null
}

type Setting = { readonly locale: Locale; readonly homeCountries: readonly string[] }

async function originOfRegion(
  regions: readonly string[],
  topId: (province: string) => string | null,
  locale: Locale,
): Promise<Origin | null> {
  const parents = [topId(regions[0] ?? ''), ...regions]
  const wanted = regions.at(-1)
  const parent = parents[regions.length - 1]
  const region = parent ? (await loadRegions(parent)).find(({ id }) => id === wanted) : undefined
  return region
    ? { lat: region.lat, lon: region.lon, label: region.name[locale], others: [], region }
    : null
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
  const origin = await placeOrigin(query, { load: loadPlaceFile, homeCountries })
  if (!origin) return null
  const { lat, lon, place, namesakes } = origin
  const label = place ? placeTitle(place, locale) : query.q
  return { lat, lon, label, others: namesakes, region: null }
}
