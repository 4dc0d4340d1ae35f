import { chineseStem, normaliseName } from '#domain/places/normalise-name.ts'
import { inRightProvince } from './admin-areas.ts'
import { CHINESE_NAME_BY_ID, CITY_BY_SEAT_ID } from './chinese-name-by-id.ts'
import { chineseName, chineseNamesOf, learnSimplification } from './chinese-names.ts'
import { CHINESE_PROVINCES, provinceBefore, provinceInFull, US_STATES } from './division-names.ts'
import type { GazetteerRow, GazetteerThresholds } from './read-gazetteer.ts'
import { isSearchable } from './read-gazetteer.ts'

/** A place with every normalised name it is found by; the first ones are its own. */
export type PlaceEntry = {
  readonly id: string
  readonly en: string
  readonly zh: string
  readonly area: readonly [en: string, zh: string]
  readonly countryCode: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly keys: readonly string[]
}

const LATIN = /^[\p{Script=Latin}\p{M}\s'’.-]+$/u
const PINYIN = /^[a-zü]+(?: [a-zü]+)*$/
const PINYIN_ENDING = /^.+(?:shi|xian|qu|zhen|xiang|jiedao)$/

/** Other Latin spellings: pinyin at home, exonyms of cities large enough to have well-known ones. */
function latinSpellings(row: GazetteerRow, home: boolean): readonly string[] {
  const known = row.alternateNames.filter((name) => LATIN.test(name))
  const wanted = known.filter(
    (name) =>
      row.population >= 1_000_000 || (home && row.countryCode === 'CN' && PINYIN.test(name)),
  )
  const own = [enOf(row), row.name, row.asciiName, ...wanted]
  const withV = own.filter((name) => /[üÜ]/.test(name)).map((name) => name.replace(/[üÜ]/g, 'v'))
  return [...own, ...withV]
}

function keysOf(row: GazetteerRow, zh: string | null, home: boolean): readonly string[] {
  const own = normaliseName(row.name)
  const latin = latinSpellings(row, home)
    .map(normaliseName)
    .filter(
      (key) =>
        key === own || (key.length >= 3 && !(key.startsWith(own) && PINYIN_ENDING.test(key))),
    )
  const chinese = [...(zh ? [zh] : []), ...chineseNamesOf(row)].map((name) => chineseStem(name))
  return [...new Set([...latin, ...chinese])].filter(Boolean)
}

const enOf = (row: GazetteerRow): string => CITY_BY_SEAT_ID[row.id]?.[0] ?? row.name

type Names = ReadonlyMap<string, readonly [en: string, zh: string]>

/** The seat's name stands for its prefecture: `CN.4403` is Shenzhen. */
function cityNames(
  rows: readonly GazetteerRow[],
  zhOf: (row: GazetteerRow) => string | null,
): Names {
  const seats = rows.filter((row) => row.countryCode === 'CN' && /^PPL(?:A|A2)$/.test(row.feature))
  const larger = seats
    .filter((row) => row.admin2 !== '')
    .toSorted((a, b) => a.population - b.population)
  return new Map(larger.map((row) => [row.admin2, [enOf(row), zhOf(row) ?? enOf(row)]]))
}

const isCitySeat = (row: GazetteerRow): boolean => /^PPL(?:A2?|C)$/.test(row.feature)

function areaOf(row: GazetteerRow, cities: Names): readonly [en: string, zh: string] {
  if (row.countryCode === 'US') return US_STATES[row.admin1] ?? ['', '']
  const [en, zh] = (row.countryCode === 'CN' && CHINESE_PROVINCES[row.admin1]) || ['', '']
  if (!en) return ['', '']
  const province = [en, provinceBefore(zh)] as const
  if (isCitySeat(row)) return provinceInFull(zh).endsWith('市') ? ['', ''] : province
  const city = cities.get(row.admin2)
  if (!city || city[0] === en) return province
  return [`${city[0]}, ${en}`, province[1] + asCity(city[1])]
}

const CHINESE_ENDING = /[市县区镇乡旗盟]$|自治州$|街道$/

/** A Chinese city as Chinese readers write it out: 深圳市. */
const asCity = (zh: string): string =>
  /^\p{Script=Han}{2,4}$/u.test(zh) && !CHINESE_ENDING.test(zh) ? `${zh}市` : zh

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000

/** A county's or district's own name stands among the others of its seat. */
function chineseNameIn(
  row: GazetteerRow,
  simplification: ReadonlyMap<string, string>,
): string | null {
  const name = CITY_BY_SEAT_ID[row.id]?.[1] ?? CHINESE_NAME_BY_ID[row.id]
  if (name) return name
  const found = chineseName(row, simplification)
  if (row.countryCode !== 'CN' || row.feature !== 'PPLA3' || !found) return found
  const stem = chineseStem(found)
  const division = ['区', '县', '旗', '市'].map((ending) => stem + ending)
  return division.find((whole) => row.alternateNames.includes(whole)) ?? found
}

/** The gazetteer's searchable places, with their Chinese names, areas and spellings. */
export function placeEntries(
  gazetteer: readonly GazetteerRow[],
  thresholds: GazetteerThresholds,
): readonly PlaceEntry[] {
  const rows = inRightProvince(gazetteer)
  const simplification = learnSimplification(rows)
  const zhOf = (row: GazetteerRow) => chineseNameIn(row, simplification)
  const cities = cityNames(rows, zhOf)
  return rows
    .filter((row) => isSearchable(row, thresholds))
    .map((row) => {
      const zh = zhOf(row)
      const isCity =
        row.countryCode === 'CN' && (isCitySeat(row) || CITY_BY_SEAT_ID[row.id] !== undefined)
      return {
        id: row.id,
        en: enOf(row),
        zh: isCity ? asCity(zh ?? '') : (zh ?? ''),
        area: areaOf(row, cities),
        countryCode: row.countryCode,
        lat: round(row.lat),
        lon: round(row.lon),
        population: row.population,
        keys: keysOf(row, zh, thresholds.homeCountries.includes(row.countryCode)),
      }
    })
}
