import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type JobRow = {
  readonly code: string
  readonly assigned_to: string | null
  readonly shelf: string | null
}

export const statements = {
  putOnShelf: statement<[code: string, shelf: string, now: number]>(
    `INSERT INTO repair_jobs (code, shelf, updated_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (code) DO UPDATE SET shelf = excluded.shelf, updated_at = excluded.updated_at`,
    ['0123456789ABC', 'A-12', 0],
  ),
  assignJob: statement<[code: string, staffId: string | null, now: number]>(
    `INSERT INTO repair_jobs (code, assigned_to, updated_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (code) DO UPDATE SET assigned_to = excluded.assigned_to, updated_at = excluded.updated_at`,
    ['0123456789ABC', 'stf_1', 0],
  ),
  jobsOf: statement<[codes: string], JobRow>(
    `SELECT repair_jobs.code, assigned_to, shelf
     FROM json_each(?1) AS wanted CROSS JOIN repair_jobs ON repair_jobs.code = wanted.value`,
    ['["0123456789ABC"]'],
  ),
} satisfies Statements

export const putOnShelf = (database: Database, code: string, shelf: string, now: number) =>
  prepare(database, statements.putOnShelf, [code, shelf, now])

/** Gives a job to somebody; null = to nobody. */
export const assignJob = (
  database: Database,
  {
    code,
    staffId,
    now,
  }: { readonly code: string; readonly staffId: string | null; readonly now: number },
): Prepared => prepare(database, statements.assignJob, [code, staffId, now])

/** Who has the jobs and where the phones lie; repairs without either have no row. */
export const jobsOf = (database: Database, codes: readonly string[]): Prepared<JobRow> =>
  prepare(database, statements.jobsOf, [JSON.stringify(codes)])
