import type { Point } from './true-nearest.ts'

const RADIANS = Math.PI / 180
const EARTH_RADIUS_METRES = 6_371_000

const unitVector = ({ lat, lon }: Point): readonly [number, number, number] => {
  const ring = Math.cos(lat * RADIANS)
  return [ring * Math.cos(lon * RADIANS), ring * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)]
}

/** Great-circle metres of the straight line between two unit vectors, squared. */
export const metresOfChord = (squared: number): number =>
  2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(squared) / 2))

/** The other way: within half the globe a longer way is a longer chord; beyond it there is nothing. */
export const chordOfMetres = (metres: number): number =>
  metres < Math.PI * EARTH_RADIUS_METRES
    ? (2 * Math.sin(metres / (2 * EARTH_RADIUS_METRES))) ** 2
    : Number.POSITIVE_INFINITY

export type SphericalGlobe = {
  /** Squared chords from a point to every point, in their order; written over by the next question. */
  readonly chordsFrom: (from: Point) => Float64Array
}

/** How far apart points lie on the sphere of radius 6,371 km, by brute force over all of them: no index. */
export function sphericalGlobe(points: readonly Point[]): SphericalGlobe {
  const vectors = new Float64Array(points.length * 3)
  for (const [place, point] of points.entries()) vectors.set(unitVector(point), place * 3)
  const chords = new Float64Array(points.length)
  return {
    chordsFrom: (from) => {
      const [x, y, z] = unitVector(from)
      for (let place = 0; place < points.length; place++) {
        const at = place * 3
        const dx = (vectors[at] as number) - x
        const dy = (vectors[at + 1] as number) - y
        const dz = (vectors[at + 2] as number) - z
        chords[place] = dx * dx + dy * dy + dz * dz
      }
      return chords
    },
  }
}
