import { findPlaces, type PlaceSearch } from './find-places.ts'
import type { LocatorQuery } from './locator-query.ts'
import { parseCoordinates } from './parse-coordinates.ts'
import type { Place } from './place.ts'
import { namesakesOf, placeMeant } from './rank-places.ts'

/** Where a search for what was typed begins. */
export type PlaceOrigin = {
  readonly lat: number
  readonly lon: number
  /** null = the coordinates as they were typed. */
  readonly place: Place | null
  /** Other places of the same name, for "did you mean". */
  readonly namesakes: readonly Place[]
}

const CANDIDATES = 20

/** A number is a whole ZIP code or nothing: 999 doesn't mean 99901. */
const isHalfNumber = (q: string, place: Place): boolean =>
  /^[\d\s]+$/.test(q) && place.name.en !== q.trim()

/**
 * The point that what was typed means: coordinates, or a place by its name, the chosen one of
 * several. null = there is no such place.
 */
export async function placeOrigin(
  { q, place: chosen }: Pick<LocatorQuery, 'q' | 'place'>,
  gazetteer: Omit<PlaceSearch, 'limit'>,
): Promise<PlaceOrigin | null> {
  const point = parseCoordinates(q)
  if (point) return { ...point, place: null, namesakes: [] }
  const places = await findPlaces(q, { ...gazetteer, limit: CANDIDATES })
  const place = placeMeant(places, chosen)
  if (!place || isHalfNumber(q.normalize('NFKC'), place)) return null
  return { lat: place.lat, lon: place.lon, place, namesakes: namesakesOf(place, places) }
}
