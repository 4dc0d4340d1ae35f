/** Fewer people than this, and nothing is said of them; fewer than the other, and no rate is. */
export const FEWEST_SHOWN = 10
export const FEWEST_FOR_RATE = 30

/** What a figure counts. Counts of repairs are not personal. */
export type CountedThing = 'people' | 'repairs'

/** How much of a figure is published: nothing, the count with its interval, or the rate too. */
export const DISCLOSURES = ['nothing', 'count', 'rate'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

/**
 * How much of a figure out of `n` may be published. The threshold is on the denominator: below 10 people
 * nothing, from 10 to 29 the count and its interval, from 30 the rate. Of repairs the count from 1 on.
 * `disclosureOf('people', 9)` is `nothing`, `disclosureOf('repairs', 9)` is `count`.
 */
export function disclosureOf(counted: CountedThing, n: number): Disclosure {
  const fewest = counted === 'people' ? FEWEST_SHOWN : 1
  if (n < fewest) return 'nothing'
  return n < FEWEST_FOR_RATE ? 'count' : 'rate'
}

/**
 * The lesser of two disclosures: a revision shows no more than what it revises did.
 * `lesserOf('rate', 'count')` is `count`.
 */
export const lesserOf = (a: Disclosure, b: Disclosure): Disclosure =>
  DISCLOSURES.indexOf(a) < DISCLOSURES.indexOf(b) ? a : b

/** A count that may be told, or null: it is hidden. */
export type Told<Key extends string = string> = Readonly<Record<Key, number | null>>

const SMALL = { from: 1, to: FEWEST_SHOWN - 1 }
const isSmall = (count: number): boolean => count >= SMALL.from && count <= SMALL.to

/**
 * A breakdown whose sum is published, with its small parts hidden: counts from 1 to 9, and where that is
 * exactly one, the next smallest too, since the sum would tell it. Of fewer than 10 altogether all is
 * hidden. What an earlier revision hid stays hidden. Nobody (0) is no one to protect.
 * `hideSmallParts({ slow: 40, price: 3, attitude: 12 })` is `{ slow: 40, price: null, attitude: null }`.
 */
export function hideSmallParts<Key extends string>(
  counts: Readonly<Record<Key, number>>,
  hiddenBefore: ReadonlySet<Key> = new Set(),
): Told<Key> {
  const parts = Object.entries(counts) as [Key, number][]
  const all = parts.reduce((sum, [, count]) => sum + count, 0)
  const isHidden = ([key, count]: [Key, number]) =>
    hiddenBefore.has(key) || isSmall(count) || isSmall(all)
  const hidden = new Set(parts.filter(isHidden).map(([key]) => key))
  const some = parts.filter(([, count]) => count > 0)
  const rising = some.filter(([key]) => !hidden.has(key)).toSorted(([, a], [, b]) => a - b)
  const counted = some.filter(([key]) => hidden.has(key))
  const isTooFew = () =>
    counted.length < 2 || counted.reduce((sum, [, count]) => sum + count, 0) < FEWEST_SHOWN
  while (counted.length > 0 && isTooFew()) {
    const next = rising.shift()
    if (!next) break
    counted.push(next)
    hidden.add(next[0])
  }
  return Object.fromEntries(
    parts.map(([key, count]) => [key, hidden.has(key) ? null : count]),
  ) as Told<Key>
}
