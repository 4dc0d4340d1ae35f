import type { Grant } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'
import type { StaffRow } from './staff-store.ts'

const COLUMNS = 'id, name, email, locale, grants, version, is_demo, disabled_at, disabled_by'
const OF_STAFF = COLUMNS.split(', ')
  .map((column) => `staff.${column}`)
  .join(', ')

export type ScopePlaceRow = {
  readonly code: string
  readonly partner_id: string | null
  readonly regions: string
}

type NewStaff = [
  id: string,
  name: string,
  email: string,
  locale: string,
  grants: string,
  isDemo: number,
  now: number,
]
type Standing = [
  id: string,
  version: number,
  grants: string,
  disabledAt: number | null,
  disabledBy: string | null,
  now: number,
]

/** Places below a region, itself among them, and the outlets that hang on them. */
const BELOW = `WITH RECURSIVE below (id) AS (
    VALUES (?1) UNION
    SELECT regions.id FROM below CROSS JOIN regions ON regions.parent_id = below.id)`

export const statements = {
  insertStaff: statement<NewStaff>(
    `INSERT INTO staff (id, name, email, email_verified, locale, grants, version, is_demo,
       must_change_password, created_at, updated_at)
     VALUES (?1, ?2, ?3, 1, ?4, ?5, 1, ?6, 1, ?7, ?7)`,
    ['stf_1', 'Li', 'li@fixpoint.example', 'en', '[]', 0, 0],
  ),
  insertAccount: statement<[id: string, staffId: string, hash: string, now: number]>(
    `INSERT INTO staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES (?1, ?2, 'credential', ?2, ?3, ?4, ?4)`,
    ['acc_1', 'stf_1', '0f', 0],
  ),
  setStanding: statement<Standing>(
    `UPDATE staff SET version = ?2, grants = ?3, disabled_at = ?4, disabled_by = ?5, updated_at = ?6
     WHERE id = ?1`,
    ['stf_1', 2, '[]', null, null, 0],
  ),
  refuseLastAdmin: statement<[isDemo: number]>(
    `INSERT INTO guards (last_admin) SELECT 1 WHERE NOT EXISTS (
       SELECT 1 FROM staff WHERE disabled_at IS NULL AND is_demo <= ?1
         AND instr(grants, '"role":"hq_admin","scope":{"kind":"network"}') > 0)`,
    [0],
  ),
  staffAfter: statement<[name: string, id: string, most: number], StaffRow>(
    `SELECT ${COLUMNS} FROM staff WHERE (name, id) > (?1, ?2) ORDER BY name, id LIMIT ?3`,
    ['Li', 'stf_1', 10],
  ),
  staffOfOutlets: statement<[codes: string], StaffRow>(
    `SELECT ${OF_STAFF} FROM json_each(?1) AS wanted
       CROSS JOIN staff_scopes ON staff_scopes.kind = 'outlet' AND staff_scopes.place = wanted.value
       CROSS JOIN staff ON staff.id = staff_scopes.staff_id`,
    ['["SZ-001"]'],
  ),
  staffOfPartner: statement<[partner: string], StaffRow>(
    `SELECT ${OF_STAFF} FROM staff_scopes CROSS JOIN staff ON staff.id = staff_scopes.staff_id
     WHERE staff_scopes.kind = 'partner' AND staff_scopes.place = ?1
     UNION ALL
     SELECT ${OF_STAFF} FROM outlets
       CROSS JOIN staff_scopes ON staff_scopes.kind = 'outlet' AND staff_scopes.place = outlets.code
       CROSS JOIN staff ON staff.id = staff_scopes.staff_id
     WHERE outlets.partner_id = ?1`,
    ['partner-1'],
  ),
  staffOfRegion: statement<[region: string], StaffRow>(
    `${BELOW}
     SELECT ${OF_STAFF} FROM below
       CROSS JOIN staff_scopes ON staff_scopes.kind = 'region' AND staff_scopes.place = below.id
       CROSS JOIN staff ON staff.id = staff_scopes.staff_id
     UNION ALL
     SELECT ${OF_STAFF} FROM below CROSS JOIN outlets ON outlets.region_id = below.id
       CROSS JOIN staff_scopes ON staff_scopes.kind = 'outlet' AND staff_scopes.place = outlets.code
       CROSS JOIN staff ON staff.id = staff_scopes.staff_id`,
    ['cn'],
  ),
  outletPlaces: statement<[codes: string], ScopePlaceRow>(
    `SELECT outlets.code, outlets.partner_id,
       (WITH RECURSIVE up(id, above) AS (
          SELECT regions.id, regions.parent_id FROM regions WHERE regions.id = outlets.region_id
          UNION ALL
          SELECT regions.id, regions.parent_id FROM up JOIN regions ON regions.id = up.above)
        SELECT json_group_array(up.id) FROM up) AS regions
     FROM json_each(?1) AS wanted CROSS JOIN outlets ON outlets.code = wanted.value`,
    ['["SZ-001"]'],
  ),
  regionsAbove: statement<[ids: string], { readonly id: string; readonly above: string }>(
    `WITH RECURSIVE up (id, above) AS (
       SELECT regions.id, regions.id FROM json_each(?1) AS wanted
         CROSS JOIN regions ON regions.id = wanted.value
       UNION ALL
       SELECT up.id, regions.parent_id FROM up CROSS JOIN regions ON regions.id = up.above
       WHERE regions.parent_id IS NOT NULL)
     SELECT id, above FROM up`,
    ['["cn"]'],
  ),
  knownPartners: statement<[ids: string], { readonly id: string }>(
    `SELECT partners.id FROM json_each(?1) AS wanted CROSS JOIN partners ON partners.id = wanted.value`,
    ['["partner-1"]'],
  ),
} satisfies Statements

type Inserted = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'zh-CN'
  readonly grants: readonly Grant[]
  readonly hash: string
  readonly isDemo: boolean
}

/** Somebody new, with what they sign in by: a password that whoever invites them sees too. */
export const insertStaff = (hub: Database, staff: Inserted, now: number): readonly Prepared[] => {
  const { id, name, email, locale } = staff
  const grants = JSON.stringify(staff.grants)
  const isDemo = Number(staff.isDemo)
  return [
    prepare(hub, statements.insertStaff, [id, name, email, locale, grants, isDemo, now]),
    prepare(hub, statements.insertAccount, [staff.accountId, id, staff.hash, now]),
  ]
}

type Stands = {
  readonly id: string
  readonly version: number
  readonly grants: readonly Grant[]
  readonly disabledAt: number | null
  readonly disabledBy: string | null
}

export const setStanding = (
  hub: Database,
  { id, version, grants, disabledAt, disabledBy }: Stands,
  now: number,
): Prepared => {
  const held = JSON.stringify(grants)
  return prepare(hub, statements.setStanding, [id, version, held, disabledAt, disabledBy, now])
}

/** Fails as `last_admin` when nobody administers the network any more; demo people count where they may be in. */
export const refuseLastAdmin = (hub: Database, countsDemo: boolean): Prepared =>
  prepare(hub, statements.refuseLastAdmin, [Number(countsDemo)])

/** The next people by name, from the whole network. */
export const staffAfter = (
  hub: Database,
  { name, id }: { readonly name: string; readonly id: string },
  most: number,
): Prepared<StaffRow> => prepare(hub, statements.staffAfter, [name, id, most])

/** People who hold a role at one of some outlets; who holds one at several comes several times. */
export const staffOfOutlets = (hub: Database, codes: readonly string[]): Prepared<StaffRow> =>
  prepare(hub, statements.staffOfOutlets, [JSON.stringify(codes)])

/** People who hold a role for a partner, or at one of its outlets. */
export const staffOfPartner = (hub: Database, partner: string): Prepared<StaffRow> =>
  prepare(hub, statements.staffOfPartner, [partner])

/** People who hold a role for a region or one below it, or at an outlet there. */
export const staffOfRegion = (hub: Database, region: string): Prepared<StaffRow> =>
  prepare(hub, statements.staffOfRegion, [region])

export const outletPlaces = (hub: Database, codes: readonly string[]): Prepared<ScopePlaceRow> =>
  prepare(hub, statements.outletPlaces, [JSON.stringify([...new Set(codes)])])

/** Each region that is on record with itself and all above it, one row each. */
export const regionsAbove = (hub: Database, ids: readonly string[]) =>
  prepare(hub, statements.regionsAbove, [JSON.stringify([...new Set(ids)])])

export const knownPartners = (hub: Database, ids: readonly string[]) =>
  prepare(hub, statements.knownPartners, [JSON.stringify([...new Set(ids)])])
