import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { US_STATES } from './division-names.ts'
import type { PlaceEntry } from './place-entries.ts'

type ZipRow = Readonly<Record<'zip_code' | 'latitude' | 'longitude' | 'city' | 'state', string>>

/** US ZIP codes with their centroids, from npm `vega-datasets`; found by number. */
export function zipEntries(): readonly PlaceEntry[] {
  const main = createRequire(import.meta.url).resolve('vega-datasets')
  const file = join(dirname(main), '..', 'data', 'zipcodes.csv')
  const rows: ZipRow[] = parse(readFileSync(file, 'utf8'), { columns: true })
  return rows
    .filter((row) => row.latitude !== '' && row.longitude !== '')
    .map((row) => {
      const [en, zh] = US_STATES[row.state] ?? [row.state, row.state]
      return {
        id: `zip-${row.zip_code}`,
        en: row.zip_code,
        zh: '',
        area: [`${row.city}, ${en}`, `${zh} ${row.city}`],
        countryCode: 'US',
        lat: Math.round(Number(row.latitude) * 10_000) / 10_000,
        lon: Math.round(Number(row.longitude) * 10_000) / 10_000,
        population: 0,
        keys: [row.zip_code],
      }
    })
}
