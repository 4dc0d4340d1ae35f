import { readPhone } from '#domain/identifiers/phone.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { countAsked, countedDay } from './cap-store.ts'
import { phoneHash } from './keyed-hashes.ts'
import { noteLost } from './lost-code-store.ts'

/**
 * What to write so that links to every open repair under a phone go to that phone within a minute: a
 * count and a note, the same rows for a number that nobody has. Only the clock looks whether there are
 * repairs, so that nothing is to be measured here. A number that can't be read is noted all the same,
 * as the digits it has.
 */
export async function recoverCode(
  { hub, keys, now, config }: Pick<Sources, 'hub' | 'keys' | 'now' | 'config'>,
  phoneText: string,
): Promise<readonly Prepared[]> {
  const read = readPhone(phoneText, config.countries[0])
  const dial = read.ok ? read.dial : phoneText.replace(/\D/g, '')
  const hash = await phoneHash(keys, dial)
  const counted = [countedDay(now), `lost/${hash}`] as const
  const most = config.booking.caps.lostCodesOfPhone
  return [
    countAsked(hub, counted),
    noteLost(hub, { asked_at: now, phone_hash: hash }, { counted, most }),
  ]
}
