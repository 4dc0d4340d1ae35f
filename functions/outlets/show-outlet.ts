import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletFromRow } from './outlet-rows.ts'
import { outletByCode } from './store.ts'

export type ShownOutlet = { readonly outlet: Outlet; readonly version: number }

/** One outlet as it stands, whatever its state; null = no outlet has this code. */
export async function showOutlet(hub: Database, code: string): Promise<ShownOutlet | null> {
  const [[row]] = await readTogether([outletByCode(hub, code)])
  return row ? { outlet: outletFromRow(row), version: row.version } : null
}
