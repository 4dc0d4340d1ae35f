import { seededRandom } from '#scripts/demo/seeded-random.ts'
import type { Point } from './true-nearest.ts'

const HARD_PLACES: readonly Point[] = [
  { lat: 90, lon: 0 },
  { lat: -90, lon: 0 },
  { lat: 89.9999, lon: 179.9999 },
  { lat: -89.9999, lon: -179.9999 },
  { lat: 0, lon: 180 },
  { lat: 0, lon: -180 },
  { lat: 51.9, lon: 179.99999 },
  { lat: -16.8, lon: -179.99999 },
  { lat: 0, lon: 0 },
  { lat: 65, lon: -180 },
]

const STREAM = 5

/**
 * Seeded places to ask from: the poles and the antimeridian first, then in turn anywhere on the globe,
 * exactly on a place, within a few kilometres of one, in the same part of the world, and near the antimeridian.
 */
export function exactnessQueries(
  places: readonly Point[],
  count: number,
  seed: string,
): readonly Point[] {
  const random = seededRandom(seed)
  const clamp = (point: Point): Point => ({
    lat: Math.max(-90, Math.min(90, point.lat)),
    lon: point.lon > 180 ? point.lon - 360 : point.lon < -180 ? point.lon + 360 : point.lon,
  })
  const near = (degrees: number): Point => {
    const { lat, lon } = random.pick(places)
    const shift = () => (random.next() * 2 - 1) * degrees
    return clamp({ lat: lat + shift(), lon: lon + shift() })
  }
  const anywhere = (): Point => ({
    lat: (Math.asin(random.next() * 2 - 1) * 180) / Math.PI,
    lon: random.next() * 360 - 180,
  })
  const on = (): Point => {
    const { lat, lon } = random.pick(places)
    return { lat, lon }
  }
  const byTurn = [
    anywhere,
    on,
    () => near(0.05),
    () => near(3),
    () => clamp({ lat: anywhere().lat, lon: 180 + (random.next() * 2 - 1) * 0.5 }),
  ]
  return Array.from({ length: count }, (_, turn) => {
    const hard = HARD_PLACES[turn]
    return hard ?? byTurn[turn % STREAM]?.() ?? anywhere()
  })
}
