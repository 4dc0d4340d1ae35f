import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { belowPartner, belowRegion, type PackedOutlet } from '#domain/kpis/packed-below.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletsBelow, type PlaceRow, type RegionCountsRow, regionsBelow } from './read-store.ts'
import {
  type Asking,
  type PlaceName,
  type PlaceRefusal,
  type SeenPlace,
  seePlace,
} from './see-place.ts'

export type PlaceBelow = {
  readonly key: string
  readonly id: string
  readonly name: PlaceName
  readonly counts: PackedCounts
}

export type Below = {
  /** By name or code, never by rank; none = there is nothing below. */
  readonly places: readonly PlaceBelow[]
  readonly by: 'regions' | 'outlets'
  /** There are more outlets than one page compares: a smaller region must be chosen. */
  readonly isTooMany: boolean
}

const MOST_OUTLETS = 500
/** A region of one region is looked through: it would be compared with itself. */
const DEEPEST = 3

const below = (kind: 'region' | 'outlet', row: PlaceRow, counts: PackedCounts): PlaceBelow => ({
  ...{ key: `${kind}/${row.id}`, id: row.id, counts },
  name: { en: row.name_en, 'zh-CN': row.name_zh },
})

const sorted = (places: readonly PlaceBelow[]): readonly PlaceBelow[] =>
  places.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** The first level below with more than one region. */
async function regionsUnder(
  { hub }: Asking,
  parent: string | null,
  month: string,
): Promise<readonly RegionCountsRow[]> {
  let from = parent
  for (let level = 0; level < DEEPEST; level++) {
    const [rows] = await readTogether([regionsBelow(hub, from, month)])
    const [only] = rows
    if (rows.length !== 1 || !only) return rows
    from = only.id
  }
  return []
}

const prefixOf = ({ place, path }: SeenPlace): string =>
  place.kind === 'partner' ? belowPartner(place.id) : belowRegion(path?.regions ?? [])

async function outletsUnder({ hub }: Asking, seen: SeenPlace, month: string): Promise<Below> {
  const wish = { month, prefix: prefixOf(seen), most: MOST_OUTLETS + 1 }
  const [rows] = await readTogether([outletsBelow(hub, wish)])
  const outlets = rows.flatMap((row) => JSON.parse(row.outlets) as readonly PackedOutlet[])
  if (outlets.length > MOST_OUTLETS) return { places: [], by: 'outlets', isTooMany: true }
  const places = outlets.map(([id, name_en, name_zh, counts]) =>
    below('outlet', { id, name_en, name_zh }, counts),
  )
  return { places: sorted(places), by: 'outlets', isTooMany: false }
}

export type BelowWish = {
  readonly place: string | null
  readonly month: string
  /** null = regions where there are several, else outlets. */
  readonly by: Below['by'] | null
}

/**
 * The places below one with their packed counts of a month, as they were closed: regions, a row of each, or
 * outlets, a row of a hundred that are in the same region. Who may see a place may see what lies below it.
 */
export async function readBelow(
  asking: Asking,
  { place, month, by }: BelowWish,
): Promise<Below | { readonly refusal: PlaceRefusal }> {
  const seen = await seePlace(asking, place)
  if ('refusal' in seen) return seen
  const { kind, id } = seen.place
  if (kind === 'outlet') return { places: [], by: 'outlets', isTooMany: false }
  if (by !== 'outlets' && kind !== 'partner') {
    const rows = await regionsUnder(asking, kind === 'network' ? null : id, month)
    if (rows.length > 0 || by === 'regions') {
      const places = rows.map((row) =>
        below('region', row, row.counts ? JSON.parse(row.counts) : {}),
      )
      return { places: sorted(places), by: 'regions', isTooMany: false }
    }
  }
  return await outletsUnder(asking, seen, month)
}
