import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { type Permission, whyNotAtRepair } from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import { actorAt } from '#domain/staff/staff-actor.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { repairFromRow } from './repair-rows.ts'
import { repairByCode } from './store.ts'

export type AskingStaff = Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff }

const NOWHERE: Place = { outlet: '', partner: null, regions: [] }

export type NotSeen = 'unknown_repair' | 'not_your_role'

/** What somebody of the staff is at a repair. */
export type Standing = {
  readonly actor: Actor
  readonly may: (permission: Permission) => boolean
}

/**
 * What somebody of the staff is at a repair and may do there, all of it told from one look at the
 * network; out of their scope there is no such repair.
 */
export async function standingAt(
  { hub, staff }: Pick<AskingStaff, 'hub' | 'staff'>,
  { atOutlet, homeOutlet }: Pick<Repair, 'atOutlet' | 'homeOutlet'>,
  permission: Permission,
): Promise<Standing | { readonly refusal: NotSeen }> {
  const places = await findPlaces(hub, staff, [atOutlet, homeOutlet])
  const placed = (code: string): Place => places.find(({ outlet }) => outlet === code) ?? NOWHERE
  const where = { at: placed(atOutlet), home: placed(homeOutlet) }
  const why = whyNotAtRepair(staff, permission, where)
  if (why) return { refusal: why === 'out_of_scope' ? 'unknown_repair' : 'not_your_role' }
  return {
    actor: actorAt(staff, where),
    may: (wanted) => whyNotAtRepair(staff, wanted, where) === null,
  }
}

export type SeenRepair = Standing & {
  readonly database: Database
  readonly repair: Repair
  /** Of the outlet where the phone is. */
  readonly zone: string
}

/** A repair that somebody may do something with; else why not. */
export async function seeRepair(
  asking: AskingStaff,
  code: string,
  permission: Permission,
): Promise<SeenRepair | { readonly refusal: NotSeen }> {
  const database = asking.databases.of(bucketOfTicket(code))
  const [[row]] = await readTogether([repairByCode(database, code)])
  if (!row) return { refusal: 'unknown_repair' }
  const repair = repairFromRow(row)
  const standing = await standingAt(asking, repair, permission)
  return 'refusal' in standing ? standing : { ...standing, database, repair, zone: row.zone }
}
