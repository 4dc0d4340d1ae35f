import type { RegionLevel } from '../outlets/outlet.ts'

/** The region of the network that a place is, with outlets counted and a page of its own. */
export type PlaceRegion = {
  readonly id: string
  readonly level: RegionLevel
  readonly outletCount: number
}

/** A place a person can name, from the gazetteer: a town, a city, a postal code. */
export type Place = {
  /** GeoNames id; `zip-` and a US ZIP code; `area-` and a first-level division; `region-` and a region. */
  readonly id: string
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  /** Province, and city for a town: what tells two places of one name apart. '' when not known. */
  readonly area: { readonly en: string; readonly 'zh-CN': string }
  readonly countryCode: string
  readonly lat: number
  readonly lon: number
  /** 0 = nobody counted. */
  readonly population: number
  /** Other spellings people use, normalised by `normaliseName`. */
  readonly otherNames: readonly string[]
  readonly region?: PlaceRegion
}

/** Whether a place is a division or a district: its `population` then only ranks it. */
export const isArea = ({ id }: Pick<Place, 'id'>): boolean => id.startsWith('area-')

/** One place in a shard file. An empty Chinese name stands for the same as the English one. */
export type PlaceRow = readonly [
  id: string,
  en: string,
  zh: string,
  /** Position in the shard's `areas`; -1 = none. */
  area: number,
  countryCode: string,
  lat: number,
  lon: number,
  population: number,
  otherNames?: readonly string[],
]

/** `/data/places/<shard>.json`: the places whose normalised names lie in the shard's range. */
export type PlaceShard = {
  readonly areas: readonly (readonly [en: string, zh: string])[]
  readonly places: readonly PlaceRow[]
}

/**
 * `/data/places/index.json`: where each shard's range of paths begins, ascending. A shard is named by
 * its beginning and ends where the next one begins; each is small enough to send to a phone.
 */
export type PlaceShardIndex = { readonly from: readonly string[] }

/** The places of a shard file. Rows keep their order. */
export const readShard = (shard: PlaceShard): readonly Place[] =>
  shard.places.map(([id, en, zh, area, countryCode, lat, lon, population, otherNames]) => {
    const [areaEn, areaZh] = shard.areas[area] ?? ['', '']
    return {
      id,
      name: { en, 'zh-CN': zh || en },
      area: { en: areaEn, 'zh-CN': areaZh || areaEn },
      countryCode,
      lat,
      lon,
      population,
      otherNames: otherNames ?? [],
    }
  })
