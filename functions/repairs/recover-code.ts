import { readPhone } from '#domain/identifiers/phone.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { phoneHash } from './keyed-hashes.ts'
import { askForCode } from './lookup-store.ts'

/**
 * What to write so that links to every open repair under a phone go to that phone: one statement for
 * each database, the same whether or not there is any. A number that can't be read is looked for all
 * the same, as the digits it has.
 */
export async function recoverCode(
  { databases, keys, now, config }: Pick<Sources, 'databases' | 'keys' | 'now' | 'config'>,
  phoneText: string,
): Promise<readonly Prepared[]> {
  const read = readPhone(phoneText, config.countries[0])
  const dial = read.ok ? read.dial : phoneText.replace(/\D/g, '')
  const hash = await phoneHash(keys, dial)
  return databases.all.map((database) => askForCode(database, hash, now))
}
