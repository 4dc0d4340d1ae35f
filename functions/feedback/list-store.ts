import type { Database } from '#functions/db/database.ts'
import type { InOrder } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import { prepare, type Statements, statement } from '#functions/db/statement.ts'

export type ListedRow = { readonly state: string }
export type ExportedRow = {
  readonly state: string
  readonly words: string | null
  readonly contact: string | null
}
export type CountedRow = {
  readonly suspected: number
  readonly confirmed: number
  readonly dismissed: number
}

/** '' = any kind; 1 = suspected complaints only; from which place of the list. */
type Filters = [kind: string, suspected: number, most: number, at: number, code: string]
const FILTERS: Filters = ['', 0, 10, 0, '']
const MATCH = `(?1 = '' OR state ->> '$.kind' = ?1)
  AND (?2 = 0 OR state ->> '$.suspicion.state' = 'open')`
const TO_DO = `todo_at IS NOT NULL AND (todo_at, code) > (?4, ?5) AND ${MATCH}`
const DUE_FIRST = 'ORDER BY todo_at, code LIMIT ?3'
const LATEST = `(received_at, code) < (?4, ?5) AND ${MATCH}`
const NEWEST_FIRST = 'ORDER BY received_at DESC, code DESC LIMIT ?3'
const AT = 'outlet_code = ?6 AND'
const AMONG = 'AND outlet_code IN (SELECT value FROM json_each(?6))'

export const statements = {
  toDo: statement<Filters, ListedRow>(
    `SELECT state FROM feedback WHERE ${TO_DO} ${DUE_FIRST}`,
    FILTERS,
  ),
  toDoAt: statement<[...Filters, outlet: string], ListedRow>(
    `SELECT state FROM feedback WHERE ${AT} ${TO_DO} ${DUE_FIRST}`,
    [...FILTERS, 'SZ-001'],
  ),
  toDoAmong: statement<[...Filters, outlets: string], ListedRow>(
    `SELECT state FROM feedback INDEXED BY feedback_to_do WHERE ${TO_DO} ${AMONG} ${DUE_FIRST}`,
    [...FILTERS, '["SZ-001"]'],
  ),
  latest: statement<Filters, ListedRow>(
    `SELECT state FROM feedback WHERE ${LATEST} ${NEWEST_FIRST}`,
    FILTERS,
  ),
  latestAt: statement<[...Filters, outlet: string], ListedRow>(
    `SELECT state FROM feedback WHERE ${AT} ${LATEST} ${NEWEST_FIRST}`,
    [...FILTERS, 'SZ-001'],
  ),
  latestAmong: statement<[...Filters, outlets: string], ListedRow>(
    `SELECT state FROM feedback INDEXED BY feedback_by_time WHERE ${LATEST} ${AMONG} ${NEWEST_FIRST}`,
    [...FILTERS, '["SZ-001"]'],
  ),
  countSuspected: statement<[since: number, most: number], CountedRow>(
    `SELECT count(*) AS suspected, count(*) FILTER (WHERE verdict = 'confirmed') AS confirmed,
       count(*) FILTER (WHERE verdict = 'dismissed') AS dismissed
     FROM (SELECT state ->> '$.suspicion.state' AS verdict FROM feedback
       WHERE received_at >= ?1 ORDER BY received_at DESC LIMIT ?2)
     WHERE verdict IS NOT NULL`,
    [0, 10],
  ),
  exported: statement<[from: number, until: number, most: number], ExportedRow>(
    `SELECT state, words, contact FROM feedback LEFT JOIN voices_private
       ON voices_private.code = feedback.code
     WHERE received_at >= ?1 AND received_at < ?2 ORDER BY received_at LIMIT ?3`,
    [0, 1, 10],
  ),
} satisfies Statements

export type ListFilter = {
  readonly kind: string
  readonly isSuspected: boolean
  readonly most: number
  /** What the page begins behind. */
  readonly after: Place
}

const filters = ({ kind, isSuspected, most, after }: ListFilter): Filters => [
  ...([kind, isSuspected ? 1 : 0, most, after.at, after.id] as const),
]

/** What wants a person, due first. */
export function toDo(filter: ListFilter): InOrder<ListedRow> {
  const values = filters(filter)
  return {
    everywhere: (database) => prepare(database, statements.toDo, values),
    at: (database, outlet) => prepare(database, statements.toDoAt, [...values, outlet]),
    among: (database, outlets) =>
      prepare(database, statements.toDoAmong, [...values, JSON.stringify(outlets)]),
  }
}

/** What reached us, the newest first. */
export function latest(filter: ListFilter): InOrder<ListedRow> {
  const values = filters(filter)
  return {
    everywhere: (database) => prepare(database, statements.latest, values),
    at: (database, outlet) => prepare(database, statements.latestAt, [...values, outlet]),
    among: (database, outlets) =>
      prepare(database, statements.latestAmong, [...values, JSON.stringify(outlets)]),
  }
}

/** Of the newest so many since an instant: suspected complaints, and what became of them. */
export const countSuspected = (database: Database, since: number, most: number) =>
  prepare(database, statements.countSuspected, [since, most])

export type Span = { readonly from: number; readonly until: number; readonly most: number }

export const exportedFeedback = (database: Database, { from, until, most }: Span) =>
  prepare(database, statements.exported, [from, until, most])
