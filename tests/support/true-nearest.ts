import geodesic from 'geographiclib-geodesic'
import { chordOfMetres, metresOfChord, sphericalGlobe } from './spherical-globe.ts'

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

/** The last of the `limit` smallest of many numbers; infinite where there are fewer. One pass, no sort of them all. */
export function lastOfSmallest(values: Float64Array, limit: number): number {
  const kept = new Float64Array(limit).fill(Number.POSITIVE_INFINITY)
  for (const value of values) {
    let rank = limit - 1
    if (!(value < (kept[rank] as number))) continue
    for (; rank > 0 && value < (kept[rank - 1] as number); rank--) {
      kept[rank] = kept[rank - 1] as number
    }
    kept[rank] = value
  }
  return kept[limit - 1] as number
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
    const chords = globe.chordsFrom(from)
    const last = lastOfSmallest(chords, limit)
    const reach = chordOfMetres(metresOfChord(last) * (1 + SPHERICAL_SHARE) + SLACK_METRES)
    const hits: TrueHit[] = []
    for (const [place, { code, lat, lon }] of places.entries()) {
      if ((chords[place] as number) > reach) continue
      hits.push({ code, metres: geodesicMetres(from, { lat, lon }) })
    }
    return hits.sort((a, b) => a.metres - b.metres)
  }
}
