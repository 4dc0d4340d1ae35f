import { dayOfCount } from '#domain/desk/count-shelf.ts'
import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { finishCount } from './count-store.ts'
import { type Asking, type CountRefusal, countedOutlet, onRecordAt } from './load-count.ts'

export type EndedCount =
  | { readonly kind: 'refused'; readonly refusal: CountRefusal }
  /** Written in one batch; a count that is finished already stays as it is. */
  | { readonly kind: 'end'; readonly database: Database; readonly rows: readonly Prepared[] }

/** Ends a count: what lies here by the records now and wasn't found is missing. */
export async function endCount(
  asking: Asking,
  { outlet, id }: { readonly outlet: string; readonly id: string },
): Promise<EndedCount> {
  const day = dayOfCount(id)
  const counted = await countedOutlet(asking, outlet)
  if (!counted.ok) return { kind: 'refused', refusal: counted.refusal }
  if (day === null) return { kind: 'refused', refusal: 'not_found' }
  const { database } = counted
  const onRecord = await onRecordAt(asking, outlet)
  const wish = { now: asking.now, onRecord }
  return { kind: 'end', database, rows: [finishCount(database, { outlet, day, id }, wish)] }
}
