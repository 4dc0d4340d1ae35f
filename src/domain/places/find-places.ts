import { chineseStem, normaliseName } from './normalise-name.ts'
import { looksLikeCoordinates } from './parse-coordinates.ts'
import type { Place, PlaceShard, PlaceShardIndex } from './place.ts'
import { readShard } from './place.ts'
import { rankPlaces } from './rank-places.ts'
import { readings } from './read-query.ts'
import { type RegionNamesFile, regionPlaces, withRegions } from './region-names.ts'
import { shardsOf } from './shard-of.ts'

/** Loads a file under `/data/places/` by its name; null = no such file. */
export type LoadPlaceFile = (name: string) => Promise<unknown>

export type PlaceSearch = {
  readonly load: LoadPlaceFile
  /** Loads `/data/regions/names.json`; without it, or null, places are found by the gazetteer alone. */
  readonly loadRegions?: () => Promise<unknown>
  readonly homeCountries: readonly string[]
  readonly limit: number
}

const regionsOf = (file: unknown): readonly Place[] =>
  file ? regionPlaces(file as RegionNamesFile) : []

/**
 * The places that answer a query, best first, at most `limit`. Reads the shard index and one or
 * two shards (more only when another way to read the query has to be tried). Places that are regions
 * of the network know their region. Nothing found, or no gazetteer, is an empty list; errors of
 * `load` pass through.
 */
export async function findPlaces(query: string, search: PlaceSearch): Promise<readonly Place[]> {
  if (!normaliseName(query) || looksLikeCoordinates(query)) return []
  const [index, regionFile] = await Promise.all([
    search.load('index') as Promise<PlaceShardIndex | null>,
    search.loadRegions?.() ?? null,
  ])
  const regions = regionsOf(regionFile)
  for (const { name, qualifier, onlyThere } of readings(query)) {
    const ranking = { homeCountries: search.homeCountries, qualifier, onlyThere }
    const shards = index ? shardsOf(chineseStem(normaliseName(name)), index) : []
    const files = await Promise.all(shards.map(search.load))
    const places = files.flatMap((file) => (file ? readShard(file as PlaceShard) : []))
    const candidates = withRegions(distinct(places), rankPlaces(regions, name, ranking))
    const found = rankPlaces(candidates, name, ranking)
    if (found.length > 0) return found.slice(0, search.limit)
  }
  return []
}

/** A place with several spellings may stand in both shards, each with some of them. */
function distinct(places: readonly Place[]): readonly Place[] {
  const byId = new Map<string, Place>()
  for (const place of places) {
    const known = byId.get(place.id)
    const otherNames = [...(known?.otherNames ?? []), ...place.otherNames]
    byId.set(place.id, { ...place, otherNames })
  }
  return [...byId.values()]
}
