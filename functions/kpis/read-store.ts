import type { PeerTraits } from '#domain/kpis/peers.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type OutletMonthRow = {
  readonly outlet: string
  readonly month: string
  readonly counts: string
}
export type PlaceRow = { readonly id: string; readonly name_en: string; readonly name_zh: string }
export type RegionCountsRow = PlaceRow & { readonly counts: string | null }

export type AlikeRow = PeerTraits & { readonly key: string | null; readonly counts: string | null }

const REGION = 'regions.id, regions.name_en, regions.name_zh'
const CLOSED = `LEFT JOIN kpi_region_months AS closed
  ON closed.month = ?1 AND closed.region_id = regions.id`

export const statements = {
  outletMonths: statement<[outlets: string, from: string, to: string], OutletMonthRow>(
    `SELECT outlet_code AS outlet, month, counts FROM json_each(?1) AS wanted
     CROSS JOIN kpi_months ON outlet_code = wanted.value AND month BETWEEN ?2 AND ?3`,
    ['["SZ-001"]', '2026-10', '2026-11'],
  ),
  partnerIs: statement<[id: string], PlaceRow>(
    'SELECT id, name_en, name_zh FROM partners WHERE id = ?1',
    ['p-1'],
  ),
  /** An outlet's traits, and closed counts of all sizes of its kind. */
  alikeOf: statement<[outlet: string, month: string], AlikeRow>(
    `SELECT kind, benches, alike.region_id AS key, counts FROM outlets
     LEFT JOIN kpi_region_months AS alike ON month = ?2 AND alike.region_id > 'kind/' || kind || '/'
       AND alike.region_id < 'kind/' || kind || '0'
     WHERE code = ?1`,
    ['SZ-001', '2026-11'],
  ),
  outletsOfPartners: statement<[month: string, partners: string], { readonly outlets: number }>(
    `SELECT total(json_array_length(outlets)) AS outlets FROM json_each(?2) AS wanted
     CROSS JOIN kpi_below ON month = ?1 AND place > 'partner/' || wanted.value || '/'
       AND place < 'partner/' || wanted.value || '0'`,
    ['2026-11', '["p-1"]'],
  ),
  outletsBelow: statement<
    [month: string, from: string, before: string, most: number],
    { readonly outlets: string }
  >(
    `SELECT outlets FROM kpi_below WHERE month = ?1 AND place > ?2 AND place < ?3
     ORDER BY place LIMIT ?4`,
    ['2026-11', 'region/cn/', 'region/cn0', 10],
  ),
  countries: statement<[month: string], RegionCountsRow>(
    `SELECT ${REGION}, closed.counts FROM regions ${CLOSED} WHERE regions.parent_id IS NULL`,
    ['2026-11'],
  ),
  regionsBelow: statement<[month: string, parent: string], RegionCountsRow>(
    `SELECT ${REGION}, closed.counts FROM regions ${CLOSED} WHERE regions.parent_id = ?2`,
    ['2026-11', 'cn'],
  ),
  regionsNamed: statement<[regions: string], PlaceRow>(
    `SELECT ${REGION} FROM json_each(?1) AS wanted CROSS JOIN regions ON regions.id = wanted.value`,
    ['["cn-zhejiang"]'],
  ),
  provinces: statement<[], PlaceRow>(
    `SELECT ${REGION} FROM regions AS country
     CROSS JOIN regions ON regions.parent_id = country.id WHERE country.parent_id IS NULL`,
    [],
  ),
} satisfies Statements

/** Packed months of outlets, both ends included, as far as they stand in this database. */
export const outletMonths = (
  database: Database,
  outlets: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Prepared<OutletMonthRow> =>
  prepare(database, statements.outletMonths, [JSON.stringify(outlets), from, to])

/** Outlets of an outlet's kind, a row for each size, as they were closed. */
export const alikeOf = (hub: Database, outlet: string, month: string): Prepared<AlikeRow> =>
  prepare(hub, statements.alikeOf, [outlet, month])

/** How many outlets some partners had when the month was closed. */
export const outletsOfPartners = (hub: Database, month: string, partners: readonly string[]) =>
  prepare(hub, statements.outletsOfPartners, [month, JSON.stringify(partners)])

export const partnerIs = (hub: Database, id: string) => prepare(hub, statements.partnerIs, [id])

/** What follows a slash. */
const AFTER_SLASH = '0'

/** Rows with the outlets whose keys begin so, packed as their month was closed. */
export const outletsBelow = (
  hub: Database,
  {
    month,
    prefix,
    most,
  }: { readonly month: string; readonly prefix: string; readonly most: number },
) => prepare(hub, statements.outletsBelow, [month, prefix, prefix.slice(0, -1) + AFTER_SLASH, most])

/** Regions directly below another, with their counts of a month; null = the countries. */
export const regionsBelow = (hub: Database, parent: string | null, month: string) =>
  parent === null
    ? prepare(hub, statements.countries, [month])
    : prepare(hub, statements.regionsBelow, [month, parent])

export const regionsNamed = (hub: Database, regions: readonly string[]) =>
  prepare(hub, statements.regionsNamed, [JSON.stringify(regions)])

export const provinces = (hub: Database) => prepare(hub, statements.provinces, [])
