import type { Feedback } from '#domain/feedback/feedback.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { feedbackByCode, feedbackFromRow } from './store.ts'

/** Feedback as it stands, for other capabilities; null = no such code. Who may see it is theirs to ask. */
export async function feedbackNow(
  { databases }: Pick<Sources, 'databases'>,
  code: string,
): Promise<Feedback | null> {
  const [[row]] = await readTogether([feedbackByCode(databases.of(bucketOfTicket(code)), code)])
  return row ? feedbackFromRow(row) : null
}
