import type { Database } from '#functions/db/database.ts'
import type { InOrder } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
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

/** Behind a place of the list; 1 = what is about complaints, too. */
type Open = [dueAt: number, id: string, withComplaints: number, most: number]
const SINCE: Open = [0, '', 1, 10]
const OPEN = `desk_due_at > 0 AND (desk_due_at, surveys.id) > (?1, ?2)
  AND (?3 = 1 OR surveys.state ->> '$.kind' <> 'complaint')`
const IN_ORDER = 'ORDER BY desk_due_at, surveys.id LIMIT ?4'

export const statements = {
  openEverywhere: statement<Open, ListedRow>(
    `SELECT ${LISTED} FROM surveys WHERE ${OPEN} ${IN_ORDER}`,
    SINCE,
  ),
  openAt: statement<[...Open, outlet: string], ListedRow>(
    `SELECT ${LISTED} FROM surveys WHERE outlet_code = ?5 AND ${OPEN} ${IN_ORDER}`,
    [...SINCE, 'SZ-001'],
  ),
  openAmong: statement<[...Open, outlets: string], ListedRow>(
    `SELECT ${LISTED} FROM surveys INDEXED BY surveys_open WHERE ${OPEN}
       AND outlet_code IN (SELECT value FROM json_each(?5)) ${IN_ORDER}`,
    [...SINCE, '["SZ-001"]'],
  ),
  callsAhead: statement<[now: number, outlets: string], { readonly count: number }>(
    `SELECT count(*) AS count FROM surveys INDEXED BY surveys_open
     WHERE desk_due_at > ?1 AND state ->> '$.kind' <> 'complaint'
       AND state ->> '$.callback.dueAt' > ?1
       AND json_array_length(state, '$.callback.tries') = 0
       AND outlet_code IN (SELECT value FROM json_each(?2))`,
    [0, '["SZ-001"]'],
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

export type OpenPage = {
  readonly after: Place
  readonly withComplaints: boolean
  readonly most: number
}

/** What waits for the desk behind a place, the first due first. */
export function openSurveys({ after, withComplaints, most }: OpenPage): InOrder<ListedRow> {
  const open: Open = [after.at, after.id, withComplaints ? 1 : 0, most]
  return {
    everywhere: (database) => prepare(database, statements.openEverywhere, open),
    at: (database, outlet) => prepare(database, statements.openAt, [...open, outlet]),
    among: (database, outlets) =>
      prepare(database, statements.openAmong, [...open, JSON.stringify(outlets)]),
  }
}

/** Callbacks that nobody has begun and that aren't due yet, but for those about complaints. */
export const callsAhead = (
  database: Database,
  outlets: readonly string[],
  now: number,
): Prepared<{ readonly count: number }> =>
  prepare(database, statements.callsAhead, [now, JSON.stringify(outlets)])

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
