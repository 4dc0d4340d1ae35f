import { chineseStem, normaliseName } from './normalise-name.ts'
import type { Place } from './place.ts'

/** How well a place's name answers a query; smaller is better, null is not at all. */
const EXACT = 0
const EXACT_OTHER_NAME = 1
const PREFIX = 2
const PREFIX_OTHER_NAME = 3

function closeness(place: Place, name: string): number | null {
  const names = [normaliseName(place.name.en), normaliseName(place.name['zh-CN'])]
  const stem = chineseStem(name)
  if (names.some((own) => own === name || chineseStem(own) === stem)) return EXACT
  if (place.otherNames.some((other) => other === name || other === stem)) return EXACT_OTHER_NAME
  if (names.some((own) => own.startsWith(name))) return PREFIX
  return place.otherNames.some((other) => other.startsWith(name)) ? PREFIX_OTHER_NAME : null
}

function qualifies(place: Place, qualifier: string): boolean {
  const words = [place.area.en, place.area['zh-CN'], place.countryCode].map(normaliseName)
  return words.some((word) => word.includes(qualifier) || word.includes(chineseStem(qualifier)))
}

export type Ranking = {
  /** ISO 3166-1 alpha-2, in order; they decide between places that are equal otherwise. */
  readonly homeCountries: readonly string[]
  /** Province or country that the person named beside the place; '' = none. */
  readonly qualifier?: string
}

/**
 * The candidates that answer a query, best first: those in the named area, exact before prefix, own
 * name before other spelling, then the larger population, then a home country, then the lower id.
 * There are three places called Shenzhen; the city of 17 million comes first in either language.
 */
export function rankPlaces(
  candidates: readonly Place[],
  query: string,
  { homeCountries, qualifier = '' }: Ranking,
): readonly Place[] {
  const name = normaliseName(query)
  const area = normaliseName(qualifier)
  if (!name) return []
  const home = (place: Place): number => {
    const position = homeCountries.indexOf(place.countryCode)
    return position < 0 ? homeCountries.length : position
  }
  return candidates
    .flatMap((place) => {
      const rank = closeness(place, name)
      return rank === null ? [] : [{ place, rank, there: area !== '' && qualifies(place, area) }]
    })
    .toSorted(
      (a, b) =>
        Number(b.there) - Number(a.there) ||
        a.rank - b.rank ||
        b.place.population - a.place.population ||
        home(a.place) - home(b.place) ||
        a.place.id.localeCompare(b.place.id, 'en', { numeric: true }),
    )
    .map(({ place }) => place)
}

const NAMESAKES_SHOWN = 3

/** The place that is meant: the one somebody chose by its id, else the best; null without any. */
export const placeMeant = (places: readonly Place[], chosenId: string): Place | null =>
  places.find(({ id }) => id === chosenId) ?? places[0] ?? null

/** Up to three other places that share a name with one, in the order given, for "did you mean". */
export const namesakesOf = (place: Place, places: readonly Place[]): readonly Place[] =>
  places
    .filter((other) => other.id !== place.id)
    .filter(({ name }) => name.en === place.name.en || name['zh-CN'] === place.name['zh-CN'])
    .slice(0, NAMESAKES_SHOWN)
