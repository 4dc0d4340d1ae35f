import geodesic from 'geographiclib-geodesic'
import { sphericalGlobe } from './spherical-globe.ts'

export type Point = { readonly lat: number; readonly lon: number }
export type Place = Point & { readonly code: string }
export type TrueHit = { readonly code: string; readonly metres: number }

/**
 * Between the shortest and the longest that the ellipsoid makes of one spherical distance there is at
 * most this share; `spherical-bound.test.ts` holds it.
 */
export const SPHERICAL_SHARE = 0.012
const SLACK_METRES = 50

export const geodesicMetres = (a: Point, b: Point): number =>
  geodesic.Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon).s12 ?? Number.NaN

/** The smallest of many numbers, counted: what `limit` of them don't exceed. */
function smallest(values: Float64Array, limit: number): number {
  return values.toSorted()[Math.min(limit, values.length) - 1] ?? Number.POSITIVE_INFINITY
}

/**
 * The truth about a network: the nearest places by `geographiclib-geodesic` among all that lie within
 * 1.2 % + 50 m of the spherical distance of the last one. No index, and no code of the product.
 */
export function trueNearest(
  places: readonly Place[],
): (from: Point, limit: number) => readonly TrueHit[] {
  const globe = sphericalGlobe(places)
  return (from, limit) => {
    const distances = globe.distancesFrom(from)
    const reach = smallest(distances, limit) * (1 + SPHERICAL_SHARE) + SLACK_METRES
    return places
      .filter((_, place) => (distances[place] ?? 0) <= reach)
      .map((place) => ({ code: place.code, metres: geodesicMetres(from, place) }))
      .sort((a, b) => a.metres - b.metres)
  }
}
