import type { Feature, MultiPolygon, Polygon, Position as Vertex } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Position } from './parse-coordinates.ts'

type Land = Feature<Polygon | MultiPolygon, { name: string }>

/** English names for which Natural Earth and CLDR differ; all others match. */
const NATURAL_EARTH_NAMES: Readonly<Record<string, string>> = {
  US: 'United States of America',
  CZ: 'Czechia',
  BA: 'Bosnia and Herz.',
  DO: 'Dominican Rep.',
  KR: 'South Korea',
  MK: 'Macedonia',
}

let lands: Map<string, Land> | null = null
async function loadLands(): Promise<Map<string, Land>> {
  const { default: atlas } = await import('world-atlas/countries-10m.json', {
    with: { type: 'json' },
  })
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>
  const { features } = feature(topology, topology.objects.countries)
  return new Map((features as Land[]).map((land) => [land.properties.name, land]))
}

function insideRing(ring: readonly Vertex[], { lat, lon }: Position): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x = 0, y = 0] = ring[i] ?? []
    const [px = 0, py = 0] = ring[j] ?? []
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside
  }
  return inside
}

const insidePolygon = ([outer, ...holes]: readonly (readonly Vertex[])[], at: Position): boolean =>
  outer !== undefined && insideRing(outer, at) && !holes.some((hole) => insideRing(hole, at))

const polygonsOf = ({ geometry }: Land): readonly Vertex[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

/** Must have run before `isWithinBorders`: reads the bundled borders once. */
export async function prepareBorders(): Promise<void> {
  lands ??= await loadLands()
}

/** Whether a position lies on a country's land by Natural Earth 1:10m; false for countries it lacks. */
export function isWithinBorders(countryCode: string, at: Position): boolean {
  const english = new Intl.DisplayNames(['en'], { type: 'region' }).of(countryCode)
  const land = lands?.get(NATURAL_EARTH_NAMES[countryCode] ?? english ?? '')
  return land !== undefined && polygonsOf(land).some((polygon) => insidePolygon(polygon, at))
}
