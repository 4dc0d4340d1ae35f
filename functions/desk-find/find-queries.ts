import type { FindKey } from '#domain/desk/find-query.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { deviceHash, phoneHash, tailHash } from '#functions/repairs/keyed-hashes.ts'
import {
  type HitRow,
  hitsByCodes,
  hitsByDevice,
  hitsByName,
  hitsByParcel,
  hitsByPhone,
} from './find-store.ts'

/** Rows that one query may answer: what a find reads is bounded by it, however many repairs there are. */
export const MOST_CANDIDATES = 60

type Asking = Pick<Sources, 'databases' | 'keys'>
type Query = readonly Prepared<HitRow>[]

/** The reads that answer a key, in each database that may hold it. */
async function queryOf(
  { databases, keys }: Asking,
  key: FindKey,
  outlets: readonly string[] | null,
): Promise<Query> {
  const { all } = databases
  const most = MOST_CANDIDATES
  const wanted = { most, outlets }
  switch (key.kind) {
    case 'code':
      return [hitsByCodes(databases.of(bucketOfTicket(key.code)), [key.code])]
    case 'phone': {
      const hashes = await Promise.all(key.dials.map((dial) => phoneHash(keys, dial)))
      return all.map((database) => hitsByPhone(database, hashes, wanted))
    }
    case 'imei': {
      const hash = await deviceHash(keys, key.imei)
      return all.map((database) => hitsByDevice(database, [hash], wanted))
    }
    case 'serial': {
      const hashes = await Promise.all(key.serials.map((serial) => deviceHash(keys, serial)))
      return all.map((database) => hitsByDevice(database, hashes, wanted))
    }
    case 'imei_tail': {
      const hash = await tailHash(keys, key.digits)
      return all.map((database) => hitsByDevice(database, [hash], wanted))
    }
    case 'parcel':
      return all.map((database) => hitsByParcel(database, key.tracking, wanted))
    case 'name':
      return all.map((database) => hitsByName(database, { prefix: key.prefix, outlets }, most))
    case 'last4':
      // Reckoned over an outlet's open repairs: find-by-last4.ts.
      return []
  }
}

/** Every read that answers some keys, for phones of `outlets` alone; null = of any. */
export const queriesOf = async (
  asking: Asking,
  keys: readonly FindKey[],
  outlets: readonly string[] | null,
): Promise<Query> => (await Promise.all(keys.map((key) => queryOf(asking, key, outlets)))).flat()
