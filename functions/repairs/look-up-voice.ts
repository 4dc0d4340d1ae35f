import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { triedHash } from '#functions/voices/contact-hash.ts'
import { type JudgedVoice, judgeVoiceLookup } from './lookup-store.ts'

export type VoiceLookupAnswer =
  | { readonly kind: 'found'; readonly subject: string; readonly isComplaint: boolean }
  /** Nothing was said under this code with this contact: which of both is not said. */
  | { readonly kind: 'miss' }
  | { readonly kind: 'locked'; readonly until: number }

export type VoiceLookup = {
  /** One batch, in this order: counting a miss, then judging. */
  readonly rows: readonly [Prepared, Prepared]
  readonly answer: (results: readonly D1Result[]) => VoiceLookupAnswer
}

/** `code` is read; `contact` the last four digits of the phone, or the whole e-mail. */
type Tried = { readonly code: string; readonly contact: string }

/**
 * Whether a reference code and a contact belong together, of feedback and complaints alike. A wrong try
 * writes one row, a right one none; unknown codes cost the same.
 */
export async function lookUpVoice(
  { databases, keys, now }: Pick<Sources, 'databases' | 'keys' | 'now'>,
  { code, contact }: Tried,
): Promise<VoiceLookup> {
  const database = databases.of(bucketOfTicket(code))
  return {
    rows: judgeVoiceLookup(database, [code, await triedHash(keys, code, contact), now]),
    answer: ([, judged]) => {
      const verdict = judged?.results[0] as JudgedVoice | undefined
      const until = verdict?.locked_until ?? null
      if (until !== null) return { kind: 'locked', until }
      if (!verdict?.found) return { kind: 'miss' }
      const isComplaint = verdict.is_complaint === 1
      return {
        kind: 'found',
        isComplaint,
        subject: `${isComplaint ? 'complaint' : 'feedback'}/${code}`,
      }
    },
  }
}
