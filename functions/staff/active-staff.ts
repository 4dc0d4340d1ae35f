import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { staffById, staffFromRow } from './staff-store.ts'

/** Somebody of the staff who may sign in, by id; null = nobody, or disabled. */
export async function activeStaff(hub: Database, id: string): Promise<Staff | null> {
  const [[row]] = await readTogether([staffById(hub, id)])
  return row && row.disabled_at === null ? staffFromRow(row) : null
}
