import type { Outlet } from '#domain/outlets/outlet.ts'
import { readPlaqueCode } from '#domain/outlets/plaque-code.ts'
import { type PlaqueStatus, plaqueStatus } from '#domain/outlets/plaque-verdict.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletFromRow } from './outlet-rows.ts'
import { outletByPlaque } from './store.ts'

export type PlaqueAnswer =
  /** Not a code that was ever issued: its check symbol or length is wrong. */
  | { readonly kind: 'mistyped' }
  /** Well formed, but no plaque of ours. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'found'; readonly outlet: Outlet; readonly status: PlaqueStatus }

/** Whose plaque a code is, and how that outlet stands at this moment. Reads at most one row. */
export async function verifyPlaque(
  { hub, now }: { readonly hub: Database; readonly now: number },
  text: string,
): Promise<PlaqueAnswer> {
  const plaqueCode = readPlaqueCode(text)
  if (plaqueCode === null) return { kind: 'mistyped' }
  const [[row]] = await readTogether([outletByPlaque(hub, plaqueCode)])
  if (!row) return { kind: 'unknown' }
  const outlet = outletFromRow(row)
  const standing = { ...outlet, plaqueRevokedAt: row.plaque_revoked_at }
  const today = wallTimeIn(outlet.zone, now).date
  return { kind: 'found', outlet, status: plaqueStatus(standing, today) }
}
