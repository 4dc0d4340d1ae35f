import { SYSTEM_ACTOR } from '#domain/complaints/complaint-actor.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readCustomer } from '#functions/repairs/read-customer.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import type { ComplaintWish } from './register-complaint.ts'
import type { OwedComplaint } from './store.ts'

/**
 * The complaint that is owed for a phone that was reported lost; null = no such repair. It holds
 * somebody's data: urgent, from the moment it was reported. Its key makes it one complaint, however
 * often registering it breaks off.
 */
export async function lostPhoneWish(
  sources: Sources,
  { repair_code: code, version, lost_at: receivedAt }: OwedComplaint,
): Promise<ComplaintWish | null> {
  const shown = await showRepair(sources, code)
  if (!shown) return null
  const { repair, home } = shown
  const contact = (await readCustomer(sources, code))?.contact ?? null
  return {
    ...{ channel: 'observation', formal: false, cause: 'data_or_privacy', urgent: 'data' },
    ...{ outletCode: repair.homeOutlet, repairCode: code, receivedAt, locale: repair.locale },
    ...{ zone: home.zone, source: { repair: code }, bucket: bucketOfTicket(code) },
    contact: contact && { name: contact.name, phone: contact.phone, email: contact.email },
    ...{ words: { said: '' }, by: SYSTEM_ACTOR, key: `lost/${code}/${version}` },
  }
}
