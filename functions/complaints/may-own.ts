import { complaintActorAt } from '#domain/complaints/complaint-actor.ts'
import { carries } from '#domain/staff/permissions.ts'
import { rolesAt } from '#domain/staff/scope.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { activeStaff } from '#functions/staff/active-staff.ts'

const NOWHERE: Place = { outlet: '', partner: null, regions: [] }

/** Whether a person acts on complaints where one belongs; of no outlet, for the whole network. */
async function actsThere(hub: Database, staff: Staff, outlet: string | null): Promise<boolean> {
  const [place = NOWHERE] = outlet === null ? [] : await findPlaces(hub, staff, [outlet])
  const roles = rolesAt(staff, place)
  return (
    roles.some((role) => carries(role, 'complaint.act')) &&
    complaintActorAt(staff, place).roles.length > 0
  )
}

/** Whether a complaint can be given to somebody by name: on record, signing in, and in charge of such. */
export async function mayOwnThere(
  hub: Database,
  id: string,
  outlet: string | null,
): Promise<boolean> {
  const staff = await activeStaff(hub, id)
  return staff !== null && (await actsThere(hub, staff, outlet))
}
