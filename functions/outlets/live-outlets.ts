import type { Outlet } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import {
  type Changes,
  forFinding,
  keepChanges,
  knownChanges,
  noChanges,
  withChanges,
} from './changes-since-build.ts'
import { outletFromRow } from './outlet-rows.ts'
import {
  type ChangedRow,
  type ChangePosition,
  changedAfter,
  lastChange,
  outletsByCode,
} from './store.ts'

export type KnownNetwork = { readonly built: OutletIndex; readonly changes: Changes }

export type LiveWish = {
  /** How many outlets the answer needs at most. */
  readonly need: number
  /** The best codes of the network as it is known, best first, at most `most`. */
  readonly pick: (network: KnownNetwork, most: number) => readonly string[]
}

/** Read beyond what is needed, so that a few changes since the last look cost no second trip. */
const SPARE = 4
/** Changes read in one trip: about two megabytes. */
const CHANGES_A_TRIP = 2_000

/** Rows by code as of the last trip; null = the database has no such outlet. */
type AtHand = Map<string, Outlet | null>

const pickAll = (wishes: readonly LiveWish[], network: KnownNetwork) =>
  wishes.map(({ need, pick }) => pick(network, need + SPARE))

/** Codes without which the wishes can't be answered yet. */
const lacking = (
  wishes: readonly LiveWish[],
  picked: readonly (readonly string[])[],
  atHand: AtHand,
): readonly string[] =>
  wishes
    .flatMap(({ need }, place) =>
      (picked[place] ?? []).filter((code) => atHand.get(code) !== null).slice(0, need),
    )
    .filter((code) => !atHand.has(code))

const nextPage = (hub: Database, upTo: ChangePosition) => changedAfter(hub, upTo, CHANGES_A_TRIP)

const positionOf = (row: ChangedRow | undefined): ChangePosition | null =>
  row ? { seq: row.changed_seq, code: row.code } : null

/** Puts changed rows at hand; of a whole page of them only those that were asked for before. */
function overwrite(atHand: AtHand, changed: readonly Outlet[]): void {
  const isPage = changed.length === CHANGES_A_TRIP
  for (const outlet of changed) {
    if (!isPage || atHand.has(outlet.code)) atHand.set(outlet.code, outlet)
  }
}

const isSetBack = (known: Changes, counter: number): boolean =>
  known.outdated.size > 0 && counter < known.upTo.seq

/**
 * Reads the outlets asked for and, as of the same moment, what changed after `known`; answers `known`
 * itself when nothing did. A database that was set back to before `known` is read anew.
 */
async function catchUp(
  hub: Database,
  { built, changes: known }: KnownNetwork,
  { asked, atHand }: { readonly asked: readonly string[]; readonly atHand: AtHand },
): Promise<Changes> {
  const [[counter], changedRows, rows] = await readTogether([
    lastChange(hub),
    nextPage(hub, known.upTo),
    outletsByCode(hub, asked),
  ])
  for (const code of asked) atHand.set(code, null)
  for (const outlet of rows.map(outletFromRow)) atHand.set(outlet.code, outlet)
  if (isSetBack(known, counter?.value ?? 0)) {
    return await catchUp(hub, { built, changes: noChanges(built) }, { asked: [], atHand })
  }
  const later: Outlet[] = []
  let { upTo } = known
  for (let page = changedRows; ; [page] = await readTogether([nextPage(hub, upTo)])) {
    const outlets = page.map(outletFromRow)
    overwrite(atHand, outlets)
    later.push(...outlets.map(forFinding))
    upTo = positionOf(page.at(-1)) ?? upTo
    if (page.length < CHANGES_A_TRIP) break
  }
  return later.length === 0 ? known : withChanges(known, later, upTo)
}

/**
 * The outlets that answer some wishes, as they stand in the database this moment, best first by what
 * the indexes know. One trip reads the proposed ones with a few to spare and what changed since this
 * isolate last looked; only when that brings others forward, a second trip reads those.
 */
export async function liveOutlets(
  hub: Database,
  built: OutletIndex,
  wishes: readonly LiveWish[],
): Promise<readonly (readonly Outlet[])[]> {
  let changes = knownChanges(built)
  let picked = pickAll(wishes, { built, changes })
  let asked: readonly string[] = [...new Set(picked.flat())]
  const atHand: AtHand = new Map()
  for (;;) {
    const newer = await catchUp(hub, { built, changes }, { asked, atHand })
    if (newer !== changes) {
      changes = newer
      keepChanges(built, changes)
      picked = pickAll(wishes, { built, changes })
    }
    asked = lacking(wishes, picked, atHand)
    if (asked.length === 0) {
      return picked.map((codes) => codes.flatMap((code) => atHand.get(code) ?? []))
    }
  }
}
