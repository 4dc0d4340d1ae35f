import { chineseStem, normaliseName } from '#domain/places/normalise-name.ts'
import { CITY_DISTRICTS } from './city-districts.ts'
import { CHINESE_PROVINCES, provinceInFull, US_STATES } from './division-names.ts'
import type { PlaceEntry } from './place-entries.ts'
import type { GazetteerRow } from './read-gazetteer.ts'

const NAMES: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  CN: CHINESE_PROVINCES,
  US: US_STATES,
}

/** New York and Washington mean the cities. */
const NAMED_LIKE_A_CITY: readonly string[] = ['US-NY', 'US-WA', 'US-DC']

const keysOf = (en: string, zh: string): readonly string[] => [
  normaliseName(en),
  chineseStem(normaliseName(zh)),
]

/**
 * Provinces and states, searched from their capitals: the middle of a province may be a desert. A
 * municipality is its city, so it has no entry of its own.
 */
function divisionEntries(rows: readonly GazetteerRow[]): readonly PlaceEntry[] {
  const people = new Map<string, number>()
  for (const { countryCode, admin1, population } of rows) {
    const key = `${countryCode}-${admin1}`
    people.set(key, (people.get(key) ?? 0) + population)
  }
  return rows.flatMap((row) => {
    const [en, short] = NAMES[row.countryCode]?.[row.admin1] ?? []
    const id = `${row.countryCode}-${row.admin1}`
    if (row.feature !== 'PPLA' || !en || !short || en === row.name) return []
    if (NAMED_LIKE_A_CITY.includes(id)) return []
    const zh = row.countryCode === 'CN' ? provinceInFull(short) : short
    const { countryCode, lat, lon } = row
    const population = people.get(id) ?? 0
    const keys = keysOf(en, zh)
    return [{ id: `area-${id}`, en, zh, area: ['', ''], countryCode, lat, lon, population, keys }]
  })
}

/** Ranks a district of a large city among places by population. It is no figure: nobody is shown it. */
const DISTRICT_WEIGHT = 1_000_000

/** The districts that `CITY_DISTRICTS` adds, each under its city. */
const districtEntries = (): readonly PlaceEntry[] =>
  CITY_DISTRICTS.flatMap(({ area, districts }) =>
    districts.map(([en, zh, lat, lon]): PlaceEntry => {
      const population = DISTRICT_WEIGHT
      const id = `area-${normaliseName(area[0])}-${normaliseName(en)}`
      return { id, en, zh, area, countryCode: 'CN', lat, lon, population, keys: keysOf(en, zh) }
    }),
  )

/** What people search by beside towns: provinces, states and districts of the home countries. */
export const areaEntries = (
  rows: readonly GazetteerRow[],
  homeCountries: readonly string[],
): readonly PlaceEntry[] =>
  [...divisionEntries(rows), ...districtEntries()].filter(({ countryCode }) =>
    homeCountries.includes(countryCode),
  )
