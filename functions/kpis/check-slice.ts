import { ticketPrefix } from '#domain/identifiers/ticket-code.ts'
import { differenceLine, type PackedRow, rowDifferences } from '#domain/kpis/count-differences.ts'
import { isOfOwnTickets } from '#domain/kpis/own-measures.ts'
import { newRecount, type Recount } from '#domain/kpis/recount.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { countsOfMonth, eventsBetween } from './store.ts'

const A_PAGE = 1_000
/** A slice that has more is left to `npm run kpis:rebuild -- --check`. */
const MOST_EVENTS = 20_000

/** Reads the events of one kind of subject with a ticket of one bucket; false = there are too many. */
async function addEvents(
  database: Database,
  { from, recount }: { readonly from: string; readonly recount: Recount },
): Promise<boolean> {
  let after = { subject: from, version: 0 }
  for (let read = 0; read < MOST_EVENTS; read += A_PAGE) {
    const page = { after, before: `${from}~`, most: A_PAGE }
    const [rows] = await readTogether([eventsBetween(database, page)])
    for (const row of rows) recount.add({ ...row, data: JSON.parse(row.data) })
    const last = rows.at(-1)
    if (!last || rows.length < A_PAGE) return true
    after = last
  }
  return false
}

export type Slice = { readonly outlet: string; readonly bucket: number; readonly month: string }

/**
 * Counts an outlet's month anew from the events of its own tickets, and says what of it isn't as it
 * stands. What other outlets' tickets add (own time after a transfer, returns) is left out of the
 * comparison. Null where the bucket has more events than one look may read.
 */
export async function checkSlice(
  { databases }: Pick<Sources, 'databases'>,
  { outlet, bucket, month }: Slice,
): Promise<readonly string[] | null> {
  const database = databases.of(bucket)
  const prefix = ticketPrefix(bucket)
  const recount = newRecount()
  for (const kind of ['booking', 'repair']) {
    if (!(await addEvents(database, { from: `${kind}/${prefix}`, recount }))) return null
  }
  const [[row]] = await readTogether([countsOfMonth(database, [outlet], month)])
  const own = ([measure]: readonly [string, number]) => isOfOwnTickets(measure)
  const stands = Object.entries(JSON.parse(row?.counts ?? '{}') as Record<string, number>)
  const packed: PackedRow = {
    ...{ outlet, period: month },
    counts: JSON.stringify(Object.fromEntries(stands.filter(own))),
  }
  const recounted = recount.finish().months.get(`${outlet} ${month}`) ?? []
  return rowDifferences(packed, new Map([...recounted].filter(own))).map(differenceLine)
}
