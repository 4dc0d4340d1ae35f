import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import config from '#config'
import type { Basemap } from '#domain/places/basemap.ts'
import { BASEMAP_UNITS } from '#domain/places/basemap.ts'
import { placeEntries } from '../places/place-entries.ts'
import { readGazetteer } from '../places/read-gazetteer.ts'
import { cutAtAntimeridian, type Point, type Ring } from './cut-at-antimeridian.ts'
import { simplifyRing } from './simplify-ring.ts'

const TOLERANCE_DEGREES = 0.03
/** Islands smaller than this, in square degrees, are left out. */
const SMALLEST_ISLAND = 0.02
const CITIES_SHOWN = 700

/**
 * Natural Earth's land (public domain, npm `world-atlas`), without borders: whose land it is, is not
 * ours to draw. Holes of the shapes are inland seas.
 */
export function landRings(): readonly (readonly Ring[])[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json')
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ land: GeometryCollection }>
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type !== 'MultiPolygon') throw new Error(`land as ${geometry.type}`)
    return geometry.coordinates as unknown as readonly (readonly Ring[])[]
  })
}

function areaOf(ring: Ring): number {
  const twice = ring.reduce((sum, [lon, lat], at) => {
    const [lonBefore, latBefore] = ring.at(at - 1) as Point
    return sum + lonBefore * lat - lon * latBefore
  }, 0)
  return Math.abs(twice / 2)
}

/** `[lon, lat, lon difference, lat difference, …]` in the file's units. */
function differences(ring: Ring): readonly number[] {
  const units = ring.map(([lon, lat]) => [
    Math.round(lon * BASEMAP_UNITS),
    Math.round(lat * BASEMAP_UNITS),
  ])
  return units.flatMap(([lon = 0, lat = 0], at) => {
    const [lonBefore = 0, latBefore = 0] = units[at - 1] ?? []
    return at > 0 && lon === lonBefore && lat === latBefore
      ? []
      : [lon - lonBefore, lat - latBefore]
  })
}

function cityNames(): Basemap['cities'] {
  const thresholds = { homeCountries: config.countries, ...config.gazetteer }
  const largest = placeEntries(readGazetteer(), thresholds)
    .toSorted((a, b) => b.population - a.population)
    .slice(0, CITIES_SHOWN)
  const short = (degrees: number): number => Math.round(degrees * 100) / 100
  return largest.map(({ en, zh, lat, lon }) => [short(lon), short(lat), en, zh || en])
}

/** The offline map: land cut into flat rings, and the largest cities in falling size. */
export function drawBasemap(): Basemap {
  const rings = landRings()
    .flatMap((shape) => shape.flatMap(cutAtAntimeridian))
    .filter((ring) => areaOf(ring) >= SMALLEST_ISLAND)
    .map((ring) => differences(simplifyRing(ring, TOLERANCE_DEGREES)))
    .filter((ring) => ring.length >= 8)
  return { rings, cities: cityNames() }
}

/** Writes `<outDir>/data/basemap.json`. */
export function writeBasemap(outDir: string): void {
  const folder = join(outDir, 'data')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'basemap.json'), JSON.stringify(drawBasemap()))
}
