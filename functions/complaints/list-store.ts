import type { InOrder } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import { prepare, type Statements, statement } from '#functions/db/statement.ts'
import type { ComplaintRow } from './store.ts'

/** '' = any; `levels` = those that the asker answers for, each between commas; 1 = only what may be theirs. */
type Filters = [
  at: number,
  code: string,
  most: number,
  level: string,
  status: string,
  me: string,
  levels: string,
  mineOnly: number,
  seesAll: number,
]
const FILTERS: Filters = [0, '', 10, '', '', 'stf_1', ',hq,', 0, 1]

/** Theirs by name or, while nobody is named, by their role on its level; what is about no outlet is the head office's. */
const MINE = `(state ->> '$.owner' = ?6 OR (state ->> '$.owner' IS NULL
  AND instr(?7, ',' || CASE WHEN state ->> '$.level' IS NULL THEN ''
    WHEN outlet_code IS NULL THEN 'hq' ELSE state ->> '$.level' END || ',') > 0))`
const WANTED = `(?4 = '' OR state ->> '$.level' = ?4) AND (?5 = '' OR status = ?5)
  AND (?8 = 0 OR ${MINE})
  AND (?9 = 1 OR state ->> '$.assignedTo' = outlet_code OR ${MINE})`
const MATCH = `listed_at IS NOT NULL AND (listed_at, code) > (?1, ?2) AND ${WANTED}`
const IN_ORDER = 'ORDER BY listed_at, code LIMIT ?3'
const CLOSED = `status = 'closed' AND (received_at, code) < (?1, ?2) AND ${WANTED}`
const NEWEST_FIRST = 'ORDER BY received_at DESC, code DESC LIMIT ?3'

export const statements = {
  listed: statement<Filters, ComplaintRow>(
    `SELECT state FROM complaints WHERE ${MATCH} ${IN_ORDER}`,
    FILTERS,
  ),
  listedAt: statement<[...Filters, outlet: string], ComplaintRow>(
    `SELECT state FROM complaints WHERE outlet_code = ?10 AND ${MATCH} ${IN_ORDER}`,
    [...FILTERS, 'SZ-001'],
  ),
  listedAmong: statement<[...Filters, outlets: string], ComplaintRow>(
    `SELECT state FROM complaints INDEXED BY complaints_listed WHERE ${MATCH}
       AND outlet_code IN (SELECT value FROM json_each(?10)) ${IN_ORDER}`,
    [...FILTERS, '["SZ-001"]'],
  ),
  closed: statement<Filters, ComplaintRow>(
    `SELECT state FROM complaints INDEXED BY complaints_by_receipt WHERE ${CLOSED} ${NEWEST_FIRST}`,
    FILTERS,
  ),
  closedAt: statement<[...Filters, outlet: string], ComplaintRow>(
    `SELECT state FROM complaints WHERE outlet_code = ?10 AND ${CLOSED} ${NEWEST_FIRST}`,
    [...FILTERS, 'SZ-001'],
  ),
  closedAmong: statement<[...Filters, outlets: string], ComplaintRow>(
    `SELECT state FROM complaints INDEXED BY complaints_by_receipt WHERE ${CLOSED}
       AND outlet_code IN (SELECT value FROM json_each(?10)) ${NEWEST_FIRST}`,
    [...FILTERS, '["SZ-001"]'],
  ),
} satisfies Statements

export type ListFilter = {
  readonly after: Place
  readonly most: number
  readonly level: string
  readonly status: string
  /** Staff id of whoever asks. */
  readonly me: string
  /** Levels that they answer for somewhere while nobody is named. */
  readonly levels: readonly string[]
  /** Only what may be theirs. */
  readonly isMineOnly: boolean
  /** Whether they see more than what is theirs or what their outlet was asked about. */
  readonly seesAll: boolean
}

const filtersOf = (filter: ListFilter): Filters => [
  ...([filter.after.at, filter.after.id, filter.most, filter.level, filter.status] as const),
  ...([filter.me, filter.levels.map((level) => `,${level},`).join('')] as const),
  ...([filter.isMineOnly ? 1 : 0, filter.seesAll ? 1 : 0] as const),
]

/** Open complaints behind a place of their list, what is due first at its beginning. */
export function openComplaints(filter: ListFilter): InOrder<ComplaintRow> {
  const filters = filtersOf(filter)
  return {
    everywhere: (database) => prepare(database, statements.listed, filters),
    at: (database, outlet) => prepare(database, statements.listedAt, [...filters, outlet]),
    among: (database, outlets) =>
      prepare(database, statements.listedAmong, [...filters, JSON.stringify(outlets)]),
  }
}

/** Closed complaints behind a place of their list, what reached us last at its beginning. */
export function closedComplaints(filter: ListFilter): InOrder<ComplaintRow> {
  const filters = filtersOf(filter)
  return {
    everywhere: (database) => prepare(database, statements.closed, filters),
    at: (database, outlet) => prepare(database, statements.closedAt, [...filters, outlet]),
    among: (database, outlets) =>
      prepare(database, statements.closedAmong, [...filters, JSON.stringify(outlets)]),
  }
}
