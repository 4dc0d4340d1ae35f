import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { digitsHash } from './keyed-hashes.ts'
import { type Judged, judgeLookup } from './lookup-store.ts'

export type LookupAnswer =
  | { readonly kind: 'found'; readonly code: string }
  /** No repair has this code with these digits: which of both is not said. */
  | { readonly kind: 'miss' }
  /** Too many misses at this code, whether it exists or not. */
  | { readonly kind: 'locked'; readonly until: number }

export type Lookup = {
  /** One batch, in this order: counting a miss, then judging. */
  readonly rows: readonly [Prepared, Prepared]
  readonly answer: (results: readonly D1Result[]) => LookupAnswer
}

type Tried = { readonly code: string; readonly last4: string }

/**
 * Whether a code and the last four digits of its phone belong together. `code` is a read ticket code
 * (its check symbol is right). A wrong try writes one row, a right one none; unknown codes cost the same.
 */
export async function lookUpRepair(
  { databases, keys, now }: Pick<Sources, 'databases' | 'keys' | 'now'>,
  { code, last4 }: Tried,
): Promise<Lookup> {
  const database = databases.of(bucketOfTicket(code))
  return {
    rows: judgeLookup(database, [code, await digitsHash(keys, code, last4), now]),
    answer: ([, judged]) => {
      const verdict = judged?.results[0] as Judged | undefined
      const until = verdict?.locked_until ?? null
      if (until !== null) return { kind: 'locked', until }
      return verdict?.found ? { kind: 'found', code } : { kind: 'miss' }
    },
  }
}
