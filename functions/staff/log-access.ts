import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { insertAccess } from './access-log-store.ts'

/** What somebody did with a customer's record, or looked for. Codes only: never what was typed. */
export type Access = {
  /** `repair/<code>`, or of a search `staff/<id>`. */
  readonly subject: string
  readonly staffId: string
  /** One of `ACCESS_ACTS`, so that it has words. */
  readonly act: string
}

type Asking = { readonly now: number; readonly randomByte: () => number }

const ID_BYTES = 6

function drawId(randomByte: () => number): string {
  const bytes = Array.from({ length: ID_BYTES }, randomByte)
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The row that says who opened what: it lies where the record lies, searches in the hub. */
export const noteAccess = (
  database: Database,
  { subject, staffId, act }: Access,
  { now, randomByte }: Asking,
): Prepared => insertAccess(database, [subject, now, drawId(randomByte), staffId, act])
