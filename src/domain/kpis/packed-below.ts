import { type PlacedOutlet, partnerKey, type RegionsOf } from './close-months.ts'
import type { PackedCounts } from './figure-of.ts'
import { definitionOf, FIGURE_IDS } from './kpi-definitions.ts'
import { isPeersKey } from './peers.ts'

/** An outlet as it stands beside others: code, names in English and Chinese, what its figures are reckoned from. */
export type PackedOutlet = readonly [code: string, en: string, zh: string, counts: PackedCounts]

/** Outlets of one row, by the row's key. */
export type PackedBelow = ReadonlyMap<string, readonly PackedOutlet[]>

const OUTLETS_OF_ROW = 100

const named = new Set<string>()
const begun: string[] = []
for (const id of FIGURE_IDS) {
  const { formula } = definitionOf(id)
  if (formula.kind === 'quantile') begun.push(`${formula.sketch}~`)
  else if (formula.kind === 'net') begun.push(formula.scores)
  else for (const measure of [...formula.hits, ...formula.of]) named.add(measure)
}

/**
 * Of an outlet's counts those that a figure is reckoned from; the rest is nothing to compare by.
 * `comparedCounts({ closed: 2, 'repair.asked': 3 })` is `{ closed: 2 }`.
 */
export const comparedCounts = (counts: PackedCounts): PackedCounts =>
  Object.fromEntries(
    Object.entries(counts).filter(
      ([measure]) => named.has(measure) || begun.some((prefix) => measure.startsWith(prefix)),
    ),
  )

/**
 * The beginning of the keys of all rows with outlets of a region: the line of regions from the country
 * down, so that what lies below a region begins with its own. No regions: of the whole network.
 * `belowRegion(['cn-zhejiang', 'cn'])` is `region/cn/cn-zhejiang/`.
 */
export const belowRegion = (regions: readonly string[]): string =>
  ['region', ...regions.toReversed(), ''].join('/')

/** The beginning of the keys of all rows with outlets of a partner. `belowPartner('p-1')` is `partner/p-1/`. */
export const belowPartner = (partner: string): string => `${partnerKey(partner)}/`

type Named = PlacedOutlet & { readonly en: string; readonly zh: string }

/**
 * Outlets packed into rows, a hundred each, once by the region that they are in and once by their
 * partner; `countsOf` tells an outlet's counts of the month. Whoever looks below a place reads the rows
 * whose keys begin as its own does: never more rows than outlets.
 */
export function packedBelow(
  outlets: readonly Named[],
  regionsOf: RegionsOf,
  countsOf: (code: string) => PackedCounts,
): PackedBelow {
  const rows = new Map<string, PackedOutlet[]>()
  const put = (prefix: string, outlet: PackedOutlet) => {
    for (let part = 0; ; part++) {
      const row = rows.get(`${prefix}${part}`) ?? []
      rows.set(`${prefix}${part}`, row)
      if (row.length < OUTLETS_OF_ROW) return void row.push(outlet)
    }
  }
  for (const { code, en, zh, partnerId } of outlets) {
    const outlet: PackedOutlet = [code, en, zh, comparedCounts(countsOf(code))]
    const own = partnerId == null ? null : partnerKey(partnerId)
    const line = (regionsOf.get(code) ?? [])
      .filter((one) => one !== own && !isPeersKey(one))
      .slice(0, -1)
    put(belowRegion(line), outlet)
    if (partnerId != null) put(belowPartner(partnerId), outlet)
  }
  return rows
}
