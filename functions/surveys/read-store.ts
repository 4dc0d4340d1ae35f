import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** A survey as lists show it, with the words that were left; personal. */
export type ListedRow = {
  readonly id: string
  readonly state: string
  readonly zone: string
  readonly comment: string | null
}

/** Whom to call. Personal. */
export type CallRow = ListedRow & {
  readonly locale: 'en' | 'zh-CN'
  readonly contact: string | null
  /** Everything that was written, by what it is. */
  readonly words: string | null
}

export type CountsRow = {
  readonly outlet_code: string
  readonly period: string
  readonly counts: string
}

const LISTED = `surveys.id, surveys.state, surveys.zone,
  (SELECT words ->> '$.comment' FROM voices_private WHERE voices_private.code = surveys.id) AS comment`
/** Whoever is asked about a repair left their number with it; about a complaint, with that. */
const CONTACT = `coalesce(repair.contact, voice.contact)`
const CALLED = `${LISTED}, surveys.locale, ${CONTACT} AS contact, own.words AS words`
const WITH_CONTACT = `LEFT JOIN repairs_private AS repair ON repair.code = substr(surveys.id, 1, 13)
  LEFT JOIN voices_private AS voice ON voice.code = substr(surveys.id, 1, 13)
  LEFT JOIN voices_private AS own ON own.code = surveys.id`

export const statements = {
  openEverywhere: statement<[most: number], ListedRow>(
    `SELECT ${LISTED} FROM surveys WHERE desk_due_at > 0 ORDER BY desk_due_at LIMIT ?1`,
    [10],
  ),
  openAt: statement<[outlets: string, most: number], ListedRow>(
    `SELECT ${LISTED} FROM json_each(?1) AS wanted
       CROSS JOIN surveys ON surveys.outlet_code = wanted.value AND surveys.desk_due_at > 0
     LIMIT ?2`,
    ['["SZ-001"]', 10],
  ),
  calledSurvey: statement<[id: string], CallRow>(
    `SELECT ${CALLED} FROM surveys ${WITH_CONTACT} WHERE surveys.id = ?1`,
    ['0123456789ABC.9'],
  ),
  answeredAt: statement<[outlet: string, before: number, most: number], ListedRow>(
    `SELECT ${LISTED} FROM surveys WHERE outlet_code = ?1 AND answered_at < ?2
     ORDER BY answered_at DESC LIMIT ?3`,
    ['SZ-001', 0, 10],
  ),
  answeredBetween: statement<[from: number, before: number, most: number], ListedRow>(
    `SELECT ${LISTED} FROM surveys WHERE answered_at >= ?1 AND answered_at < ?2
     ORDER BY answered_at LIMIT ?3`,
    [0, 1, 10],
  ),
  monthsOf: statement<[outlets: string, months: string], CountsRow>(
    `SELECT outlet_code, month AS period, counts
     FROM json_each(?1) AS outlet CROSS JOIN json_each(?2) AS wanted
       CROSS JOIN kpi_months
         ON kpi_months.outlet_code = outlet.value AND kpi_months.month = wanted.value`,
    ['["SZ-001"]', '["2026-11"]'],
  ),
  outletCodes: statement<[], { readonly code: string }>(
    `SELECT code FROM outlets ORDER BY code`,
    [],
    { scans: ['outlets'] },
  ),
} satisfies Statements

/** What waits for the desk, the first due first where it is asked of the whole network. */
export const openSurveys = (
  database: Database,
  outlets: readonly string[] | null,
  most: number,
): Prepared<ListedRow> =>
  outlets === null
    ? prepare(database, statements.openEverywhere, [most])
    : prepare(database, statements.openAt, [JSON.stringify(outlets), most])

export const calledSurvey = (database: Database, id: string): Prepared<CallRow> =>
  prepare(database, statements.calledSurvey, [id])

/** The newest answers at an outlet from before an instant on. */
export const answeredAt = (
  database: Database,
  outlet: string,
  { before, most }: { readonly before: number; readonly most: number },
): Prepared<ListedRow> => prepare(database, statements.answeredAt, [outlet, before, most])

export type Between = { readonly from: number; readonly before: number; readonly most: number }

/** First answered in `[from, before)`, oldest first. */
export const answeredBetween = (database: Database, { from, before, most }: Between) =>
  prepare(database, statements.answeredBetween, [from, before, most])

export const monthsOf = (
  database: Database,
  outlets: readonly string[],
  months: readonly string[],
): Prepared<CountsRow> =>
  prepare(database, statements.monthsOf, [JSON.stringify(outlets), JSON.stringify(months)])

export const outletCodes = (hub: Database) => prepare(hub, statements.outletCodes, [])
