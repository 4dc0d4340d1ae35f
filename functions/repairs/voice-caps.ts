import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import type { VoiceContact } from '#functions/voices/voice-private.ts'
import {
  countAsked,
  countedDay,
  countUpTo,
  markOnceIn,
  refuseClientAbove,
  refuseContactAbove,
} from './cap-store.ts'
import { clientHash } from './keyed-hashes.ts'

type Asking = Pick<Sources, 'keys' | 'now' | 'config' | 'client'>

const contactMac = ({ mac }: Sources['keys'], named: string): Promise<string> =>
  mac('voice to', named.toLowerCase())

/**
 * What refuses feedback of which a client sent, or a number or address was named for, too much on a day:
 * `client_cap`, `phone_cap`. They count in the batch that writes it, so that a burst can't see few. Each
 * named contact is sent a message, so nobody may use the form to flood somebody else.
 */
export async function voiceCapRows(
  { keys, now, config, client }: Asking,
  database: Database,
  contact: VoiceContact | null,
): Promise<readonly Prepared[]> {
  const { requestsOfClient, requestsOfPhone } = config.booking.caps
  const day = countedDay(now)
  const rows: Prepared[] = []
  if (client !== undefined && requestsOfClient > 0) {
    const counted = [day, `voice/${await clientHash(keys, client)}`] as const
    rows.push(countAsked(database, counted), refuseClientAbove(database, counted, requestsOfClient))
  }
  const named = contact?.phone?.dial ?? contact?.email ?? null
  if (named !== null && requestsOfPhone > 0) {
    const counted = [day, `voice-to/${await contactMac(keys, named)}`] as const
    rows.push(countAsked(database, counted), refuseContactAbove(database, counted, requestsOfPhone))
  }
  return rows
}

const HOUR_MS = 3_600_000

/**
 * What tells whether the acknowledgement of a form may go to a number or an address now: once within an
 * hour, and so often on a day, wherever the forms lie. Each counts as it is run, the second only after
 * the first; one that answers no row says no. Null = there is no cap.
 */
export async function acknowledgementRows(
  { hub, keys, now, config }: Pick<Sources, 'hub' | 'keys' | 'now' | 'config'>,
  named: string,
): Promise<readonly [Prepared, Prepared] | null> {
  const most = config.booking.caps.acknowledgementsOfContact
  if (most === 0) return null
  const day = countedDay(now)
  const mac = await contactMac(keys, named)
  return [
    markOnceIn(hub, [day, `voice-ack-at/${mac}`], { now, spanMs: HOUR_MS }),
    countUpTo(hub, [day, `voice-ack/${mac}`], most),
  ]
}
