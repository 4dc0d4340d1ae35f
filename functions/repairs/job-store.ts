import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type JobRow = {
  readonly code: string
  readonly assigned_to: string | null
  readonly shelf: string | null
}

/** Somebody named for an outlet. */
export type PersonRow = { readonly id: string; readonly name: string; readonly grants: string }

export const statements = {
  putOnShelf: statement<[code: string, shelf: string | null, now: number]>(
    `INSERT INTO repair_jobs (code, shelf, updated_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (code) DO UPDATE SET shelf = excluded.shelf, updated_at = excluded.updated_at`,
    ['0123456789ABC', 'A-12', 0],
  ),
  assignJob: statement<[code: string, staffId: string | null, now: number]>(
    `INSERT INTO repair_jobs (code, assigned_to, updated_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (code) DO UPDATE SET assigned_to = excluded.assigned_to, updated_at = excluded.updated_at`,
    ['0123456789ABC', 'stf_1', 0],
  ),
  refuseUnlessAssigned: statement<[code: string, staffId: string | null]>(
    `INSERT INTO guards (queue_gone)
     SELECT 1 WHERE (SELECT assigned_to FROM repair_jobs WHERE code = ?1) IS NOT ?2`,
    ['0123456789ABC', 'stf_1'],
  ),
  turnBoards: statement<[outletCodes: string]>(
    `INSERT INTO boards (outlet_code, revision) SELECT value, 1 FROM json_each(?1) WHERE true
     ON CONFLICT (outlet_code) DO UPDATE SET revision = revision + 1`,
    ['["SZ-001"]'],
  ),
  jobsOf: statement<[codes: string], JobRow>(
    `SELECT repair_jobs.code, assigned_to, shelf
     FROM json_each(?1) AS wanted CROSS JOIN repair_jobs ON repair_jobs.code = wanted.value`,
    ['["0123456789ABC"]'],
  ),
  peopleAt: statement<[outletCode: string], PersonRow>(
    `SELECT staff.id, name, grants
     FROM staff_scopes CROSS JOIN staff ON staff.id = staff_scopes.staff_id
     WHERE staff_scopes.kind = 'outlet' AND staff_scopes.place = ?1 AND disabled_at IS NULL`,
    ['SZ-001'],
  ),
} satisfies Statements

/** Where the phone lies; null = nowhere said. */
export const putOnShelf = (
  database: Database,
  code: string,
  shelf: string | null,
  now: number,
): Prepared => prepare(database, statements.putOnShelf, [code, shelf, now])

/** Gives a job to somebody; null = to nobody. */
export const assignJob = (
  database: Database,
  {
    code,
    staffId,
    now,
  }: { readonly code: string; readonly staffId: string | null; readonly now: number },
): Prepared => prepare(database, statements.assignJob, [code, staffId, now])

/** Fails as `stale` where the job went to somebody else than was seen. */
export const refuseUnlessAssigned = (
  database: Database,
  code: string,
  seen: string | null,
): Prepared => prepare(database, statements.refuseUnlessAssigned, [code, seen])

/** Tells the open screens of outlets that what they show beside the events has changed. */
export const turnBoards = (database: Database, outlets: readonly string[]): Prepared =>
  prepare(database, statements.turnBoards, [JSON.stringify([...new Set(outlets)])])

/** Who has the jobs and where the phones lie; repairs without either have no row. */
export const jobsOf = (database: Database, codes: readonly string[]): Prepared<JobRow> =>
  prepare(database, statements.jobsOf, [JSON.stringify(codes)])

/** Who is named for an outlet and may sign in. */
export const peopleAt = (hub: Database, outlet: string): Prepared<PersonRow> =>
  prepare(hub, statements.peopleAt, [outlet])
