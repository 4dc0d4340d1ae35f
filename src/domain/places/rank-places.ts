import { chineseStem, normaliseName } from './normalise-name.ts'
import type { Place } from './place.ts'

/** How well a place's name answers a query; smaller is better, null is not at all. */
const EXACT = 0
const EXACT_OTHER_NAME = 1
const PREFIX = 2
const PREFIX_OTHER_NAME = 3
/** Another kind of place: 南山镇 for 南山区. */
const OTHER_KIND = 4

/** `深圳` answers `深圳市`, and everything called 南山 answers `南山`; 南山镇 does not answer `南山区`. */
function isNamed(own: string, name: string, stem: string): boolean {
  if (own === name) return true
  if (chineseStem(own) !== stem) return false
  return name === stem || (own === stem && name.endsWith('市'))
}

function closeness(place: Place, name: string): number | null {
  const names = [normaliseName(place.name.en), normaliseName(place.name['zh-CN'])]
  const stem = chineseStem(name)
  if (names.some((own) => isNamed(own, name, stem))) return EXACT
  if (place.otherNames.includes(name)) return EXACT_OTHER_NAME
  if (names.some((own) => own.startsWith(name))) return PREFIX
  if (place.otherNames.some((other) => other.startsWith(name))) return PREFIX_OTHER_NAME
  const stems = [...names, ...place.otherNames].map(chineseStem)
  return stems.includes(stem) ? OTHER_KIND : null
}

/** The areas a person named: `广东省深圳市` is two, `Chaoyang, Beijing` leaves one. */
const unitsOf = (qualifier: string): readonly string[] =>
  qualifier
    .split(/[,、\s]+|(?<=自治区|[省市州盟])/u)
    .map((unit) => chineseStem(normaliseName(unit)))
    .filter((unit) => unit.length >= 2)

function qualifies({ area, countryCode }: Place, units: readonly string[]): boolean {
  const latin = normaliseName(area.en)
  const chinese = normaliseName(area['zh-CN'])
  return units.every(
    (unit) =>
      chinese.includes(unit) ||
      unit === countryCode.toLowerCase() ||
      (unit.length >= 3 && latin.includes(unit)),
  )
}

/** Below this a foreign place comes after any counted one at home. */
const SMALL_ABROAD = 300_000

/** What counts for a place where nobody counted its people. */
const WEIGHT = { country: 0, province: 20_000_000, city: 1_000_000, district: 200_000 } as const

function weightOf({ population, region, name, countryCode }: Place): number {
  if (population > 0) return population
  if (region) return WEIGHT[region.level]
  return countryCode === 'CN' && name['zh-CN'].endsWith('区') ? WEIGHT.district : 0
}

export type Ranking = {
  /** ISO 3166-1 alpha-2, in order; they come before small places elsewhere. */
  readonly homeCountries: readonly string[]
  /** Province, city or country that the person named beside the place; '' = none. */
  readonly qualifier?: string
  /** Only places in the named area. */
  readonly onlyThere?: boolean
}

/**
 * The candidates that answer a query, best first: those in the named area, exact before prefix, own
 * name before other spelling, counted places at home and large ones before small ones abroad, then
 * the larger population, then a home country, then the lower id.
 * There are three places called Shenzhen; the city of 17 million comes first in either language.
 */
export function rankPlaces(
  candidates: readonly Place[],
  query: string,
  { homeCountries, qualifier = '', onlyThere = false }: Ranking,
): readonly Place[] {
  const name = normaliseName(query)
  const units = unitsOf(qualifier)
  if (!name) return []
  const home = (place: Place): number => {
    const position = homeCountries.indexOf(place.countryCode)
    return position < 0 ? homeCountries.length : position
  }
  return candidates
    .flatMap((place) => {
      const rank = closeness(place, name)
      const there = units.length > 0 && qualifies(place, units)
      if (rank === null || (onlyThere && !there)) return []
      const weight = weightOf(place)
      const isMinor = weight < (home(place) < homeCountries.length ? 1 : SMALL_ABROAD)
      return [{ place, rank, there, weight, isMinor }]
    })
    .toSorted(
      (a, b) =>
        Number(b.there) - Number(a.there) ||
        a.rank - b.rank ||
        Number(a.isMinor) - Number(b.isMinor) ||
        b.weight - a.weight ||
        home(a.place) - home(b.place) ||
        a.place.id.localeCompare(b.place.id, 'en', { numeric: true }),
    )
    .map(({ place }) => place)
}

const NAMESAKES_SHOWN = 3

/** The place that is meant: the one somebody chose by its id, else the best; null without any. */
export const placeMeant = (places: readonly Place[], chosenId: string): Place | null =>
  places.find(({ id }) => id === chosenId) ?? places[0] ?? null

const stemsOf = ({ name }: Place): readonly string[] =>
  [name.en, name['zh-CN']].map((own) => chineseStem(normaliseName(own)))

/** About five kilometres: what is nearest to one end is nearest to the other, as far as anybody asks. */
const SAME_SPOT_DEGREES = 0.05

/** A town inside the district that is called after it: in English both read alike, word for word. */
const isOnTheSpot = (one: Place, other: Place): boolean =>
  one.area.en !== '' &&
  one.area.en === other.area.en &&
  Math.abs(one.lat - other.lat) < SAME_SPOT_DEGREES &&
  Math.abs(one.lon - other.lon) < SAME_SPOT_DEGREES

/**
 * Up to three other places that share a name with one, in the order given, for "did you mean". A
 * district and a town of one name are namesakes (南山区, 南山镇), unless the one lies in the other.
 */
export function namesakesOf(place: Place, places: readonly Place[]): readonly Place[] {
  const [en, zh] = stemsOf(place)
  const wordsOf = ({ id, name, area }: Place) =>
    area['zh-CN'] ? area['zh-CN'] + name['zh-CN'] : id
  const seen = new Set([wordsOf(place)])
  return places
    .filter((other) => {
      const [otherEn, otherZh] = stemsOf(other)
      const words = wordsOf(other)
      if (other.id === place.id || seen.has(words) || (otherEn !== en && otherZh !== zh))
        return false
      if (isOnTheSpot(place, other)) return false
      seen.add(words)
      return true
    })
    .slice(0, NAMESAKES_SHOWN)
}
