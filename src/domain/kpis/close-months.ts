import { localDayOf } from '../outlets/kept-wall-time.ts'
import { addDays } from '../outlets/wall-time.ts'
import type { PackedCounts } from './figure-of.ts'
import { NO_OUTLET } from './no-outlet.ts'
import { type PeerTraits, peersKey } from './peers.ts'

/** Stands for the whole network among regions: their ids begin with a country's two letters. */
export const NETWORK = 'network'

export type RegionNode = { readonly id: string; readonly parentId: string | null }
export type PlacedOutlet = {
  readonly code: string
  readonly regionId: string
  /** IANA zone. */
  readonly zone: string
  /** Whose it is; none = the maker's own. */
  readonly partnerId?: string | null
} & Partial<PeerTraits>

/** Stands for a partner among regions, whose ids know no slash. `partnerKey('p-1')` is `partner/p-1`. */
export const partnerKey = (partner: string): string => `partner/${partner}`

/** Where an outlet's counts go: its partner, outlets like it, its region, all above it, and last the network. */
export type RegionsOf = ReadonlyMap<string, readonly string[]>

/** How many months before the current one a late entry still reaches. */
const MONTHS_BEFORE = 4
const MONTH_LETTERS = 7

/** What each outlet counts in. What is about no outlet counts in the network alone. */
export function regionsOfOutlets(
  regions: readonly RegionNode[],
  outlets: readonly PlacedOutlet[],
): RegionsOf {
  const parents = new Map(regions.map(({ id, parentId }) => [id, parentId]))
  const lineOf = (id: string | null | undefined): readonly string[] =>
    id === null || id === undefined || !parents.has(id) ? [] : [id, ...lineOf(parents.get(id))]
  return new Map([
    [NO_OUTLET, [NETWORK]],
    ...outlets.map(({ code, regionId, partnerId, kind, benches }) => {
      const partner = partnerId == null ? [] : [partnerKey(partnerId)]
      const alike = kind === undefined || benches === undefined ? [] : [peersKey({ kind, benches })]
      const line = [...partner, ...alike, ...lineOf(regionId), NETWORK]
      return [code, line] as [string, readonly string[]]
    }),
  ])
}

/**
 * The last local day that has ended at every outlet of each region at an instant (epoch ms).
 * At noon in Shanghai on 2 October, a region of its outlets: `2026-10-01`.
 */
export function endedDays(
  outlets: readonly PlacedOutlet[],
  regionsOf: RegionsOf,
  now: number,
): ReadonlyMap<string, string> {
  const ended = new Map<string, string>()
  for (const { code, zone } of outlets) {
    const yesterday = addDays(localDayOf(zone, now), -1)
    for (const region of regionsOf.get(code) ?? []) {
      const known = ended.get(region)
      if (known === undefined || yesterday < known) ended.set(region, yesterday)
    }
  }
  return ended
}

/** The months that a close adds up anew: that of a local day, and four before, newest first. */
export function monthsToClose(day: string): readonly string[] {
  const months = [day.slice(0, MONTH_LETTERS)]
  while (months.length <= MONTHS_BEFORE) {
    months.push(addDays(`${months.at(-1)}-01`, -1).slice(0, MONTH_LETTERS))
  }
  return months
}

export type OutletCounts = { readonly outlet: string; readonly counts: PackedCounts }

/**
 * Adds packed counts of outlets up by region, from every database they stand in; measures that come to
 * nothing are left out. An outlet that nobody knows counts in the network.
 */
export function newRegionSums(regionsOf: RegionsOf) {
  const sums = new Map<string, Map<string, number>>()
  return {
    add: ({ outlet, counts }: OutletCounts): void => {
      for (const region of regionsOf.get(outlet) ?? [NETWORK]) {
        const sum = sums.get(region) ?? new Map<string, number>()
        for (const measure in counts) {
          sum.set(measure, (sum.get(measure) ?? 0) + (counts[measure] ?? 0))
        }
        sums.set(region, sum)
      }
    },
    of: (region: string): PackedCounts =>
      Object.fromEntries([...(sums.get(region) ?? [])].filter(([, count]) => count !== 0)),
  }
}
