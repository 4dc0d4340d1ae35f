import { REGION_LEVELS } from '../outlets/outlet.ts'
import { chineseStem, normaliseName } from './normalise-name.ts'
import type { Place } from './place.ts'

/** One region with outlets. Parents stand before their children. */
export type RegionNameRow = readonly [
  id: string,
  /** '' = the id with a capital letter. */
  en: string,
  zh: string,
  /** Position of the region above; -1 = none. */
  parent: number,
  /** Position in `REGION_LEVELS`. */
  level: number,
  /** Middle of its outlets, in hundredths of a degree. */
  lat: number,
  lon: number,
  outletCount: number,
]

/** `/data/regions/names.json`: every region with outlets, by the names people type. */
export type RegionNamesFile = {
  /** ISO 3166-1 alpha-2 of each country's row, in order. */
  readonly countries: readonly string[]
  readonly regions: readonly RegionNameRow[]
}

/** `capitalised('xi-an')` is `'Xi-an'`: the English name that needs no writing down. */
export const capitalised = (id: string): string => id.slice(0, 1).toUpperCase() + id.slice(1)

const ENGLISH_ENDING = / (?:district|city|province|prefecture|county|autonomous region)$/i

type Unit = { readonly en: string; readonly zh: string; readonly country: string }

/** The province of a municipality's district and the like, without the country. */
function linesOf({ countries, regions }: RegionNamesFile): readonly (readonly Unit[])[] {
  const lines: Unit[][] = []
  let nextCountry = 0
  for (const [id, en, zh, parent] of regions) {
    const above = lines[parent] ?? []
    const country = above[0]?.country ?? countries[nextCountry++] ?? ''
    lines.push([...above, { en: en || capitalised(id), zh, country }])
  }
  return lines
}

/** The network's regions below the countries as places to search from, each with its page. */
export function regionPlaces(file: RegionNamesFile): readonly Place[] {
  const lines = linesOf(file)
  return file.regions.flatMap(([id, , , parent, level, lat, lon, outletCount], position) => {
    const line = lines[position] ?? []
    const own = line.at(-1)
    if (parent < 0 || !own) return []
    const above = line.slice(1, -1)
    const place: Place = {
      id: `region-${id}`,
      name: { en: own.en, 'zh-CN': own.zh },
      area: {
        en: above
          .map(({ en }) => en)
          .reverse()
          .join(', '),
        'zh-CN': above.map(({ zh }) => zh).join(''),
      },
      countryCode: own.country,
      lat: lat / 100,
      lon: lon / 100,
      population: 0,
      otherNames: [normaliseName(own.en.replace(ENGLISH_ENDING, ''))],
      region: { id, level: REGION_LEVELS[level] ?? 'district', outletCount },
    }
    return [place]
  })
}

const isDistrictName = (name: string): boolean => /(?:(?<!自治)区|[县旗])$/u.test(name)

const stemOf = (name: string): string => chineseStem(normaliseName(name))

/** Whether the gazetteer and the network speak of one thing: same country, name, rank and area. */
function isSame(place: Place, region: Place): boolean {
  if (place.countryCode !== region.countryCode) return false
  const own = stemOf(place.name['zh-CN'])
  if (own !== stemOf(region.name['zh-CN'])) return false
  const isDistrict = isDistrictName(place.name['zh-CN'])
  const level = region.region?.level
  if (level === 'province') return place.area['zh-CN'] === '' && !isDistrict
  if (isDistrict !== isDistrictName(region.name['zh-CN'])) return false
  if (/[镇乡]$|街道$/u.test(place.name['zh-CN'])) return false
  const area = normaliseName(place.area['zh-CN'])
  const above = normaliseName(region.area['zh-CN'])
  return area !== '' && (area.includes(above) || above.includes(area))
}

/**
 * Gazetteer places and regions in one list: a place that is also a region keeps its own position, the
 * middle of town, and learns the region's page; regions the gazetteer lacks are added.
 */
export function withRegions(places: readonly Place[], regions: readonly Place[]): readonly Place[] {
  const met = new Set<Place>()
  const joined = places.map((place) => {
    const region = regions.find((one) => isSame(place, one))
    if (!region?.region || met.has(region)) return place
    met.add(region)
    return { ...place, region: region.region }
  })
  return [...joined, ...regions.filter((region) => !met.has(region))]
}
