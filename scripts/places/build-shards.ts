import { chineseStem, normaliseName } from '#domain/places/normalise-name.ts'
import type { PlaceRow, PlaceShard, PlaceShardIndex } from '#domain/places/place.ts'
import { largestUnder, SHARDS_READ_AT_MOST, shardPath, shardSpan } from '#domain/places/shard-of.ts'
import type { PlaceEntry } from './place-entries.ts'

/** A shard holds at most this much JSON, some 6 KB on the wire. */
const SHARD_BYTES = 16_000
/** What a crowded prefix offers to somebody who has typed no more than that. */
const LARGEST_SHOWN = 40

type Spelling = { readonly path: string; readonly key: string; readonly place: PlaceEntry }

export type Shards = {
  readonly index: PlaceShardIndex
  readonly files: ReadonlyMap<string, PlaceShard>
}

function shardFile(spellings: readonly Spelling[]): PlaceShard {
  const areas: (readonly [string, string])[] = []
  const areaAt = new Map<string, number>()
  const keysOf = new Map<PlaceEntry, string[]>()
  for (const { place, key } of spellings) keysOf.set(place, [...(keysOf.get(place) ?? []), key])
  const places = [...keysOf].map(([place, keys]): PlaceRow => {
    const name = place.area[0]
    if (name && !areaAt.has(name)) areaAt.set(name, areas.push(place.area) - 1)
    const own = [normaliseName(place.en), place.zh, chineseStem(place.zh)]
    const other = keys.filter((key) => !own.includes(key))
    const { id, en, zh, countryCode, lat, lon, population } = place
    const area = name ? (areaAt.get(name) ?? -1) : -1
    const row = [id, en, zh, area, countryCode, lat, lon, population] as const
    return other.length > 0 ? [...row, other] : row
  })
  return { areas, places }
}

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

const spellingsOf = (entries: readonly PlaceEntry[]): readonly Spelling[] =>
  entries
    .flatMap((place) => place.keys.map((key) => ({ path: shardPath(key), key, place })))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

/** The shortest beginning of `path` that still sorts after `before`. */
function shortestAfter(before: string, path: string): string {
  let length = 1
  while (path.slice(0, length) <= before) length++
  return path.slice(0, length)
}

/** Cuts sorted spellings into ranges that fit a shard; equal paths stay together. */
function cutRanges(spellings: readonly Spelling[]): ReadonlyMap<string, readonly Spelling[]> {
  const ranges = new Map<string, Spelling[]>()
  let range: Spelling[] = []
  let bytes = 0
  let last = ''
  for (const [path, group] of Map.groupBy(spellings, (one) => one.path)) {
    const more = jsonBytes(shardFile(group).places)
    if (range.length === 0 || bytes + more > SHARD_BYTES) {
      range = []
      bytes = 0
      ranges.set(shortestAfter(last, path), range)
    }
    range.push(...group)
    bytes += more
    last = path
  }
  return ranges
}

/** Every prefix that spans more shards than a search may read, with its spellings. */
function crowdedPrefixes(
  spellings: readonly Spelling[],
  from: readonly string[],
): ReadonlyMap<string, readonly Spelling[]> {
  const crowded = new Map<string, readonly Spelling[]>()
  const descend = (group: readonly Spelling[], length: number): void => {
    const longer = group.filter(({ path }) => path.length >= length)
    for (const [prefix, below] of Map.groupBy(longer, ({ path }) => path.slice(0, length))) {
      const [first, last] = shardSpan(prefix, from)
      if (last - first < SHARDS_READ_AT_MOST) continue
      crowded.set(prefix, below)
      descend(below, length + 1)
    }
  }
  descend(spellings, 'p-a'.length)
  return crowded
}

/** The places named exactly like a prefix and the largest of those that go on. */
function largestOf(prefix: string, spellings: readonly Spelling[]): readonly Spelling[] {
  const bySize = spellings.toSorted((a, b) => b.place.population - a.place.population)
  const shown = new Set<PlaceEntry>()
  for (const { place } of bySize) if (shown.size < LARGEST_SHOWN) shown.add(place)
  return bySize.filter(({ path, place }) => path === prefix || shown.has(place))
}

/** The shards of a gazetteer, each small enough to send, and the index that finds them. */
export function buildShards(entries: readonly PlaceEntry[]): Shards {
  const spellings = spellingsOf(entries)
  const ranges = cutRanges(spellings)
  const from = [...ranges.keys()]
  const files = new Map<string, PlaceShard>()
  for (const [name, range] of ranges) files.set(name, shardFile(range))
  for (const [prefix, below] of crowdedPrefixes(spellings, from)) {
    files.set(largestUnder(prefix), shardFile(largestOf(prefix, below)))
  }
  return { index: { from }, files }
}
