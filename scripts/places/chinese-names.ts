import { chineseStem } from '#domain/places/normalise-name.ts'
import type { GazetteerRow } from './read-gazetteer.ts'

const CHINESE_ONLY = /^\p{Script=Han}{2,}$/u

/** Every character of GB 2312 rows 16-87, China's simplified set; traditional-only forms aren't in it. */
function simplifiedCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('gbk')
  const characters = new Set<string>()
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      characters.add(decoder.decode(Uint8Array.of(row, cell)))
    }
  }
  return characters
}

const SIMPLIFIED = simplifiedCharacters()
const isSimplified = (name: string): boolean => [...name].every((char) => SIMPLIFIED.has(char))

export const chineseNamesOf = (row: GazetteerRow): readonly string[] =>
  row.alternateNames.filter((name) => CHINESE_ONLY.test(name))

/** 東京 beside 东京 says 東 is 东: learns the traditional characters from the gazetteer's own pairs. */
export function learnSimplification(rows: readonly GazetteerRow[]): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const names = chineseNamesOf(row)
    for (const traditional of names.filter((name) => !isSimplified(name))) {
      for (const simplified of names.filter(isSimplified))
        countPairs(votes, traditional, simplified)
    }
  }
  return new Map(
    [...votes].map(([char, counts]) => {
      const [best] = [...counts].toSorted((a, b) => b[1] - a[1])
      return [char, best?.[0] ?? char]
    }),
  )
}

function countPairs(
  votes: Map<string, Map<string, number>>,
  traditional: string,
  simplified: string,
): void {
  const [from, to] = [[...traditional], [...simplified]]
  if (from.length !== to.length) return
  const differing = from.flatMap((char, at) => (char === to[at] ? [] : [at]))
  if (!differing.every((at) => !SIMPLIFIED.has(from[at] ?? ''))) return
  for (const at of differing) {
    const counts = votes.get(from[at] ?? '') ?? new Map<string, number>()
    counts.set(to[at] ?? '', (counts.get(to[at] ?? '') ?? 0) + 1)
    votes.set(from[at] ?? '', counts)
  }
}

const byPinyin = new Intl.Collator('zh-u-co-pinyin')

/**
 * The Chinese names whose spelled-out pinyin is the place's own name. The gazetteer lists both, each
 * in its own order; sorted by pinyin they stand side by side when none is missing.
 */
function namesSpelledLike(names: readonly string[], row: GazetteerRow): readonly string[] {
  const spellings = row.alternateNames
    .filter((name) => /^[a-z]+(?: [a-z]+)+$/.test(name))
    .toSorted()
  const sorted = names.toSorted(byPinyin.compare)
  const fits = sorted.every((name, at) => spellings[at]?.split(' ').length === [...name].length)
  if (!fits || spellings.length !== sorted.length) return []
  const own = row.asciiName.toLowerCase().replace(/[^a-z]/g, '')
  return sorted.filter((_, at) => spellings[at]?.replaceAll(' ', '').startsWith(own))
}

/**
 * The Chinese name to show: simplified, the one that belongs to the place's Latin name, a city
 * without its 市, a county or town with its 县 or 镇. null when the gazetteer has none.
 */
export function chineseName(
  row: GazetteerRow,
  simplification: ReadonlyMap<string, string>,
): string | null {
  const all = chineseNamesOf(row)
  const given = all.filter(isSimplified)
  const converted = all.map((name) =>
    [...name].map((char) => simplification.get(char) ?? char).join(''),
  )
  const names = given.length > 0 ? given : [...new Set(converted)]
  const own = namesSpelledLike(names, row)
  const pool = own.length > 0 ? own : names
  const city = pool.find((name) => name.endsWith('市') && chineseStem(name) !== name)
  if (city) return chineseStem(city)
  const ended = pool.find((name) => chineseStem(name) !== name && pool.includes(chineseStem(name)))
  return ended ?? pool.toSorted((a, b) => a.length - b.length)[0] ?? null
}
