import type { Contest } from '#domain/publications/contest.ts'
import type { OutletDay } from '#domain/publications/excluded-days.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type ContestRow = {
  readonly id: string
  readonly version: number
  readonly outlet_code: string
  readonly month: string
  readonly kpi: string
  readonly repair_code: string | null
  readonly status: string
  readonly raised_by: string
  readonly raised_at: number
  readonly decided_by: string | null
  readonly approved_by: string | null
  readonly from_day: string | null
  readonly to_day: string | null
  readonly reason: string | null
}
export type ContestWords = { readonly said: string; readonly answer: string | null }
export type ExclusionRow = Pick<ContestRow, 'outlet_code' | 'from_day' | 'to_day' | 'reason'>
export type DayCounts = { readonly outlet: string; readonly day: string; readonly counts: string }

const COLUMNS = `id, version, outlet_code, month, kpi, repair_code, status, raised_by, raised_at,
  decided_by, approved_by, from_day, to_day, reason`

type Written = [
  ...[id: string, version: number, outlet: string, month: string, kpi: string],
  ...[repair: string | null, status: string, raisedBy: string, raisedAt: number],
  ...[decidedBy: string | null, approvedBy: string | null],
  ...[from: string | null, to: string | null, reason: string | null, now: number],
]

export const statements = {
  contestById: statement<[id: string], ContestRow & ContestWords>(
    `SELECT ${COLUMNS}, said, answer FROM figure_contests
     JOIN figure_contest_words USING (id) WHERE id = ?1`,
    ['cts_0'],
  ),
  latestContests: statement<[most: number], ContestRow>(
    `SELECT ${COLUMNS} FROM figure_contests ORDER BY id DESC LIMIT ?1`,
    [50],
    { scans: ['figure_contests'] },
  ),
  undecidedContests: statement<[months: string, most: number], ContestRow>(
    `SELECT ${COLUMNS} FROM figure_contests
     WHERE month IN (SELECT value FROM json_each(?1)) AND status IN ('open', 'proposed') LIMIT ?2`,
    ['["2026-10"]', 50],
  ),
  undecidedOfOutlet: statement<
    [outlet: string, after: string, month: string],
    { readonly undecided: number }
  >(
    `SELECT count(*) AS undecided FROM figure_contests INDEXED BY figure_contests_of_outlet
     WHERE outlet_code = ?1 AND id > ?2 AND month = ?3 AND status IN ('open', 'proposed')`,
    ['SZ-001', 'cts_0', '2026-10'],
  ),
  contestsOfOutlets: statement<[outlets: string, after: string], ContestRow>(
    `SELECT ${COLUMNS} FROM figure_contests
     WHERE outlet_code IN (SELECT value FROM json_each(?1)) AND id > ?2`,
    ['["SZ-001"]', 'cts_0'],
  ),
  openContests: statement<[month: string], { readonly open: number }>(
    `SELECT count(*) AS open FROM figure_contests
     WHERE month = ?1 AND status IN ('open', 'proposed')`,
    ['2026-10'],
  ),
  exclusions: statement<[from: string, to: string], ExclusionRow>(
    `SELECT outlet_code, from_day, to_day, reason FROM figure_contests
     WHERE month BETWEEN ?1 AND ?2 AND status = 'excluded'`,
    ['2025-07', '2026-10'],
  ),
  writeContest: statement<Written>(
    `INSERT INTO figure_contests (${COLUMNS}, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
     ON CONFLICT (id) DO UPDATE SET version = ?2, status = ?7, decided_by = ?10, approved_by = ?11,
       from_day = ?12, to_day = ?13, reason = ?14, updated_at = ?15`,
    [
      ...(['cts_0', 1, 'SZ-001', '2026-10', 'promise_kept', null, 'open', 'stf_1', 0] as const),
      ...([null, null, null, null, null, 0] as const),
    ],
  ),
  writeWords: statement<[id: string, said: string, answer: string | null]>(
    `INSERT INTO figure_contest_words VALUES (?1, ?2, ?3)
     ON CONFLICT (id) DO UPDATE SET answer = coalesce(?3, answer)`,
    ['cts_0', 'said', null],
  ),
  homeOfRepair: statement<[code: string], { readonly home_outlet: string }>(
    'SELECT home_outlet FROM repairs WHERE code = ?1',
    ['7K3M9QXF2T8BV'],
  ),
  countsOfDays: statement<[days: string], DayCounts>(
    `SELECT outlet_code AS outlet, service_date AS day, counts FROM json_each(?1) AS wanted
     CROSS JOIN kpi_days ON outlet_code = wanted.value ->> 0 AND service_date = wanted.value ->> 1`,
    ['[["SZ-001","2026-10-20"]]'],
  ),
} satisfies Statements

/** A contest with its words. */
export const contestById = (hub: Database, id: string) => prepare(hub, statements.contestById, [id])

/** The latest of the whole network. */
export const latestContests = (hub: Database, most: number) =>
  prepare(hub, statements.latestContests, [most])

/** Those of some months that nobody has decided. */
export const undecidedContests = (hub: Database, months: readonly string[], most: number) =>
  prepare(hub, statements.undecidedContests, [JSON.stringify(months), most])

/** How many an outlet has undecided of a month, among those with later ids than one. */
export const undecidedOfOutlet = (
  hub: Database,
  {
    outlet,
    month,
    after,
  }: { readonly outlet: string; readonly month: string; readonly after: string },
) => prepare(hub, statements.undecidedOfOutlet, [outlet, after, month])

/** Those of some outlets with later ids than one. */
export const contestsOfOutlets = (hub: Database, outlets: readonly string[], after: string) =>
  prepare(hub, statements.contestsOfOutlets, [JSON.stringify(outlets), after])

/** How many contests of a month nobody has decided. */
export const openContests = (hub: Database, month: string) =>
  prepare(hub, statements.openContests, [month])

/** Days that were taken out, of contests of some months, both ends included. */
export const approvedExclusions = (hub: Database, from: string, to: string) =>
  prepare(hub, statements.exclusions, [from, to])

/** A contest new or in the place of what it was; the event's key has refused a stale writer. */
export const writeContest = (hub: Database, one: Contest, now: number): Prepared =>
  prepare(hub, statements.writeContest, [
    ...([one.id, one.version, one.outlet, one.month, one.kpi, one.repair, one.status] as const),
    ...([one.raisedBy, one.raisedAt, one.decidedBy, one.approvedBy] as const),
    ...([one.exclusion?.from ?? null, one.exclusion?.to ?? null] as const),
    ...([one.exclusion?.reason ?? null, now] as const),
  ])

/** Words of a contest: what the outlet said, and what was answered later. */
export const writeWords = (hub: Database, id: string, { said, answer }: ContestWords): Prepared =>
  prepare(hub, statements.writeWords, [id, said, answer])

export const homeOfRepair = (database: Database, code: string) =>
  prepare(database, statements.homeOfRepair, [code])

/** Packed counts of outlets' days, of one database. */
export const countsOfDays = (database: Database, days: readonly OutletDay[]) =>
  prepare(database, statements.countsOfDays, [JSON.stringify(days)])
