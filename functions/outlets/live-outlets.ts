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
import { type ChangedRow, changedAfter, lastChange, outletsByCode } from './store.ts'

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

/** Puts changed rows at hand; of a whole page of them only those that were asked for before. */
function overwrite(atHand: AtHand, changed: readonly Outlet[]): void {
  const isPage = changed.length === CHANGES_A_TRIP
  for (const outlet of changed) {
    if (!isPage || atHand.has(outlet.code)) atHand.set(outlet.code, outlet)
  }
}

const positionOf = ({ changed_seq, code }: ChangedRow) => ({ seq: changed_seq, code })

/** What is known of the changes, unless the database was set back to before them. */
async function startingChanges(
  built: OutletIndex,
  counter: number | undefined,
  known: Changes,
): Promise<Changes | null> {
  const isSetBack = known.upTo.seq > built.seq && (counter ?? 0) < known.upTo.seq
  return isSetBack ? noChanges(built) : null
}
