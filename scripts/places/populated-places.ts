import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PopulatedPlace } from '#domain/coverage/coverage.ts'
import { inRightProvince } from './admin-areas.ts'
import { placeEntries } from './place-entries.ts'
import { dropStale, fingerprint, type PlacesConfig } from './places-cache.ts'
import { readGazetteer } from './read-gazetteer.ts'

/** A quarter of a city: its people are counted with the city. */
const SECTION = 'PPLX'

function readPlaces({ countries, gazetteer }: PlacesConfig): readonly PopulatedPlace[] {
  const rows = readGazetteer().filter(({ countryCode }) => countries.includes(countryCode))
  const divisionOf = new Map(
    inRightProvince(rows)
      .filter(({ feature }) => feature !== SECTION)
      .map(({ id, countryCode, admin1 }) => [id, `${countryCode}-${admin1}`]),
  )
  return placeEntries(rows, { homeCountries: countries, ...gazetteer }).flatMap(
    ({ id, en, zh, lat, lon, population }) => {
      const division = divisionOf.get(id)
      if (division === undefined || population === 0) return []
      return [{ id, name: { en, 'zh-CN': zh || en }, division, lat, lon, people: population }]
    },
  )
}

const CACHED = 'populated-'

/** Places of the network's countries whose people GeoNames has counted; an unchanged gazetteer is read once. */
export function populatedPlaces(config: PlacesConfig, cacheDir: string): readonly PopulatedPlace[] {
  const current = `${CACHED}${fingerprint(config)}.json`
  const file = join(cacheDir, current)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PopulatedPlace[]
  const places = readPlaces(config)
  mkdirSync(cacheDir, { recursive: true })
  writeFileSync(file, JSON.stringify(places))
  dropStale(cacheDir, CACHED, current)
  return places
}
