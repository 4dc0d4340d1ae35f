import { findPlaces, type LoadPlaceFile } from '#domain/places/find-places.ts'
import type { LocatorQuery } from '#domain/places/locator-query.ts'
import { parseCoordinates } from '#domain/places/parse-coordinates.ts'
import type { Place } from '#domain/places/place.ts'

/** Where a search begins. */
export type Origin = {
  readonly lat: number
  readonly lon: number
  /** null = the coordinates as they were typed. */
  readonly place: Place | null
  /** Other places of the same name. */
  readonly namesakes: readonly Place[]
}

type Gazetteer = { readonly load: LoadPlaceFile; readonly homeCountries: readonly string[] }

const CANDIDATES = 20
const NAMESAKES_SHOWN = 3

/** The point that what was typed means: coordinates, or a place by its name; null = there is no such place. */
export async function findOrigin(
  { q, place: chosen }: Pick<LocatorQuery, 'q' | 'place'>,
  gazetteer: Gazetteer,
): Promise<Origin | null> {
  const point = parseCoordinates(q)
  if (point) return { ...point, place: null, namesakes: [] }
  const places = await findPlaces(q, { ...gazetteer, limit: CANDIDATES })
  const place = places.find(({ id }) => id === chosen) ?? places[0]
  if (!place) return null
  const namesakes = places.filter((other) => other !== place && other.name.en === place.name.en)
  return {
    lat: place.lat,
    lon: place.lon,
    place,
    namesakes: namesakes.slice(0, NAMESAKES_SHOWN),
  }
}
