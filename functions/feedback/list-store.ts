import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

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

/** '' = any kind; 1 = suspected complaints only. */
type Filters = [kind: string, suspected: number, most: number]
const FILTERS: Filters = ['', 0, 10]
const MATCH = `(?1 = '' OR state ->> '$.kind' = ?1)
  AND (?2 = 0 OR state ->> '$.suspicion.state' = 'open')`

export const statements = {
  toDo: statement<Filters, ListedRow>(
    `SELECT state FROM feedback WHERE todo_at IS NOT NULL AND ${MATCH} ORDER BY todo_at LIMIT ?3`,
    FILTERS,
  ),
  toDoOf: statement<[...Filters, outlets: string], ListedRow>(
    `SELECT state FROM json_each(?4) AS wanted CROSS JOIN feedback INDEXED BY feedback_to_do_of
       ON feedback.outlet_code = wanted.value AND todo_at IS NOT NULL
     WHERE ${MATCH} LIMIT ?3`,
    [...FILTERS, '["SZ-001"]'],
  ),
  latest: statement<[...Filters, before: number], ListedRow>(
    `SELECT state FROM feedback WHERE received_at < ?4 AND ${MATCH}
     ORDER BY received_at DESC LIMIT ?3`,
    [...FILTERS, 0],
  ),
  latestOf: statement<[...Filters, before: number, outlets: string], ListedRow>(
    `SELECT state FROM json_each(?5) AS wanted CROSS JOIN feedback INDEXED BY feedback_of_outlet
       ON feedback.outlet_code = wanted.value AND received_at < ?4
     WHERE ${MATCH} LIMIT ?3`,
    [...FILTERS, 0, '["SZ-001"]'],
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
  /** null = the whole network. */
  readonly outlets: readonly string[] | null
}

const filters = ({ kind, isSuspected, most }: ListFilter): Filters => [
  ...([kind, isSuspected ? 1 : 0, most] as const),
]

/** What wants a person, due first; of some outlets in no order. */
export const toDo = (database: Database, filter: ListFilter): Prepared<ListedRow> =>
  filter.outlets === null
    ? prepare(database, statements.toDo, filters(filter))
    : prepare(database, statements.toDoOf, [...filters(filter), JSON.stringify(filter.outlets)])

/** What reached us before an instant, the newest first; of some outlets in no order. */
export const latest = (
  database: Database,
  filter: ListFilter,
  before: number,
): Prepared<ListedRow> =>
  filter.outlets === null
    ? prepare(database, statements.latest, [...filters(filter), before])
    : prepare(database, statements.latestOf, [
        ...filters(filter),
        before,
        JSON.stringify(filter.outlets),
      ])

/** Of the newest so many since an instant: suspected complaints, and what became of them. */
export const countSuspected = (database: Database, since: number, most: number) =>
  prepare(database, statements.countSuspected, [since, most])

export type Span = { readonly from: number; readonly until: number; readonly most: number }

export const exportedFeedback = (database: Database, { from, until, most }: Span) =>
  prepare(database, statements.exported, [from, until, most])
