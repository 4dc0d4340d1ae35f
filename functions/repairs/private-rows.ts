import type { Database } from '#functions/db/database.ts'
import type { Keys } from '#functions/db/keys.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { digitsHash, phoneHash } from './keyed-hashes.ts'
import { lastDigits } from './new-repair.ts'
import { type PrivateChange, revisePrivate } from './private-store.ts'
import { reviseHashes } from './store.ts'

type Revision = { readonly code: string; readonly change: PrivateChange | undefined }

/** What a step adds to the private row; with another phone the code is looked up by its digits. */
export async function contactRows(
  keys: Keys,
  database: Database,
  { code, change }: Revision,
): Promise<readonly Prepared[]> {
  if (!change) return []
  const dial = change.contact?.phone?.dial
  const revised = revisePrivate(database, code, change)
  if (dial === undefined) return [revised]
  const digits = await digitsHash(keys, code, lastDigits(dial))
  return [revised, reviseHashes(database, code, digits, await phoneHash(keys, dial))]
}
