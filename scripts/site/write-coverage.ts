import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FixpointConfig } from '#config'
import { coverageOf, type RepairPoint } from '#domain/coverage/coverage.ts'
import type { CoverageFile } from '#domain/coverage/coverage-file.ts'
import { isListed } from '#domain/outlets/index-file.ts'
import type { LocalText, Outlet, Region } from '#domain/outlets/outlet.ts'
import { CHINESE_PROVINCES, provinceInFull, US_STATES } from '../places/division-names.ts'
import { populatedPlaces } from '../places/populated-places.ts'

/** A division's name; none of one that the gazetteer leaves open. */
function divisionName(division: string): readonly (readonly [string, LocalText])[] {
  const [country, code = ''] = division.split('-')
  const [en, zh] = (country === 'CN' ? CHINESE_PROVINCES : US_STATES)[code] ?? []
  if (!en || !zh) return []
  return [[division, { en, 'zh-CN': country === 'CN' ? provinceInFull(zh) : zh }]]
}

/** Where phones are repaired at the counter, and may be as the snapshot is taken. */
const repairPoints = (outlets: readonly Outlet[]): readonly RepairPoint[] =>
  outlets
    .filter((one) => isListed(one) && one.operation === 'open' && one.services.repair === 'done')
    .map(({ code, lat, lon }) => ({ code, lat, lon }))

/** Writes `coverage.json` beside the snapshot's other files, from its outlets and the gazetteer. */
export function writeCoverage(
  snapshot: string,
  config: Pick<FixpointConfig, 'countries' | 'gazetteer'>,
  cache: string,
): void {
  const read = (name: string) => JSON.parse(readFileSync(join(snapshot, name), 'utf8')) as unknown
  const { takenAt } = read('meta.json') as { readonly takenAt: string }
  const outlets = read('outlets.json') as Outlet[]
  const points = repairPoints(outlets)
  // Where the network has nobody at all it promises nothing either.
  const countryOf = new Map(
    (read('regions.json') as Region[]).map(({ id, countryCode }) => [id, countryCode]),
  )
  const served = new Set(outlets.map(({ regionId }) => countryOf.get(regionId)))
  const countries = config.countries.filter((code) => served.has(code))
  const places = populatedPlaces({ ...config, countries }, cache)
  const coverage = coverageOf(places, points)
  const file: CoverageFile = {
    takenAt,
    outlets: points.length,
    names: Object.fromEntries(coverage.divisions.flatMap(({ division }) => divisionName(division))),
    ...coverage,
  }
  writeFileSync(join(snapshot, 'coverage.json'), JSON.stringify(file))
}
