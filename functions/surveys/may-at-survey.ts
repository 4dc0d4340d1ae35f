import { type Permission, whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import type { Database } from '#functions/db/database.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'

type Asking = { readonly hub: Database; readonly staff: Staff }

/** A survey about no outlet is the whole network's. */
const NOWHERE: Place = { outlet: '', partner: null, regions: [] }

/** Why somebody may not do something with a survey; null = they may. */
export type WhyNot = (permission: Permission) => 'not_found' | 'not_your_role' | null

/** What somebody may do with a survey, told from one look at the network; out of scope it isn't there. */
export async function standingAtSurvey(
  { hub, staff }: Asking,
  { outlet }: Pick<Survey, 'outlet'>,
): Promise<WhyNot> {
  const places = outlet === null ? [NOWHERE] : await findPlaces(hub, staff, [outlet])
  return (permission) => {
    const why = whyNotPermitted(staff, permission, places)
    return why === 'out_of_scope' ? 'not_found' : why
  }
}
