import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { CODE_LETTERS } from './invite-customer.ts'
import { surveyById, surveyFromRow } from './store.ts'

/** A survey by its id; null = there is none. Holds nothing personal. */
export async function showSurvey(
  { databases }: Pick<Sources, 'databases'>,
  id: string,
): Promise<Survey | null> {
  const database = databases.of(bucketOfTicket(id.slice(0, CODE_LETTERS)))
  const [[row]] = await readTogether([surveyById(database, id)])
  return row ? surveyFromRow(row) : null
}
