import type { Database } from '#functions/db/database.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { type AccessRow, accessTo, insertAccess } from './access-log-store.ts'

/** What somebody did with a customer's record, or looked for. Codes only: never what was typed. */
export type Access = {
  /** `repair/<code>`, or of a search `staff/<id>`. */
  readonly subject: string
  readonly staffId: string
  /** `opened`, `printed_label`, `searched_phone` … */
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

const MOST = 200

/** Who opened a record, the last first: the customer may ask. */
export async function readAccess(
  database: Database,
  subject: string,
): Promise<readonly AccessRow[]> {
  const [rows] = await readTogether([accessTo(database, subject, MOST)])
  return rows
}
