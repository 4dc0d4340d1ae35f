import type { Outlet } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletFromRow } from './outlet-rows.ts'
import { changedSince, outletsByCode } from './store.ts'

export type LiveOutlets = {
  /** Those the index proposed and still knows right, enough of them. */
  readonly known: readonly Outlet[]
  /** Those that changed since the index was built; the index's word on them counts no more. */
  readonly changed: readonly Outlet[]
}

type Wanted = {
  readonly index: OutletIndex
  /** How many known ones the answer needs at most. */
  readonly need: number
  /** The best codes of the index, at most `limit`, without those of `without`. */
  readonly pick: (limit: number, without: ReadonlySet<string>) => readonly string[]
}

/** Proposed beyond what is needed, so that a few changes since the build cost no second trip. */
const SPARE = 4

/**
 * Brings the static index up to date for one answer: one trip reads what changed since the build and
 * the proposed outlets with a few to spare. Only when more of those have changed, a second trip reads
 * the next ones; the answer is exact either way.
 */
export async function liveOutlets(
  hub: Database,
  { index, need, pick }: Wanted,
): Promise<LiveOutlets> {
  const most = need + SPARE
  const proposed = pick(most, new Set())
  const [changedRows, rows] = await readTogether([
    changedSince(hub, index.seq),
    outletsByCode(hub, proposed),
  ])
  const changed = changedRows.map(outletFromRow)
  const outdated = new Set(changed.map(({ code }) => code))
  const known = rows.map(outletFromRow).filter(({ code }) => !outdated.has(code))
  if (known.length >= need || proposed.length < most) return { known, changed }
  const [nextRows] = await readTogether([outletsByCode(hub, pick(need, outdated))])
  return { known: nextRows.map(outletFromRow), changed }
}
