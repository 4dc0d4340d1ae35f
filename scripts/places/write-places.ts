import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { FixpointConfig } from '#config'
import { areaEntries } from './area-entries.ts'
import { buildShards } from './build-shards.ts'
import { placeEntries } from './place-entries.ts'
import { readGazetteer } from './read-gazetteer.ts'
import { zipEntries } from './zip-entries.ts'

type PlacesConfig = Pick<FixpointConfig, 'countries' | 'gazetteer'>

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

/** Changes with whatever the shards are made from: rules, thresholds, the lock file's data packages. */
function fingerprint(config: PlacesConfig): string {
  const hash = createHash('sha256').update(JSON.stringify([config.countries, config.gazetteer]))
  const rules = [import.meta.dirname, join(import.meta.dirname, '../../src/domain/places')]
  for (const folder of rules) {
    for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)))
  }
  return hash.update(readFileSync('package-lock.json')).digest('hex').slice(0, 16)
}

const CACHED = 'places-'

/** Nothing will ever ask again for what other rules or data made. */
function dropStale(cacheDir: string, current: string): void {
  for (const name of readdirSync(cacheDir)) {
    if (!name.startsWith(CACHED) || name === current) continue
    rmSync(join(cacheDir, name), { recursive: true, force: true })
  }
}

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
  dropStale(cacheDir, current)
}
