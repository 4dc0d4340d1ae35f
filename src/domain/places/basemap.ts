/** Units per degree in the basemap file: a hundredth, about a kilometre. */
export const BASEMAP_UNITS = 100

/** `/data/basemap.json`: land without borders, and names to find one's way by. */
export type Basemap = {
  /** Rings as `[lon, lat, lon difference, lat difference, …]` in units, filled by the even-odd rule. */
  readonly rings: readonly (readonly number[])[]
  /** The largest first. */
  readonly cities: readonly (readonly [lon: number, lat: number, en: string, zh: string])[]
}

/** A ring's points as `[lat, lon]` in degrees, the order Leaflet wants; none lies beyond ±180. */
export function readRing(ring: readonly number[]): [lat: number, lon: number][] {
  const points: [number, number][] = []
  let lon = 0
  let lat = 0
  for (let at = 0; at + 1 < ring.length; at += 2) {
    lon += ring[at] ?? 0
    lat += ring[at + 1] ?? 0
    points.push([lat / BASEMAP_UNITS, lon / BASEMAP_UNITS])
  }
  return points
}
