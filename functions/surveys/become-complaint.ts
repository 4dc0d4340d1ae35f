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
import { CODE_LETTERS } from './invite-customer.ts'
import type { Called } from './list-callbacks.ts'

type Asking = Sources & { readonly staff: Staff }

/**
 * Registers what a customer said, in a comment or on the telephone, as a complaint: with the words as they
 * came, from when they reached us. The same survey at the same version makes the same complaint.
 */
export function becomeComplaint(
  asking: Asking,
  { survey, comment, contact, locale, zone }: Called,
  told: string,
): Promise<Task<RegisteredComplaint, RegisterRefusal>> {
  const { id, version, outlet, repairCode, firstAnsweredAt, suspicion } = survey
  const isTold = comment === null
  return registerComplaint(asking, {
    ...{ channel: isTold ? 'hotline' : 'web_form', formal: false, cause: null, urgent: null },
    ...{ outletCode: outlet, repairCode, locale, zone, source: { survey: id } },
    receivedAt: isTold ? asking.now : (suspicion?.suspectedAt ?? firstAnsweredAt ?? asking.now),
    contact,
    words: { said: [comment, told].filter(Boolean).join('\n\n') },
    by: registrarOf(asking.staff),
    bucket: bucketOfTicket(id.slice(0, CODE_LETTERS)),
    key: `survey/${id}/${version}`,
    isKeyShared: true,
  })
}
