import type { PackedBelow } from '#domain/kpis/packed-below.ts'
import type { PeerTraits } from '#domain/kpis/peers.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** Some hundred kilobytes of a statement that may hold a megabyte. */
const OUTLETS_OF_STATEMENT = 200

export type CountsRow = { readonly outlet: string; readonly counts: string }
export type ClosedRow = { readonly region_id: string; readonly closed_through: string }
export type RegionMonthRow = ClosedRow & { readonly month: string; readonly counts: string }
export type EventRow = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happenedAt: number
  readonly data: string
}
type RegionRow = { readonly id: string; readonly parentId: string | null }
type OutletRow = {
  readonly code: string
  readonly regionId: string
  readonly partnerId: string | null
  readonly zone: string
  readonly en: string
  readonly zh: string
} & PeerTraits

export const statements = {
  everyRegion: statement<[], RegionRow>('SELECT id, parent_id AS parentId FROM regions', [], {
    scans: ['regions'],
  }),
  everyPlacedOutlet: statement<[], OutletRow>(
    `SELECT code, region_id AS regionId, partner_id AS partnerId, zone, name_en AS en, name_zh AS zh,
       kind, benches FROM outlets`,
    [],
    { scans: ['outlets'] },
  ),
  everyBucket: statement<[], { readonly code: string; readonly bucket: number }>(
    'SELECT code, bucket FROM outlets',
    [],
    { scans: ['outlets'] },
  ),
  countsOfMonth: statement<[outlets: string, month: string], CountsRow>(
    `SELECT outlet_code AS outlet, counts FROM json_each(?1) AS wanted
     CROSS JOIN kpi_months ON outlet_code = wanted.value AND month = ?2`,
    ['["SZ-001"]', '2026-11'],
  ),
  closedOfMonth: statement<[month: string], ClosedRow>(
    'SELECT region_id, closed_through FROM kpi_region_months WHERE month = ?1',
    ['2026-11'],
  ),
  closeRegions: statement<[month: string, regions: string]>(
    `INSERT INTO kpi_region_months (month, region_id, counts, closed_through)
     SELECT ?1, value ->> 0, value -> 1, value ->> 2 FROM json_each(?2) WHERE true
     ON CONFLICT (month, region_id)
     DO UPDATE SET counts = excluded.counts, closed_through = excluded.closed_through`,
    ['2026-11', '[["cn",{},"2026-11-21"]]'],
  ),
  packBelow: statement<[month: string, rows: string]>(
    `INSERT INTO kpi_below (month, place, outlets)
     SELECT ?1, value ->> 0, value -> 1 FROM json_each(?2) WHERE true
     ON CONFLICT (month, place) DO UPDATE SET outlets = excluded.outlets`,
    ['2026-11', '[["region/cn/0",[["SZ-001","Shenzhen","深圳",{}]]]]'],
  ),
  // Outlets move between regions and partners, and regions between regions.
  dropBelow: statement<[month: string, places: string]>(
    `DELETE FROM kpi_below
     WHERE month = ?1 AND place NOT IN (SELECT value FROM json_each(?2))`,
    ['2026-11', '["region/cn/0"]'],
  ),
  regionMonths: statement<[months: string, region: string], RegionMonthRow>(
    `SELECT month, region_id, counts, closed_through FROM json_each(?1) AS wanted
     CROSS JOIN kpi_region_months ON month = wanted.value AND region_id = ?2`,
    ['["2026-11"]', 'cn'],
  ),
  eventsBetween: statement<
    [subject: string, version: number, before: string, most: number],
    EventRow
  >(
    `SELECT subject, version, type, happened_at AS happenedAt, data FROM events
     WHERE (subject, version) > (?1, ?2) AND subject < ?3 ORDER BY subject, version LIMIT ?4`,
    ['repair/7K', 0, 'repair/7K~', 10],
  ),
} satisfies Statements

export const everyRegion = (hub: Database) => prepare(hub, statements.everyRegion, [])
export const everyPlacedOutlet = (hub: Database) => prepare(hub, statements.everyPlacedOutlet, [])
export const everyBucket = (hub: Database) => prepare(hub, statements.everyBucket, [])

/** One packed row of each outlet that has one in this database. */
export const countsOfMonth = (
  database: Database,
  outlets: readonly string[],
  month: string,
): Prepared<CountsRow> =>
  prepare(database, statements.countsOfMonth, [JSON.stringify(outlets), month])

export const closedOfMonth = (hub: Database, month: string): Prepared<ClosedRow> =>
  prepare(hub, statements.closedOfMonth, [month])

export type ClosedRegion = readonly [region: string, counts: object, closedThrough: string]

export const closeRegions = (
  hub: Database,
  month: string,
  regions: readonly ClosedRegion[],
): Prepared => prepare(hub, statements.closeRegions, [month, JSON.stringify(regions)])

/** What is compared below places, in rows of so many outlets, and nothing else of that month. */
export function packBelow(hub: Database, month: string, below: PackedBelow): readonly Prepared[] {
  const rows = [...below]
  const parts: (typeof rows)[] = []
  let room = 0
  for (const row of rows) {
    if (room <= 0) {
      parts.push([])
      room = OUTLETS_OF_STATEMENT
    }
    parts.at(-1)?.push(row)
    room -= row[1].length
  }
  const places = JSON.stringify([...below.keys()])
  return [
    prepare(hub, statements.dropBelow, [month, places]),
    ...parts.map((part) => prepare(hub, statements.packBelow, [month, JSON.stringify(part)])),
  ]
}

/** A region's closed months, or the network's: one row each. */
export const regionMonths = (
  hub: Database,
  region: string,
  months: readonly string[],
): Prepared<RegionMonthRow> =>
  prepare(hub, statements.regionMonths, [JSON.stringify(months), region])

type Page = {
  readonly after: { readonly subject: string; readonly version: number }
  readonly before: string
  readonly most: number
}

/** Events by their key, of subjects between two. */
export const eventsBetween = (
  database: Database,
  { after, before, most }: Page,
): Prepared<EventRow> =>
  prepare(database, statements.eventsBetween, [after.subject, after.version, before, most])
