import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

type CodeRow = { readonly code: string }
export type PersonRow = { readonly id: string; readonly name: string; readonly grants: string }

export const statements = {
  codesInRegion: statement<[region: string, most: number], CodeRow>(
    `WITH RECURSIVE inside (id) AS (
       VALUES (?1) UNION ALL
       SELECT regions.id FROM inside CROSS JOIN regions ON regions.parent_id = inside.id
     )
     SELECT code FROM inside CROSS JOIN outlets ON outlets.region_id = inside.id LIMIT ?2`,
    ['cn', 10],
  ),
  codesOfPartner: statement<[partner: string, most: number], CodeRow>(
    `SELECT code FROM outlets WHERE partner_id = ?1 LIMIT ?2`,
    ['p-1', 10],
  ),
  /** Places as `[kind, place]` pairs. */
  peopleOfPlaces: statement<[places: string, most: number], PersonRow>(
    `SELECT staff.id, name, grants FROM json_each(?1) AS wanted
       CROSS JOIN staff_scopes ON staff_scopes.kind = wanted.value ->> 0
         AND staff_scopes.place = wanted.value ->> 1
       CROSS JOIN staff ON staff.id = staff_scopes.staff_id
     WHERE disabled_at IS NULL LIMIT ?2`,
    ['[["outlet","SZ-001"],["network",""]]', 10],
  ),
} satisfies Statements

export const codesInRegion = (hub: Database, region: string, most: number): Prepared<CodeRow> =>
  prepare(hub, statements.codesInRegion, [region, most])

export const codesOfPartner = (hub: Database, partner: string, most: number): Prepared<CodeRow> =>
  prepare(hub, statements.codesOfPartner, [partner, most])

/** Who holds a role for any of some places and may sign in. */
export const peopleOfPlaces = (
  hub: Database,
  places: readonly (readonly [kind: string, place: string])[],
  most: number,
): Prepared<PersonRow> => prepare(hub, statements.peopleOfPlaces, [JSON.stringify(places), most])
