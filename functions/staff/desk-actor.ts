import type { Actor } from '#domain/repairs/actor.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import {
  type NotPermitted,
  type Permission,
  whyNotAtRepair,
  whyNotPermitted,
} from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import { actorAt } from '#domain/staff/staff-actor.ts'
import type { Database } from '#functions/db/database.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'

type Asking = { readonly hub: Database; readonly staff: Staff }

const NOWHERE: Place = { outlet: '', partner: null, regions: [] }

/** What somebody of the staff is at a repair, or why they may not: out of scope is as if it weren't there. */
export type Seen =
  | { readonly ok: true; readonly actor: Actor }
  | { readonly ok: false; readonly refusal: NotPermitted }

/** Whether somebody of the staff holds a permission at a repair, where its phone is or at its home outlet. */
export async function actorFor(
  { hub, staff }: Asking,
  { atOutlet, homeOutlet }: Pick<Repair, 'atOutlet' | 'homeOutlet'>,
  permission: Permission,
): Promise<Seen> {
  const places = await findPlaces(hub, staff, [atOutlet, homeOutlet])
  const placed = (code: string): Place => places.find(({ outlet }) => outlet === code) ?? NOWHERE
  const where = { at: placed(atOutlet), home: placed(homeOutlet) }
  const refusal = whyNotAtRepair(staff, permission, where)
  return refusal ? { ok: false, refusal } : { ok: true, actor: actorAt(staff, where) }
}

/** Why somebody of the staff may not do something at an outlet; null = they may. */
export async function whyNotAtOutlet(
  { hub, staff }: Asking,
  outlet: string,
  permission: Permission,
): Promise<NotPermitted | null> {
  return whyNotPermitted(staff, permission, await findPlaces(hub, staff, [outlet]))
}

/** Why somebody may not do what concerns the whole network; null = they may. */
export const whyNotEverywhere = (staff: Staff, permission: Permission): NotPermitted | null =>
  whyNotPermitted(staff, permission, [{ outlet: '', partner: null, regions: [] }])
