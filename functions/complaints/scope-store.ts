import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type PersonRow = { readonly id: string; readonly name: string; readonly grants: string }

export const statements = {
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

/** Who holds a role for any of some places and may sign in. */
export const peopleOfPlaces = (
  hub: Database,
  places: readonly (readonly [kind: string, place: string])[],
  most: number,
): Prepared<PersonRow> => prepare(hub, statements.peopleOfPlaces, [JSON.stringify(places), most])
