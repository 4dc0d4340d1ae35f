import type { PlacedCity } from './demo-regions.ts'
import { districtId } from './demo-regions.ts'
import { PROVINCES } from './provinces.ts'
import type { Random } from './seeded-random.ts'

export type DemoLocation = {
  readonly regionId: string
  readonly lat: number
  readonly lon: number
  /** English from the small to the large, Chinese from the large to the small. */
  readonly area: { readonly en: readonly string[]; readonly 'zh-CN': readonly string[] }
}

/** Says whether a place may hold an outlet: on land, and in the country. */
export type IsOnLand = (at: { readonly lat: number; readonly lon: number }) => boolean

const TRIES = 40
const KM_PER_DEGREE = 111.2
const DISTRICT_RADIUS_KM = 4
const UNITS_PER_DEGREE = 100_000

/** How far a city's outlets lie from its centre: wider for a larger city, 24 km in Shanghai. */
const cityRadiusKm = (population: number): number => 3 + 4.5 * Math.sqrt(population / 1_000_000)

function scatter(centre: { lat: number; lon: number }, radiusKm: number, random: Random) {
  const distance = radiusKm * Math.sqrt(random.next())
  const bearing = random.next() * 2 * Math.PI
  const lat = centre.lat + (distance * Math.cos(bearing)) / KM_PER_DEGREE
  const east = (distance * Math.sin(bearing)) / KM_PER_DEGREE
  const lon = centre.lon + east / Math.cos((lat * Math.PI) / 180)
  const round = (degrees: number) => Math.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE
  return { lat: round(lat), lon: round(lon) }
}

/** A scattered place on land; nearer and nearer to the centre where sea or border come close. */
function scatterOnLand(
  centre: { lat: number; lon: number },
  radiusKm: number,
  { random, isOnLand }: Surroundings,
) {
  for (let tried = 0; tried < TRIES; tried++) {
    const place = scatter(centre, radiusKm * (1 - tried / TRIES), random)
    if (isOnLand(place)) return place
  }
  return scatter(centre, 0.2, random)
}

type Surroundings = { readonly random: Random; readonly isOnLand: IsOnLand }

/** Somewhere in the city, or near the seat of one of its districts. */
export function demoLocation(placed: PlacedCity, surroundings: Surroundings): DemoLocation {
  const { random } = surroundings
  const { city, regionId } = placed
  const province = PROVINCES.get(city.admin1)
  const isMunicipality = province?.isCity ?? false
  const en = isMunicipality ? [city.en] : [city.en, province?.name.en ?? '']
  const zh = isMunicipality ? [`${city.zh}市`] : [province?.name['zh-CN'] ?? '', `${city.zh}市`]
  if (city.districts.length > 0 && random.chance(0.8)) {
    const district = random.pick(city.districts)
    return {
      regionId: districtId(placed, district.en),
      ...scatterOnLand(district, DISTRICT_RADIUS_KM, surroundings),
      area: { en: [`${district.en} District`, ...en], 'zh-CN': [...zh, district.zh] },
    }
  }
  return {
    regionId,
    ...scatterOnLand(city, cityRadiusKm(city.population), surroundings),
    area: { en, 'zh-CN': zh },
  }
}
