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
  { outlet, kind }: Pick<Survey, 'outlet' | 'kind'>,
): Promise<WhyNot> {
  const places = outlet === null ? [NOWHERE] : await findPlaces(hub, staff, [outlet])
  // How a complaint was handled isn't told to whom it was about.
  const isTheirs =
    kind === 'complaint' && whyNotPermitted(staff, 'feedback.decide', places) !== null
  return (permission) => {
    if (isTheirs) return 'not_found'
    const why = whyNotPermitted(staff, permission, places)
    return why === 'out_of_scope' ? 'not_found' : why
  }
}
