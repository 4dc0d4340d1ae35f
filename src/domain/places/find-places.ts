import { chineseStem, normaliseName } from './normalise-name.ts'
import type { Place, PlaceShard, PlaceShardIndex } from './place.ts'
import { readShard } from './place.ts'
import { rankPlaces } from './rank-places.ts'
import { shardsOf } from './shard-of.ts'

/** Loads a file under `/data/places/` by its name; null = no such file. */
export type LoadPlaceFile = (name: string) => Promise<unknown>

export type PlaceSearch = {
  readonly load: LoadPlaceFile
  readonly homeCountries: readonly string[]
  readonly limit: number
}

type Reading = { readonly name: string; readonly qualifier: string }

/**
 * The ways to read what somebody typed, likeliest first: as a whole, `place, area`, and the Chinese
 * `province city` run together.
 */
function readings(query: string): readonly Reading[] {
  const text = query.normalize('NFKC').trim()
  const ways: Reading[] = [{ name: text, qualifier: '' }]
  const comma = /^([^,、]+)[,、](.+)$/u.exec(text)
  if (comma) ways.unshift({ name: comma[1] ?? '', qualifier: comma[2] ?? '' })
  const stem = chineseStem(normaliseName(text))
  if (stem !== normaliseName(text)) ways.push({ name: stem, qualifier: '' })
  const nested = /^(.{2,}?(?:自治区|[省市州盟]))\s*(\p{Script=Han}{2,})$/u.exec(text)
  if (nested) ways.push({ name: nested[2] ?? '', qualifier: nested[1] ?? '' })
  const spaced = /^(\p{Script=Han}+)\s+(\p{Script=Han}+)$/u.exec(text)
  if (spaced) ways.push({ name: spaced[2] ?? '', qualifier: spaced[1] ?? '' })
  return ways
}

/**
 * The places that answer a query, best first, at most `limit`. Reads the shard index and one or
 * two shards (more only when another way to read the query has to be tried). Nothing found, or no gazetteer, is an empty
 * list; errors of `load` pass through.
 */
export async function findPlaces(query: string, search: PlaceSearch): Promise<readonly Place[]> {
  if (!normaliseName(query)) return []
  const index = (await search.load('index')) as PlaceShardIndex | null
  if (!index) return []
  for (const { name, qualifier } of readings(query)) {
    const files = await Promise.all(shardsOf(name, index).map(search.load))
    const candidates = files.flatMap((file) => (file ? readShard(file as PlaceShard) : []))
    const { homeCountries } = search
    const found = rankPlaces(candidates, name, { homeCountries, qualifier })
    if (found.length > 0) return found.slice(0, search.limit)
  }
  return []
}
