import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export const statements = {
  // A try is noted before it is made: one that breaks off comes again, after 1, 2, 4 … minutes, an hour at most.
  claimBuilds: statement<[now: number]>(
    `UPDATE site_builds_due SET tries = tries + 1,
       try_at = ?1 + min(3600000, 60000 * (1 << min(tries, 6)))
     WHERE due_at <= ?1 AND try_at <= ?1`,
    [0],
  ),
  settleBuilds: statement<[now: number]>(`DELETE FROM site_builds_due WHERE due_at <= ?1`, [0]),
} satisfies Statements

export const claimBuilds = (hub: Database, now: number): Prepared =>
  prepare(hub, statements.claimBuilds, [now])

/** One build says everything that is due when it is taken on. */
export const settleBuilds = (hub: Database, now: number): Prepared =>
  prepare(hub, statements.settleBuilds, [now])
