import type { Database } from '#functions/db/database.ts'
import type { Keys } from '#functions/db/keys.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { renamedRows } from './find-rows.ts'
import { digitsHash, phoneHash } from './keyed-hashes.ts'
import { lastDigits } from './new-repair.ts'
import { type PrivateChange, revisePrivate } from './private-store.ts'

import { reviseHashes } from './store.ts'

export type { PrivateChange } from './private-store.ts'

type Revision = { readonly code: string; readonly change: PrivateChange | undefined }

/**
 * What a step adds to the private row; with another phone the code is looked up by
 * its digits, with another name it is found by that.
 */
export async function contactRows(
  keys: Keys,
  database: Database,
  { code, change }: Revision,
): Promise<readonly Prepared[]> {
  if (!change) return []
  const dial = change.contact?.phone?.dial
  const revised = revisePrivate(database, code, change)
  const name = change.contact?.name
  const named = name === undefined ? null : renamedRows(database, code, name)
  const rows = [...(named?.before ?? []), revised, ...(named?.after ?? [])]
  if (dial === undefined) return rows
  const digits = await digitsHash(keys, code, lastDigits(dial))
  return [...rows, reviseHashes(database, code, digits, await phoneHash(keys, dial))]
}
