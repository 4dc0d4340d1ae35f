import {
  endedDays,
  newRegionSums,
  type PlacedOutlet,
  type RegionsOf,
  regionsOfOutlets,
} from '#domain/kpis/close-months.ts'
import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { packedBelow } from '#domain/kpis/packed-below.ts'
import { isPeersKey, outletsCounted } from '#domain/kpis/peers.ts'
import { addedUp } from '#domain/surveys/figures.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere, readTogether } from '#functions/db/statement.ts'
import {
  type ClosedRegion,
  closedOfMonth,
  closeRegions,
  countsOfMonth,
  everyPlacedOutlet,
  everyRegion,
  packBelow,
} from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'>

/** Outlets whose rows are read at once, and regions whose rows are written by one statement. */
const OUTLETS_AT_ONCE = 250
const REGIONS_AT_ONCE = 20

async function sumsOf({ databases }: Asking, month: string, regionsOf: RegionsOf) {
  const sums = newRegionSums(regionsOf)
  const byOutlet = new Map<string, PackedCounts>()
  const codes = [...regionsOf.keys()]
  for (let from = 0; from < codes.length; from += OUTLETS_AT_ONCE) {
    const part = codes.slice(from, from + OUTLETS_AT_ONCE)
    const rows = await readEverywhere(databases.all.map((one) => countsOfMonth(one, part, month)))
    for (const { outlet, counts: json } of rows.flat()) {
      const counts: PackedCounts = JSON.parse(json)
      sums.add({ outlet, counts })
      const known = byOutlet.get(outlet)
      byOutlet.set(outlet, known ? addedUp([known, counts]) : counts)
    }
  }
  return { sums, countsOf: (outlet: string) => byOutlet.get(outlet) ?? {} }
}

/** Whether a day has ended somewhere since a month was last added up. */
async function isBehind({ hub }: Asking, month: string, ended: ReadonlyMap<string, string>) {
  const [rows] = await readTogether([closedOfMonth(hub, month)])
  const closed = new Map(rows.map((row) => [row.region_id, row.closed_through]))
  return [...ended].some(([region, day]) => (closed.get(region) ?? '') < day)
}

/** Every outlet there is, closed ones too, with the regions that each counts in. */
export async function placedNetwork({ hub }: Asking): Promise<{
  readonly outlets: readonly (PlacedOutlet & { readonly en: string; readonly zh: string })[]
  readonly regionsOf: RegionsOf
}> {
  const [regions, outlets] = await readTogether([everyRegion(hub), everyPlacedOutlet(hub)])
  return { outlets, regionsOf: regionsOfOutlets(regions, outlets) }
}

/**
 * Adds the rows of regions, partners, outlets that are alike and the network of a month up, and packs what outlets are compared by, from the outlets' rows, in whichever database
 * those stand, where a local day has ended since it was done last. Done again it writes the same, so
 * what broke off is simply done again. Answers what to write: nothing where no day ended.
 */
export async function closeMonth(asking: Asking, month: string): Promise<readonly Prepared[]> {
  const { outlets, regionsOf } = await placedNetwork(asking)
  const ended = endedDays(outlets, regionsOf, asking.now)
  if (!(await isBehind(asking, month, ended))) return []
  const { sums, countsOf } = await sumsOf(asking, month, regionsOf)
  const alike = (key: string) =>
    outlets
      .filter(({ code }) => regionsOf.get(code)?.includes(key))
      .map(({ code }) => countsOf(code))
  const rows: readonly ClosedRegion[] = [...ended].map(([region, day]) => [
    region,
    { ...sums.of(region), ...(isPeersKey(region) && outletsCounted(alike(region))) },
    day,
  ])
  const regions = Array.from({ length: Math.ceil(rows.length / REGIONS_AT_ONCE) }, (_, place) =>
    closeRegions(
      asking.hub,
      month,
      rows.slice(place * REGIONS_AT_ONCE, (place + 1) * REGIONS_AT_ONCE),
    ),
  )
  return [...packBelow(asking.hub, month, packedBelow(outlets, regionsOf, countsOf)), ...regions]
}
