import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaEntries } from './area-entries.ts'
import { buildShards } from './build-shards.ts'
import { placeEntries } from './place-entries.ts'
import { dropStale, fingerprint, type PlacesConfig } from './places-cache.ts'
import { readGazetteer } from './read-gazetteer.ts'
import { zipEntries } from './zip-entries.ts'

function writeShards(folder: string, config: PlacesConfig): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const rows = readGazetteer()
  const thresholds = { homeCountries: config.countries, ...config.gazetteer }
  const towns = [...placeEntries(rows, thresholds), ...areaEntries(rows, config.countries)]
  const entries = config.countries.includes('US') ? [...towns, ...zipEntries()] : towns
  const { index, files } = buildShards(entries)
  for (const [name, file] of files) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(file))
  }
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
}

const CACHED = 'places-'

/**
 * Writes `<outDir>/data/places/`: the shards and `index.json`, which finds them; what lay there goes.
 * With `cacheDir` an unchanged gazetteer is copied instead of cut again, and older ones are removed.
 */
export function writePlaces(outDir: string, config: PlacesConfig, cacheDir?: string): void {
  const folder = join(outDir, 'data', 'places')
  if (!cacheDir) {
    writeShards(folder, config)
    return
  }
  const current = CACHED + fingerprint(config)
  const cached = join(cacheDir, current)
  if (!existsSync(join(cached, 'index.json'))) writeShards(cached, config)
  rmSync(folder, { recursive: true, force: true })
  cpSync(cached, folder, { recursive: true })
  dropStale(cacheDir, CACHED, current)
}
