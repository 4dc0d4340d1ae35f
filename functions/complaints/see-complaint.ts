import type { Complaint } from '#domain/complaints/complaint.ts'
import {
  type ComplaintActor,
  complaintActorAt,
  seesComplaint,
} from '#domain/complaints/complaint-actor.ts'
import { holdsAnywhere, type Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'

export type NotSeen = 'unknown_complaint' | 'not_your_role'
export type SeenBy =
  | { readonly ok: true; readonly actor: ComplaintActor }
  | { readonly ok: false; readonly refusal: NotSeen }

/** What somebody of the staff is at a complaint; one that isn't theirs to see is as if it weren't there. */
export async function complaintSeenBy(
  { hub, staff }: { readonly hub: Database; readonly staff: Staff },
  complaint: Complaint,
  permission: Permission,
): Promise<SeenBy> {
  if (!holdsAnywhere(staff, permission)) return { ok: false, refusal: 'not_your_role' }
  const { outlet } = complaint
  const [place = null] = outlet === null ? [] : await findPlaces(hub, staff, [outlet])
  const actor = complaintActorAt(staff, place)
  const isTheirs = seesComplaint(complaint, actor)
  return isTheirs ? { ok: true, actor } : { ok: false, refusal: 'unknown_complaint' }
}
