import { normaliseName } from './normalise-name.ts'
import type { PlaceShardIndex } from './place.ts'

const isChinese = (name: string): boolean => /^\p{Script=Han}/u.test(name)

/**
 * The path of a normalised name through the tree of shards. Latin names go letter by letter under
 * `p-`, numbers under `z-`. A Chinese name goes under `h-` by two hex digits a character, the low
 * byte of its code point, so that thousands of first characters share some hundred files.
 * `shardPath('xian')` is `'p-xian'`, `shardPath('深圳')` is `'h-f133'`.
 */
export function shardPath(name: string): string {
  if (!isChinese(name)) return `${/^\d/.test(name) ? 'z' : 'p'}-${name}`
  const bytes = [...name].map((char) => ((char.codePointAt(0) ?? 0) & 0xff).toString(16))
  return `h-${bytes.map((byte) => byte.padStart(2, '0')).join('')}`
}

/** The last shard that begins at or before a path. */
function shardAt(path: string, from: readonly string[]): number {
  let low = 0
  let high = from.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((from[middle] ?? '') <= path) low = middle
    else high = middle - 1
  }
  return low
}

/** Sorts after every path that goes on from a prefix. */
const AFTER_ALL = '~'

/** The shards, by position, in which the paths beginning with `prefix` lie: `[first, last]`. */
export const shardSpan = (prefix: string, from: readonly string[]): readonly [number, number] => [
  shardAt(prefix, from),
  shardAt(prefix + AFTER_ALL, from),
]

/** Above this many shards a prefix has a shard of its own with its largest places. */
export const SHARDS_READ_AT_MOST = 2

/** The name of the shard with the largest places under a crowded prefix. */
export const largestUnder = (prefix: string): string => `top-${prefix}`

/**
 * The shard files that answer a query, one or two: those of its range, or, where a short prefix
 * spans more, the one with the largest places under it. Empty when nothing searchable is left.
 * `shardsOf('s', index)` is `['top-p-s']`.
 */
export function shardsOf(query: string, index: PlaceShardIndex): readonly string[] {
  const name = normaliseName(query)
  if (!name) return []
  const prefix = shardPath(name)
  const [first, last] = shardSpan(prefix, index.from)
  if (last - first >= SHARDS_READ_AT_MOST) return [largestUnder(prefix)]
  return index.from.slice(first, last + 1)
}
