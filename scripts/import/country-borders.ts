import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

let lands: ReadonlyMap<string, Land> | null = null

/** The bundled borders; read when a position is first in doubt, for they are large. */
function loadLands(): ReadonlyMap<string, Land> {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const topology: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(
    readFileSync(path, 'utf8'),
  )
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

/** Whether a position lies on a country's land by Natural Earth 1:10m; false for countries it lacks. */
export function isWithinBorders(countryCode: string, at: Position): boolean {
  const english = new Intl.DisplayNames(['en'], { type: 'region' }).of(countryCode)
  lands ??= loadLands()
  const land = lands.get(NATURAL_EARTH_NAMES[countryCode] ?? english ?? '')
  return land !== undefined && polygonsOf(land).some((polygon) => insidePolygon(polygon, at))
}
