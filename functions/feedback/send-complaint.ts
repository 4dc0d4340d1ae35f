import { COMPLAINT_CAUSES, type ComplaintCause } from '#domain/complaints/complaint.ts'
import { customerActor } from '#domain/complaints/complaint-actor.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import {
  type RegisteredComplaint,
  type RegisterRefusal,
  registerComplaint,
} from '#functions/complaints/register-complaint.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { voiceCapRows } from '#functions/repairs/voice-caps.ts'
import type { FeedbackWish } from './register-feedback.ts'

type Asking = Pick<
  Sources,
  'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config' | 'client'
>

export type ComplaintForm = Pick<
  FeedbackWish,
  'channel' | 'isFormal' | 'outlet' | 'repair' | 'locale' | 'contact' | 'said' | 'key'
> & {
  readonly cause: ComplaintCause | null
  readonly consent: { readonly wording: string } | null
}

export const isCause = (text: string): text is ComplaintCause =>
  (COMPLAINT_CAUSES as readonly string[]).includes(text)

/** Registers a complaint that a customer sent by the form, under the same caps as all else they send. */
export async function sendComplaint(
  asking: Asking,
  form: ComplaintForm,
): Promise<Task<RegisteredComplaint, RegisterRefusal>> {
  const { now, config } = asking
  const task = await registerComplaint(asking, {
    ...{ channel: form.channel, formal: form.isFormal, cause: form.cause, contact: form.contact },
    ...{ outletCode: form.outlet, repairCode: form.repair, receivedAt: now },
    ...{ locale: form.locale, zone: networkZone(config), source: null, urgent: null },
    ...{ words: { said: form.said }, by: customerActor('link'), key: form.key },
    consent: form.consent && { ...form.consent, at: now },
  })
  const { proposal, database } = task
  if (proposal.kind !== 'change') return task
  const caps = await voiceCapRows(asking, database, form.contact)
  return { ...task, proposal: { ...proposal, rows: [...proposal.rows, ...caps] } }
}
