import { around } from 'geokdbush'
import { distanceMetres } from './distance.ts'
import type { OutletFilter } from './filter.ts'
import { matcher, openStates } from './matching.ts'
import type { OpenState } from './open-state.ts'
import type { IndexEntry, OutletIndex } from './outlet-index.ts'

export type NearestQuery = {
  readonly lat: number
  readonly lon: number
  readonly limit: number
  /** Now, epoch ms: decides suspensions and open states. */
  readonly at: number
  readonly filter?: OutletFilter
  /** Codes to pass over, because something newer is known about them. */
  readonly without?: ReadonlySet<string>
}

export type NearestHit = {
  readonly code: string
  readonly lat: number
  readonly lon: number
  readonly distanceMetres: number
  readonly openState: OpenState
  /** Place of the outlet's cell in `index.cells`. */
  readonly cell: number
  readonly entry: IndexEntry
}

/**
 * On the ellipsoid an outlet can be nearer than one that the sphere puts before it. The sphere errs
 * by at most 0.6 % each way, so whatever belongs among the nearest lies within the spherical distance
 * of the last candidate plus this share and this many kilometres.
 */
export const SPHERE_SHARE = 0.012
export const SPHERE_SLACK_KM = 0.05
const HALF_EARTH_KM = 20_000

/**
 * The nearest outlets that match, nearest first by distance on the WGS 84 ellipsoid, at most `limit`.
 * Latitude -90..90, longitude -180..180, poles and antimeridian included. Equal distances by code.
 */
export function nearestOutlets(index: OutletIndex, query: NearestQuery): readonly NearestHit[] {
  const { lat, lon, limit, at, filter = {}, without } = query
  const matches = matcher(index, filter, at)
  const entryAt = (place: number) => index.entries[place] as IndexEntry
  const predicate = (place: number) => !without?.has(entryAt(place).code) && matches(entryAt(place))
  const spherical = around(index.tree, lon, lat, limit, Infinity, predicate)
  const last = spherical.at(-1)
  if (last === undefined || limit < 1) return []
  const reachKm = sphericalKm(lat, lon, entryAt(last)) * (1 + SPHERE_SHARE) + SPHERE_SLACK_KM
  const everybody = spherical.length < limit || reachKm >= HALF_EARTH_KM
  const candidates =
    spherical.length < limit
      ? spherical
      : around(index.tree, lon, lat, Infinity, everybody ? Infinity : reachKm, predicate)
  const stateOf = openStates(at)
  return candidates
    .map((place) => ({ entry: entryAt(place), metres: metresTo(lat, lon, entryAt(place)) }))
    .sort((a, b) => a.metres - b.metres || (a.entry.code < b.entry.code ? -1 : 1))
    .slice(0, limit)
    .map(({ entry, metres }) => ({
      code: entry.code,
      lat: entry.lat,
      lon: entry.lon,
      distanceMetres: metres,
      openState: stateOf(entry.hours),
      cell: entry.cell,
      entry,
    }))
}

const metresTo = (lat: number, lon: number, to: IndexEntry): number =>
  distanceMetres(lat, lon, to.lat, to.lon)

const RADIANS = Math.PI / 180
const EARTH_RADIUS_KM = 6371

/** Great-circle distance on the sphere that `geokdbush` uses. */
export function sphericalKm(
  lat: number,
  lon: number,
  to: { readonly lat: number; readonly lon: number },
): number {
  const haversine = (degrees: number) => Math.sin((degrees * RADIANS) / 2) ** 2
  const h =
    haversine(to.lat - lat) +
    Math.cos(lat * RADIANS) * Math.cos(to.lat * RADIANS) * haversine(to.lon - lon)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
