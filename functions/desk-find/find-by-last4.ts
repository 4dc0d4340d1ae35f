import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { digitsHash } from '#functions/repairs/keyed-hashes.ts'
import { type HitRow, hitsByCodes, openDigits } from './find-store.ts'

/** Open repairs that are reckoned over at most: each costs a keyed hash. */
const MOST_OPEN = 500

type Asking = Pick<Sources, 'databases' | 'keys'>
type ByDigits = { readonly rows: readonly HitRow[]; readonly isCut: boolean }

/**
 * The open repairs of some outlets whose contact phone ends in four digits. What is kept of the digits
 * is keyed with the code, so each open repair is reckoned; beyond the first 500 they aren't, and
 * `isCut` says so.
 */
export async function findByLast4(
  { databases, keys }: Asking,
  last4: string,
  outlets: readonly string[],
): Promise<ByDigits> {
  const read = await readEverywhere(
    databases.all.flatMap((database) =>
      outlets.flatMap((outlet) => openDigits(database, outlet, MOST_OPEN)),
    ),
  )
  const open = new Map(read.flat().map((row) => [row.code, row.digits_hash]))
  const reckoned = [...open].slice(0, MOST_OPEN)
  const codes = await Promise.all(
    reckoned.map(async ([code, kept]) =>
      kept !== null && (await digitsHash(keys, code, last4)) === kept ? [code] : [],
    ),
  )
  const works = [...new Set(codes.flat().map((code) => databases.of(bucketOfTicket(code))))]
  const rows = await readEverywhere(works.map((work) => hitsByCodes(work, codes.flat())))
  return { rows: rows.flat(), isCut: open.size >= MOST_OPEN }
}
