import { registrarOf } from '#domain/complaints/complaint-actor.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Staff } from '#domain/staff/staff.ts'
import {
  type RegisteredComplaint,
  type RegisterRefusal,
  registerComplaint,
} from '#functions/complaints/register-complaint.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { seenAs } from './see-feedback.ts'
import { showFeedback } from './show-feedback.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config'> & {
  readonly staff: Staff
}

export type ConfirmRefusal =
  | RegisterRefusal
  | 'unknown_feedback'
  | 'not_your_role'
  | 'not_allowed_now'
  | 'stale'

/** Within which a confirmation that is sent again is told by its key. */
const KEYS_KEPT_MS = 6 * 86_400_000

type Wish = { readonly code: string; readonly expectedVersion: number }

/**
 * Registers the complaint that feedback turned out to be, with its words and from when they reached us;
 * the step that marks the feedback follows it. Registering once more under the same suspicion is the
 * same complaint, so that a confirmation that broke off in between can be sent again.
 */
export async function complaintOfSuspicion(
  asking: Asking,
  { code, expectedVersion }: Wish,
): Promise<Task<RegisteredComplaint, RegisterRefusal> | { readonly refusal: ConfirmRefusal }> {
  const shown = await showFeedback(asking, code)
  if (!shown) return { refusal: 'unknown_feedback' }
  const { feedback, personal } = shown
  const seen = await seenAs(asking, feedback)
  if ('refusal' in seen) return seen
  if (!seen.may('feedback.decide')) return { refusal: 'not_your_role' }
  const { suspicion } = feedback
  const isConfirmedNow = suspicion?.state === 'confirmed'
  if (isConfirmedNow && asking.now - feedback.receivedAt > KEYS_KEPT_MS) {
    return { refusal: 'not_allowed_now' }
  }
  if (!isConfirmedNow && feedback.version !== expectedVersion) return { refusal: 'stale' }
  if (!isConfirmedNow && suspicion?.state !== 'open') return { refusal: 'not_allowed_now' }
  const said = personal?.words['said']
  if (said === undefined) return { refusal: 'bad_value' }
  return await registerComplaint(asking, {
    ...{ channel: feedback.channel, formal: feedback.isFormal, cause: null, urgent: null },
    ...{ outletCode: feedback.outlet, repairCode: feedback.repair, zone: feedback.zone },
    ...{ receivedAt: feedback.receivedAt, locale: feedback.locale, words: { said } },
    ...{ contact: personal?.contact ?? null, consent: personal?.consent ?? null },
    // Where the feedback lies, so that its link is known to end with the complaint.
    ...{ source: { feedback: code }, by: registrarOf(asking.staff), bucket: bucketOfTicket(code) },
    key: `suspicion/${code}/${suspicion?.suspectedAt ?? 0}`,
    isKeyShared: true,
  })
}
