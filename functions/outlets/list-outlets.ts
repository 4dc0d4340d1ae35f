import type { OutletFilter } from '#domain/outlets/filter.ts'
import { matcher } from '#domain/outlets/matching.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { type LiveWish, liveOutlets } from './live-outlets.ts'
import { staticIndex } from './static-index.ts'
import { codesInRegion, regionById } from './store.ts'

export type ListWish = {
  readonly limit: number
  /** The last code of the page before; null = from the beginning. */
  readonly after: string | null
  readonly region: string | null
  readonly filter: OutletFilter
}

export type OutletPage =
  | { readonly ok: true; readonly outlets: readonly Outlet[]; readonly next: string | null }
  | { readonly ok: false; readonly refusal: 'unknown_region' }

type Sources = { readonly hub: Database; readonly assets: Fetcher; readonly now: number }

/** Codes inside a region; null when there is no such region. */
async function inRegion(hub: Database, region: string): Promise<ReadonlySet<string> | null> {
  const [regions, codes] = await readTogether([regionById(hub, region), codesInRegion(hub, region)])
  return regions.length === 0 ? null : new Set(codes.map(({ code }) => code))
}

/** The codes of an index that belong on the list after `after`, in their order. */
function listed(
  index: OutletIndex,
  { after, filter }: ListWish,
  { now, inside }: { now: number; inside: ReadonlySet<string> | null },
): readonly string[] {
  const matches = matcher(index, filter, now)
  return index.entries
    .filter(({ code }) => (after === null || code > after) && (inside?.has(code) ?? true))
    .filter(matches)
    .map(({ code }) => code)
    .sort()
}

/**
 * One page of the outlets that serve customers now, by code: neither closed, disqualified nor
 * suspended at this moment, and every condition of the filter.
 */
export async function listOutlets(
  { hub, assets, now }: Sources,
  wish: ListWish,
): Promise<OutletPage> {
  const inside = wish.region === null ? null : await inRegion(hub, wish.region)
  if (wish.region !== null && inside === null) return { ok: false, refusal: 'unknown_region' }
  const index = await staticIndex(assets)
  const codes = listed(index, wish, { now, inside })
  const pick: LiveWish['pick'] = ({ changes }, most) =>
    [
      ...codes.filter((code) => !changes.outdated.has(code)),
      ...listed(changes.index, wish, { now, inside }),
    ]
      .sort()
      .slice(0, most)
  const [outlets = []] = await liveOutlets(hub, index, [{ need: wish.limit + 1, pick }])
  const page = outlets.slice(0, wish.limit)
  return {
    ok: true,
    outlets: page,
    next: outlets.length > page.length ? (page.at(-1)?.code ?? null) : null,
  }
}
