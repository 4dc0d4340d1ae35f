import type { Region } from '#domain/outlets/outlet.ts'
import type { DemoCity } from './chinese-cities.ts'
import { PROVINCES } from './provinces.ts'

export type PlacedCity = { readonly city: DemoCity; readonly regionId: string }

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (gap) => (gap === ' ' ? '-' : ''))

const COUNTRY: Region = {
  id: 'cn',
  parentId: null,
  level: 'country',
  name: { en: 'China', 'zh-CN': '中国' },
  countryCode: 'CN',
}

function provinceOf(city: DemoCity) {
  const province = PROVINCES.get(city.admin1)
  if (!province) throw new Error(`${city.en} lies in a province that is not in the table.`)
  return province
}

function provinceRegion(city: DemoCity): Region {
  const { id, name } = provinceOf(city)
  return { id, parentId: COUNTRY.id, level: 'province', name, countryCode: 'CN' }
}

/** `taken` holds the ids of provinces and larger cities: Jilin is a province and a city in it, and there are two Suzhous. */
function cityRegion(city: DemoCity, taken: ReadonlySet<string>): Region {
  const province = provinceOf(city)
  const short = slug(city.en)
  const id = taken.has(short) ? `${short}-${short === province.id ? 'city' : province.id}` : short
  const name = { en: city.en, 'zh-CN': `${city.zh}市` }
  return { id, parentId: province.id, level: 'city', name, countryCode: 'CN' }
}

const districtRegions = (city: DemoCity, parentId: string): Region[] =>
  city.districts.map(({ en, zh }) => ({
    id: `${parentId}-${slug(en)}`,
    parentId,
    level: 'district',
    name: { en: `${en} District`, 'zh-CN': zh },
    countryCode: 'CN',
  }))

/** The region of a district of a placed city. */
export const districtId = (placed: PlacedCity, districtEn: string): string =>
  `${placed.regionId}-${slug(districtEn)}`

/** Country, provinces, cities and districts of the given cities, parents first. A municipality is one level, not two. */
export function demoRegions(cities: readonly DemoCity[]): {
  readonly regions: readonly Region[]
  readonly placed: readonly PlacedCity[]
} {
  const provinces = new Map(cities.map((city) => [provinceOf(city).id, provinceRegion(city)]))
  const taken = new Set<string>(provinces.keys())
  const regions: Region[] = [COUNTRY, ...provinces.values()]
  const placed = cities.map((city) => {
    const province = provinceOf(city)
    if (province.isCity) return { city, regionId: province.id }
    const region = cityRegion(city, taken)
    taken.add(region.id)
    regions.push(region)
    return { city, regionId: region.id }
  })
  for (const { city, regionId } of placed) regions.push(...districtRegions(city, regionId))
  return { regions, placed }
}
