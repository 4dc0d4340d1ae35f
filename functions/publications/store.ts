import { NETWORK } from '#domain/kpis/close-months.ts'
import type { Publication } from '#domain/publications/publication.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'
import type { PublicationRow } from './publication-rows.ts'

export type MonthRow = { readonly outlet: string; readonly month: string; readonly counts: string }
export type NetworkRow = { readonly month: string; readonly counts: string }
export type DayRow = { readonly outlet: string; readonly day: string }
export type OutletRow = {
  readonly code: string
  readonly region: string
  readonly hours: string | null
  /** 1 = it serves customers. */
  readonly serves: number
  readonly oneHour: number
}
export type RegionRow = {
  readonly id: string
  readonly parent: string | null
  readonly level: string
}

const COLUMNS = `number, version, month, revision, revises, reason, status, frozen_by, signed_by,
  frozen_at, published_at, frozen`

type Values = [
  number: number,
  version: number,
  month: string,
  revision: number,
  revises: number | null,
  reason: string | null,
  status: string,
  frozenBy: string | null,
  signedBy: string | null,
  frozenAt: number | null,
  publishedAt: number | null,
  frozen: string | null,
  now: number,
]

export const statements = {
  // Twelve a year and their revisions.
  everyPublication: statement<[], PublicationRow>(
    `SELECT ${COLUMNS} FROM publications ORDER BY number`,
    [],
    { scans: ['publications'] },
  ),
  writePublication: statement<Values>(
    `INSERT INTO publications (${COLUMNS}, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
     ON CONFLICT (number) DO UPDATE SET version = ?2, status = ?7, frozen_by = ?8, signed_by = ?9,
       frozen_at = ?10, published_at = ?11, frozen = ?12, updated_at = ?13`,
    [1, 1, '2026-10', 1, null, null, 'draft', null, null, null, null, null, 0],
  ),
  countsOfMonths: statement<[outlets: string, from: string, to: string], MonthRow>(
    `SELECT outlet_code AS outlet, month, counts FROM json_each(?1) AS wanted
     CROSS JOIN kpi_months ON outlet_code = wanted.value AND month BETWEEN ?2 AND ?3`,
    ['["SZ-001"]', '2026-01', '2026-10'],
  ),
  daysWithData: statement<[outlets: string, from: string, to: string], DayRow>(
    `SELECT outlet_code AS outlet, service_date AS day FROM json_each(?1) AS wanted
     CROSS JOIN kpi_days ON outlet_code = wanted.value AND service_date BETWEEN ?2 AND ?3`,
    ['["SZ-001"]', '2026-09-01', '2026-10-31'],
  ),
  networkMonths: statement<[region: string, months: string], NetworkRow>(
    `SELECT month, counts FROM json_each(?2) AS wanted
     CROSS JOIN kpi_region_months ON month = wanted.value AND region_id = ?1`,
    ['network', '["2026-10"]'],
  ),
  everyOutlet: statement<[], OutletRow>(
    `SELECT code, region_id AS region, hours,
       operation <> 'closed' AND qualification <> 'disqualified' AS serves,
       coalesce(services ->> 'one_hour', '') = 'done' AS oneHour FROM outlets`,
    [],
    { scans: ['outlets'] },
  ),
  everyRegion: statement<[], RegionRow>('SELECT id, parent_id AS parent, level FROM regions', [], {
    scans: ['regions'],
  }),
} satisfies Statements

export const everyPublication = (hub: Database) => prepare(hub, statements.everyPublication, [])
export const everyOutlet = (hub: Database) => prepare(hub, statements.everyOutlet, [])
export const everyRegion = (hub: Database) => prepare(hub, statements.everyRegion, [])

/** The network's closed months, of those asked for. */
export const networkMonths = (hub: Database, months: readonly string[]) =>
  prepare(hub, statements.networkMonths, [NETWORK, JSON.stringify(months)])

/** A publication new or in the place of what it was; the event's key has refused a stale writer. */
export const writePublication = (hub: Database, one: Publication, now: number): Prepared =>
  prepare(hub, statements.writePublication, [
    ...([one.number, one.version, one.month, one.revision, one.revises, one.reason] as const),
    ...([one.status, one.frozenBy, one.signedBy, one.frozenAt, one.publishedAt] as const),
    ...([one.frozen && JSON.stringify(one.frozen), now] as const),
  ])

type Span = { readonly outlets: readonly string[]; readonly from: string; readonly to: string }

/** Packed counts of outlets by month, both ends included, of one database. */
export const countsOfMonths = (database: Database, { outlets, from, to }: Span) =>
  prepare(database, statements.countsOfMonths, [JSON.stringify(outlets), from, to])

/** Local days of outlets on which anything was counted, both ends included, of one database. */
export const daysWithData = (database: Database, { outlets, from, to }: Span) =>
  prepare(database, statements.daysWithData, [JSON.stringify(outlets), from, to])
