import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { type ParcelRow, repairsOfParcel } from './store.ts'

/** Numbers as carriers print them. */
const TRACKING = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}$/

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte'> & { readonly staff: Staff }

export type FoundParcel = {
  /** Null = unknown, out of scope, or of several repairs. */
  readonly code: string | null
  /** Says in the hub who looked; none = what was scanned is no parcel's number. */
  readonly log: readonly Prepared[]
}

async function isInScope(asking: Asking, row: ParcelRow): Promise<boolean> {
  const place = { atOutlet: row.at_outlet, homeOutlet: row.home_outlet }
  return (await actorFor(asking, place, 'intake.take')).ok
}

/**
 * The repair that a parcel's number was announced for, where the person may take it in. One that is for
 * somebody else's outlet is answered like a number that nobody announced, and every look is noted.
 */
export async function findParcel(asking: Asking, scanned: string): Promise<FoundParcel> {
  const { hub, databases, staff } = asking
  const tracking = scanned.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  if (!TRACKING.test(tracking)) return { code: null, log: [] }
  const access = { subject: `staff/${staff.id}`, staffId: staff.id, act: 'searched_parcel' }
  const found = await readEverywhere(databases.all.map((one) => repairsOfParcel(one, tracking)))
  const rows = found.flat()
  const seen = await Promise.all(rows.map((row) => isInScope(asking, row)))
  const codes = rows.filter((_, place) => seen[place]).map(({ code }) => code)
  return {
    code: codes.length === 1 ? (codes[0] ?? null) : null,
    log: [noteAccess(hub, access, asking)],
  }
}
