import type { Pledge } from '#domain/standards/pledge.ts'
import { placeKey } from '#domain/standards/pledge.ts'
import type { StandardSet } from '#domain/standards/standard-set.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type SetRow = {
  readonly version: number
  readonly revision: number
  readonly status: 'draft' | 'published'
  readonly number: string
  readonly effective_from: number | null
  readonly published_at: number | null
  readonly body: string
}

export type PledgeRow = {
  readonly place: string
  readonly standard_id: string
  readonly version: number
  readonly periods: string
}

export type RegionRow = { readonly id: string; readonly name_en: string; readonly name_zh: string }

/** An outlet or a region as pledges look at it. */
export type PathRow = {
  readonly id: string
  readonly name_en: string
  readonly name_zh: string
  readonly partner_id: string | null
  readonly country_code: string
  /** JSON; '{}' of a region. */
  readonly services: string
  /** JSON: its own region first, the country last. */
  readonly regions: string
}

const SET = 'version, revision, status, number, effective_from, published_at, body'
const PLEDGE = 'place, standard_id, version, periods'
/** Beyond every version there will be: a bound lets the key answer in order. */
const BEYOND = 1_000_000_000

type SetValues = [
  version: number,
  revision: number,
  status: string,
  number: string,
  effectiveFrom: number | null,
  publishedAt: number | null,
  body: string,
  now: number,
]

export const statements = {
  // The edition in force, those still to come and the draft: nothing that lies behind.
  standingSets: statement<[now: number], SetRow>(
    `SELECT ${SET} FROM standard_sets WHERE version >= coalesce(
       (SELECT version FROM standard_sets WHERE version < ${BEYOND} AND effective_from <= ?1
        ORDER BY version DESC LIMIT 1), 0) ORDER BY version`,
    [0],
  ),
  setByVersion: statement<[version: number], SetRow>(
    `SELECT ${SET} FROM standard_sets WHERE version = ?1`,
    [1],
  ),
  setHeads: statement<[before: number, most: number], Omit<SetRow, 'body'>>(
    `SELECT version, revision, status, number, effective_from, published_at FROM standard_sets
     WHERE version < ?1 ORDER BY version DESC LIMIT ?2`,
    [BEYOND, 50],
  ),
  writeSet: statement<SetValues>(
    `INSERT INTO standard_sets (${SET}, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
     ON CONFLICT (version) DO UPDATE SET revision = ?2, status = ?3, number = ?4,
       effective_from = ?5, published_at = ?6, body = ?7, updated_at = ?8`,
    [1, 1, 'draft', 'x', null, null, '{}', 0],
  ),
  /** The regions right below the countries. */
  largestRegions: statement<[], RegionRow>(
    `SELECT inner.id, inner.name_en, inner.name_zh FROM regions AS country
     CROSS JOIN regions AS inner ON inner.parent_id = country.id
     WHERE country.parent_id IS NULL`,
    [],
  ),
  regionsWithin: statement<[regions: string], RegionRow>(
    `SELECT regions.id, name_en, name_zh FROM json_each(?1) AS wanted
     CROSS JOIN regions ON regions.id = wanted.value
     UNION ALL SELECT regions.id, name_en, name_zh FROM json_each(?1) AS wanted
     CROSS JOIN regions ON regions.parent_id = wanted.value`,
    ['["cn-zhejiang"]'],
  ),
  pledgesAt: statement<[places: string], PledgeRow>(
    `SELECT pledges.place, pledges.standard_id, pledges.version, pledges.periods
     FROM json_each(?1) AS wanted CROSS JOIN pledges ON pledges.place = wanted.value`,
    ['["outlet/SZ-001"]'],
  ),
  pledgesAfter: statement<[place: string, most: number], PledgeRow>(
    `SELECT ${PLEDGE} FROM pledges WHERE place > ?1 ORDER BY place, standard_id LIMIT ?2`,
    ['', 50],
  ),
  writePledge: statement<
    [place: string, standard: string, version: number, periods: string, now: number]
  >(
    `INSERT INTO pledges (${PLEDGE}, updated_at) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (place, standard_id) DO UPDATE SET version = ?3, periods = ?4, updated_at = ?5`,
    ['outlet/SZ-001', 'x', 1, '[]', 0],
  ),
  pathOfOutlet: statement<[code: string], PathRow>(
    `SELECT outlets.code AS id, outlets.name_en, outlets.name_zh, outlets.partner_id,
       outlets.services, (SELECT country_code FROM regions WHERE id = outlets.region_id)
         AS country_code,
       (WITH RECURSIVE up(id, above) AS (
          SELECT regions.id, regions.parent_id FROM regions WHERE regions.id = outlets.region_id
          UNION ALL
          SELECT regions.id, regions.parent_id FROM up JOIN regions ON regions.id = up.above)
        SELECT json_group_array(up.id) FROM up) AS regions
     FROM outlets WHERE outlets.code = ?1`,
    ['SZ-001'],
  ),
  pathOfRegion: statement<[id: string], PathRow>(
    `SELECT own.id, own.name_en, own.name_zh, NULL AS partner_id, '{}' AS services,
       own.country_code,
       (WITH RECURSIVE up(id, above) AS (
          SELECT regions.id, regions.parent_id FROM regions WHERE regions.id = own.id
          UNION ALL
          SELECT regions.id, regions.parent_id FROM up JOIN regions ON regions.id = up.above)
        SELECT json_group_array(up.id) FROM up) AS regions
     FROM regions AS own WHERE own.id = ?1`,
    ['cn'],
  ),
} satisfies Statements

export const standingSets = (hub: Database, now: number): Prepared<SetRow> =>
  prepare(hub, statements.standingSets, [now])

export const setByVersion = (hub: Database, version: number): Prepared<SetRow> =>
  prepare(hub, statements.setByVersion, [version])

/** The newest versions, without their standards. */
export const setHeads = (hub: Database, most: number): Prepared<Omit<SetRow, 'body'>> =>
  prepare(hub, statements.setHeads, [BEYOND, most])

/** A version whole, new or in the place of what it was; the event's key has refused a stale writer. */
export function writeSet(hub: Database, set: StandardSet, now: number): Prepared {
  const { scope, supervisor, standards } = set
  return prepare(hub, statements.writeSet, [
    ...([set.version, set.revision, set.status, set.number] as const),
    ...([set.effectiveFrom, set.publishedAt] as const),
    ...([JSON.stringify({ scope, supervisor, standards }), now] as const),
  ])
}

export const pledgesAt = (hub: Database, places: readonly string[]): Prepared<PledgeRow> =>
  prepare(hub, statements.pledgesAt, [JSON.stringify(places)])

export const pledgesAfter = (
  hub: Database,
  { after, most }: { readonly after: string; readonly most: number },
): Prepared<PledgeRow> => prepare(hub, statements.pledgesAfter, [after, most])

export const writePledge = (hub: Database, pledge: Pledge, now: number): Prepared =>
  prepare(hub, statements.writePledge, [
    ...([placeKey(pledge.place), pledge.standardId, pledge.version] as const),
    ...([JSON.stringify(pledge.periods), now] as const),
  ])

export const pathOfOutlet = (hub: Database, code: string): Prepared<PathRow> =>
  prepare(hub, statements.pathOfOutlet, [code])

export const pathOfRegion = (hub: Database, id: string): Prepared<PathRow> =>
  prepare(hub, statements.pathOfRegion, [id])

export const largestRegions = (hub: Database) => prepare(hub, statements.largestRegions, [])

/** Some regions, and those right below them. */
export const regionsWithin = (hub: Database, regions: readonly string[]) =>
  prepare(hub, statements.regionsWithin, [JSON.stringify(regions)])
