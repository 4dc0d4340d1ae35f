import type { Complaint } from '#domain/complaints/complaint.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { complaintByCode, complaintFromRow } from './store.ts'

/** A complaint as it stands, for other capabilities; null = no such code. Who may see it is theirs to ask. */
export async function complaintNow(
  { databases }: Pick<Sources, 'databases'>,
  code: string,
): Promise<Complaint | null> {
  const [[row]] = await readTogether([complaintByCode(databases.of(bucketOfTicket(code)), code)])
  return row ? complaintFromRow(row) : null
}
