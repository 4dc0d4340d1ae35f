import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { RepairPrivate } from '#domain/repairs/contact.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { privateByCode, privateFromRow } from './private-store.ts'

/**
 * What is personal about a repair; null = erased, or no such code. Whoever asks must hold
 * `customer.see` there and note in the access log that they looked.
 */
export async function readCustomer(
  { databases }: Pick<Sources, 'databases'>,
  code: string,
): Promise<RepairPrivate | null> {
  const database = databases.of(bucketOfTicket(code))
  const [[row]] = await readTogether([privateByCode(database, code)])
  return row ? privateFromRow(row) : null
}
