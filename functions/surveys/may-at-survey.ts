import type { Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import type { Database } from '#functions/db/database.ts'
import { whyNotAtOutlet, whyNotEverywhere } from '#functions/staff/desk-actor.ts'

type Asking = { readonly hub: Database; readonly staff: Staff }

/** Why somebody may not do something with a survey; null = they may. One about no outlet is the network's. */
export async function mayAtSurvey(
  { hub, staff }: Asking,
  { outlet }: Pick<Survey, 'outlet'>,
  permission: Permission,
): Promise<'not_found' | 'not_your_role' | null> {
  const why =
    outlet === null
      ? whyNotEverywhere(staff, permission)
      : await whyNotAtOutlet({ hub, staff }, outlet, permission)
  return why === 'out_of_scope' ? 'not_found' : why
}
