import { findName } from '#domain/desk/find-name.ts'
import { TAIL_DIGITS } from '#domain/desk/find-query.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import type { Database } from '#functions/db/database.ts'
import type { Keys } from '#functions/db/keys.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { forgetName, insertName, nameAnew } from './find-store.ts'
import { tailHash } from './keyed-hashes.ts'
import { noteParcel } from './parcel-store.ts'
import type { PrivateChange } from './private-store.ts'

type Contacted = { readonly homeOutlet: string; readonly code: string; readonly name: string }

/** Lets a new repair be found by its contact's name; a name without a letter is none. */
export function nameRows(database: Database, { name, ...repair }: Contacted): readonly Prepared[] {
  const key = findName(name)
  return key ? [insertName(database, { ...repair, name: key })] : []
}

/** Lets a repair be found by its contact's corrected name, and not by the old one any more. */
export function renamedRows(database: Database, code: string, name: string) {
  const key = findName(name)
  return {
    /** Goes before the private row is revised, which still says the old name. */
    before: [forgetName(database, code)],
    after: key ? [nameAnew(database, code, key)] : [],
  }
}

/**
 * Keyed hashes of each IMEI's last digits, which is what people read out. They stand beside the device's
 * own and are never asked for where a device is told from another: many phones share a tail.
 */
export const tailHashes = (
  keys: Keys,
  personal: PrivateChange | undefined,
): Promise<readonly string[]> => {
  const tails = (personal?.device?.imeis ?? []).map((imei) => imei.slice(-TAIL_DIGITS))
  return Promise.all([...new Set(tails)].map((tail) => tailHash(keys, tail)))
}

/** Lets a repair be found by the number on its parcel, whoever posts it. */
export const parcelRows = (
  database: Database,
  action: RepairAction,
  code: string,
): readonly Prepared[] =>
  (action.type === 'post' || action.type === 'post_back') && action.tracking
    ? [noteParcel(database, action.tracking, code)]
    : []
