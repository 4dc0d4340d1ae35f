import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type StaffRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly grants: string
  readonly version: number
  readonly is_demo: number
  readonly disabled_at: number | null
  readonly disabled_by: string | null
}

const COLUMNS = 'id, name, email, locale, grants, version, is_demo, disabled_at, disabled_by'

export const statements = {
  staffByEmail: statement<[email: string], StaffRow>(
    `SELECT ${COLUMNS} FROM staff WHERE email = ?1`,
    ['counter@demo.example'],
  ),
  staffById: statement<[id: string], StaffRow>(`SELECT ${COLUMNS} FROM staff WHERE id = ?1`, [
    'stf_1',
  ]),
  staffNames: statement<[ids: string], { readonly id: string; readonly name: string }>(
    `SELECT staff.id, name FROM json_each(?1) AS wanted CROSS JOIN staff ON staff.id = wanted.value`,
    ['["stf_1"]'],
  ),
} satisfies Statements

export const staffByEmail = (hub: Database, email: string): Prepared<StaffRow> =>
  prepare(hub, statements.staffByEmail, [email])

export const staffById = (hub: Database, id: string): Prepared<StaffRow> =>
  prepare(hub, statements.staffById, [id])

/** Names of staff by id, for pages of the desk. */
export const staffNames = (hub: Database, ids: readonly string[]) =>
  prepare(hub, statements.staffNames, [JSON.stringify([...new Set(ids)])])

export const staffFromRow = ({ id, name, email, locale, grants }: StaffRow): Staff => ({
  ...{ id, name, email, locale: locale === 'zh-CN' ? 'zh-CN' : 'en' },
  grants: JSON.parse(grants),
})
