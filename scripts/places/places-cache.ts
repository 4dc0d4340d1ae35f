import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FixpointConfig } from '#config'

export type PlacesConfig = Pick<FixpointConfig, 'gazetteer'> & {
  readonly countries: readonly string[]
}

/** Changes with whatever is made from the gazetteer: rules, thresholds, the lock file's data packages. */
export function fingerprint(config: PlacesConfig): string {
  const hash = createHash('sha256').update(JSON.stringify([config.countries, config.gazetteer]))
  const rules = [import.meta.dirname, join(import.meta.dirname, '../../src/domain/places')]
  for (const folder of rules) {
    for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)))
  }
  return hash.update(readFileSync('package-lock.json')).digest('hex').slice(0, 16)
}

/** Removes what begins with `prefix` but for `current`: nothing will ask again for what other rules made. */
export function dropStale(cacheDir: string, prefix: string, current: string): void {
  for (const name of readdirSync(cacheDir)) {
    if (!name.startsWith(prefix) || name === current) continue
    rmSync(join(cacheDir, name), { recursive: true, force: true })
  }
}
