import type { Point } from './true-nearest.ts'

const RADIANS = Math.PI / 180
const EARTH_RADIUS_METRES = 6_371_000

const unitVector = ({ lat, lon }: Point): readonly [number, number, number] => {
  const ring = Math.cos(lat * RADIANS)
  return [ring * Math.cos(lon * RADIANS), ring * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)]
}

export type SphericalGlobe = {
  /** Great-circle metres from a point to every point, in their order. */
  readonly distancesFrom: (from: Point) => Float64Array
}

/** All distances on the sphere of radius 6,371 km by brute force: chords between unit vectors, no index. */
export function sphericalGlobe(points: readonly Point[]): SphericalGlobe {
  const vectors = new Float64Array(points.length * 3)
  for (const [place, point] of points.entries()) vectors.set(unitVector(point), place * 3)
  return {
    distancesFrom: (from) => {
      const [x, y, z] = unitVector(from)
      const distances = new Float64Array(points.length)
      for (let place = 0; place < points.length; place++) {
        const at = place * 3
        const dx = (vectors[at] ?? 0) - x
        const dy = (vectors[at + 1] ?? 0) - y
        const dz = (vectors[at + 2] ?? 0) - z
        const half = Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2)
        distances[place] = 2 * EARTH_RADIUS_METRES * Math.asin(half)
      }
      return distances
    },
  }
}
