import type { Feedback } from '#domain/feedback/feedback.ts'
import type { FeedbackParty } from '#domain/feedback/feedback-table.ts'
import { type Permission, whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'

type Asking = { readonly hub: Database; readonly staff: Staff }

/** What is about no outlet belongs to the whole network, and to who works for all of it. */
const NO_PLACE: Place = { outlet: '', partner: null, regions: [] }

export type FeedbackNotSeen = { readonly refusal: 'unknown_feedback' | 'not_your_role' }

export type SeenFeedback = { readonly may: (permission: Permission) => boolean }

/** What somebody of the staff may do about feedback; out of their scope there is none. */
export async function seenAs(
  { hub, staff }: Asking,
  { outlet }: Pick<Feedback, 'outlet'>,
  permission: Permission = 'feedback.see',
): Promise<SeenFeedback | FeedbackNotSeen> {
  const places = outlet === null ? [NO_PLACE] : await findPlaces(hub, staff, [outlet])
  const why = whyNotPermitted(staff, permission, places)
  if (why) return { refusal: why === 'out_of_scope' ? 'unknown_feedback' : 'not_your_role' }
  return { may: (wanted) => whyNotPermitted(staff, wanted, places) === null }
}

/** What somebody of the staff is to feedback: they act on it, they decide on its suspicion, or neither. */
export async function partiesOf(
  asking: Asking,
  feedback: Pick<Feedback, 'outlet'>,
): Promise<{ readonly parties: readonly FeedbackParty[] } | FeedbackNotSeen> {
  const seen = await seenAs(asking, feedback)
  if ('refusal' in seen) return seen
  return {
    parties: [
      ...(seen.may('feedback.act') ? (['staff'] as const) : []),
      ...(seen.may('feedback.decide') ? (['decider'] as const) : []),
    ],
  }
}
