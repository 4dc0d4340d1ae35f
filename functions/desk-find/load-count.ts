import { ON_SHELF_STATUSES } from '#domain/desk/count-shelf.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { NotPermitted } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { onShelf } from './count-store.ts'

export type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte' | 'keys'> & {
  readonly staff: Staff
}

export type CountRefusal = 'unknown_outlet' | 'not_your_role' | 'not_found' | 'not_allowed_now'

export type CountedOutlet =
  | { readonly ok: true; readonly outlet: Outlet; readonly database: Database }
  | { readonly ok: false; readonly refusal: 'unknown_outlet' | 'not_your_role' }

const REFUSALS = { out_of_scope: 'unknown_outlet', not_your_role: 'not_your_role' } as const

const refuse = (why: NotPermitted): CountedOutlet => ({ ok: false, refusal: REFUSALS[why] })

/** The outlet whose phones are counted, for somebody who may; out of scope it isn't there. */
export async function countedOutlet(asking: Asking, code: string): Promise<CountedOutlet> {
  const { hub, databases } = asking
  const why = await whyNotAtOutlet(asking, code, 'devices.count')
  if (why) return refuse(why)
  const [rows] = await readTogether([outletOnRecord(hub, code)])
  const placed = placedOutlet(rows)
  if (!placed) return refuse('out_of_scope')
  return { ok: true, outlet: placed.outlet, database: databases.of(placed.outlet.bucket) }
}

/** Phones of one outlet that are counted at most. */
const MOST_PHONES = 5_000

/** The codes of all phones that lie at an outlet by the records, wherever their repairs are stored. */
export async function onRecordAt(
  { databases }: Pick<Asking, 'databases'>,
  outlet: string,
): Promise<readonly string[]> {
  const wish = { statuses: ON_SHELF_STATUSES, most: MOST_PHONES }
  const rows = await readEverywhere(databases.all.map((one) => onShelf(one, outlet, wish)))
  return rows.flat().map(({ code }) => code)
}
