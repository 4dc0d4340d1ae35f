import { NETWORK } from '#domain/kpis/close-months.ts'
import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { NO_OUTLET } from '#domain/kpis/no-outlet.ts'
import type { CountsByPlace, PublishedPlace } from '#domain/publications/months-of-places.ts'
import { monthAfter } from '#domain/publications/publication-calendar.ts'
import type { PublishedExclusion } from '#domain/publications/publication-document.ts'
import { isPublishedMeasure } from '#domain/publications/published-measures.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { countsTakenOut, MONTHS_BACK } from './read-exclusions.ts'
import { countsOfMonths } from './store.ts'

/** Outlets whose months are read at once. */
const OUTLETS_AT_ONCE = 50

/** An outlet or region with all above it, the network last. */
function linesOf(places: readonly PublishedPlace[]) {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]))
  const lineOf = (id: string): readonly string[] => {
    const parent = parents.get(id)
    return parent === undefined ? [id] : [id, ...lineOf(parent)]
  }
  const outlets = places.filter(({ scope }) => scope === 'outlet')
  return new Map<string, readonly string[]>([
    [NO_OUTLET, [NO_OUTLET, NETWORK]],
    ...outlets.map(({ id }) => [id, lineOf(id)] as const),
  ])
}

type Gathering = {
  readonly places: readonly PublishedPlace[]
  readonly month: string
  readonly exclusions: readonly PublishedExclusion[]
}

/**
 * Packed counts of every outlet, region and the network by month, up to a month, out of the outlets'
 * rows in whichever database they stand, less the days that were excluded. Only what a publication tells
 * is kept.
 */
export async function gatherCounts(
  { databases }: Pick<Sources, 'databases'>,
  { places, month, exclusions }: Gathering,
): Promise<CountsByPlace> {
  const sums = new Map<string, Map<string, Record<string, number>>>()
  const lines = linesOf(places)
  const add = (place: string, at: string, counts: PackedCounts, sign: number) => {
    const months = sums.get(place) ?? new Map<string, Record<string, number>>()
    const sum = months.get(at) ?? {}
    for (const measure in counts) {
      if (!isPublishedMeasure(measure)) continue
      sum[measure] = (sum[measure] ?? 0) + sign * (counts[measure] ?? 0)
    }
    sums.set(place, months.set(at, sum))
  }
  const codes = [...lines.keys()]
  const span = { from: monthAfter(month, -MONTHS_BACK), to: month }
  for (let from = 0; from < codes.length; from += OUTLETS_AT_ONCE) {
    const outlets = codes.slice(from, from + OUTLETS_AT_ONCE)
    const rows = await readEverywhere(
      databases.all.map((one) => countsOfMonths(one, { outlets, ...span })),
    )
    for (const row of rows.flat()) {
      const counts = JSON.parse(row.counts) as PackedCounts
      for (const place of lines.get(row.outlet) ?? []) add(place, row.month, counts, 1)
    }
  }
  for (const { outlet, month: at, counts } of await countsTakenOut({ databases }, exclusions)) {
    for (const place of lines.get(outlet) ?? []) add(place, at, counts, -1)
  }
  return sums
}
