import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type PlaceRow = {
  readonly code: string
  readonly partner_id: string | null
  readonly regions: string
}

export const statements = {
  placesOfOutlets: statement<[codes: string], PlaceRow>(
    `SELECT outlets.code, outlets.partner_id,
       (WITH RECURSIVE up(id, above) AS (
          SELECT regions.id, regions.parent_id FROM regions WHERE regions.id = outlets.region_id
          UNION ALL
          SELECT regions.id, regions.parent_id FROM up JOIN regions ON regions.id = up.above)
        SELECT json_group_array(up.id) FROM up) AS regions
     FROM json_each(?1) AS wanted CROSS JOIN outlets ON outlets.code = wanted.value`,
    ['["SZ-001"]'],
  ),
} satisfies Statements

export const placesOfOutlets = (hub: Database, codes: readonly string[]): Prepared<PlaceRow> =>
  prepare(hub, statements.placesOfOutlets, [JSON.stringify([...new Set(codes)])])
