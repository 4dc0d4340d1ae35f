import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** Somebody named for an outlet. */
export type PersonRow = { readonly id: string; readonly name: string; readonly grants: string }

export const statements = {
  putOnShelf: statement<[code: string, shelf: string | null]>(
    `UPDATE repairs SET shelf = ?2 WHERE code = ?1`,
    ['0123456789ABC', 'A-12'],
  ),
  assignJob: statement<[code: string, staffId: string | null]>(
    `UPDATE repairs SET assigned_to = ?2 WHERE code = ?1`,
    ['0123456789ABC', 'stf_1'],
  ),
  refuseUnlessAssigned: statement<[code: string, staffId: string | null]>(
    `INSERT INTO guards (queue_gone)
     SELECT 1 WHERE (SELECT assigned_to FROM repairs WHERE code = ?1) IS NOT ?2`,
    ['0123456789ABC', 'stf_1'],
  ),
  turnBoards: statement<[outletCodes: string]>(
    `INSERT INTO boards (outlet_code, revision) SELECT value, 1 FROM json_each(?1) WHERE true
     ON CONFLICT (outlet_code) DO UPDATE SET revision = revision + 1`,
    ['["SZ-001"]'],
  ),
  namesOf: statement<[ids: string], { readonly id: string; readonly name: string }>(
    `SELECT staff.id, name FROM json_each(?1) AS wanted CROSS JOIN staff ON staff.id = wanted.value`,
    ['["stf_1"]'],
  ),
  peopleAt: statement<[outletCode: string], PersonRow>(
    `SELECT staff.id, name, grants
     FROM staff_scopes CROSS JOIN staff ON staff.id = staff_scopes.staff_id
     WHERE staff_scopes.kind = 'outlet' AND staff_scopes.place = ?1 AND disabled_at IS NULL`,
    ['SZ-001'],
  ),
} satisfies Statements

/** Where the phone lies; null = nowhere said. */
export const putOnShelf = (database: Database, code: string, shelf: string | null): Prepared =>
  prepare(database, statements.putOnShelf, [code, shelf])

/** Gives a job to somebody; null = to nobody. */
export const assignJob = (database: Database, code: string, staffId: string | null): Prepared =>
  prepare(database, statements.assignJob, [code, staffId])

/** Fails as `stale` where the job went to somebody else than was seen. */
export const refuseUnlessAssigned = (
  database: Database,
  code: string,
  seen: string | null,
): Prepared => prepare(database, statements.refuseUnlessAssigned, [code, seen])

/** Tells the open screens of outlets that what they show beside the events has changed. */
export const turnBoards = (database: Database, outlets: readonly string[]): Prepared =>
  prepare(database, statements.turnBoards, [JSON.stringify([...new Set(outlets)])])

/** Names of staff by id, also of those who left. */
export const namesOf = (hub: Database, ids: readonly string[]) =>
  prepare(hub, statements.namesOf, [JSON.stringify([...new Set(ids)])])

/** Who is named for an outlet and may sign in. */
export const peopleAt = (hub: Database, outlet: string): Prepared<PersonRow> =>
  prepare(hub, statements.peopleAt, [outlet])
