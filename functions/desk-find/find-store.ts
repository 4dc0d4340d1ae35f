import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type HitRow = {
  readonly code: string
  readonly status: string
  readonly home_outlet: string
  readonly at_outlet: string
  readonly updated_at: number
  readonly zone: string
  readonly model: string | null
  readonly fault_code: string | null
  readonly shelf: string | null
}

export type DigitsRow = { readonly code: string; readonly digits_hash: string | null }
export type CustomerRow = {
  readonly code: string
  readonly name: string | null
  readonly dial: string | null
}

const HIT = `repairs.code, status, repairs.home_outlet, at_outlet, updated_at, zone, shelf,
  state ->> '$.model' AS model, state ->> '$.faultCode' AS fault_code`
const BY_CODE = 'repairs ON repairs.code ='
/** Of the outlets in a list, where the phone is or where it came; null = of any. Before any LIMIT: a row out of scope takes nobody's place. */
const inScope = (list: string) =>
  `(${list} IS NULL OR EXISTS (SELECT 1 FROM json_each(${list}) AS own
     WHERE own.value = repairs.at_outlet OR own.value = repairs.home_outlet))`

export const statements = {
  hitsByCodes: statement<[codes: string], HitRow>(
    `SELECT ${HIT} FROM json_each(?1) AS wanted CROSS JOIN ${BY_CODE} wanted.value`,
    ['["0123456789ABC"]'],
  ),
  hitsByPhone: statement<[phoneHashes: string, most: number, outlets: string | null], HitRow>(
    `SELECT ${HIT} FROM json_each(?1) AS wanted CROSS JOIN repairs ON phone_hash = wanted.value
     WHERE ${inScope('?3')} LIMIT ?2`,
    ['["0f"]', 10, '["SZ-001"]'],
  ),
  hitsByDevice: statement<[idHashes: string, most: number, outlets: string | null], HitRow>(
    `SELECT ${HIT} FROM json_each(?1) AS wanted CROSS JOIN device_ids ON id_hash = wanted.value
     CROSS JOIN ${BY_CODE} device_ids.code WHERE ${inScope('?3')} LIMIT ?2`,
    ['["0f"]', 10, '["SZ-001"]'],
  ),
  hitsByParcel: statement<[tracking: string, most: number, outlets: string | null], HitRow>(
    `SELECT ${HIT} FROM parcels CROSS JOIN ${BY_CODE} parcels.code
     WHERE tracking = ?1 AND ${inScope('?3')} LIMIT ?2`,
    ['SF1234567890', 10, '["SZ-001"]'],
  ),
  hitsByNameAt: statement<[outlets: string, from: string, until: string, most: number], HitRow>(
    `SELECT ${HIT} FROM json_each(?1) AS wanted
     CROSS JOIN repair_names AS named ON named.home_outlet = wanted.value
       AND named.name >= ?2 AND named.name < ?3
     CROSS JOIN ${BY_CODE} named.code LIMIT ?4`,
    ['["SZ-001"]', 'wang', 'wangz', 10],
  ),
  hitsByNameAnywhere: statement<[from: string, until: string, most: number], HitRow>(
    `SELECT ${HIT} FROM repair_names AS named INDEXED BY repair_names_by_name
     CROSS JOIN ${BY_CODE} named.code WHERE named.name >= ?1 AND named.name < ?2 LIMIT ?3`,
    ['wang', 'wangz', 10],
  ),
  openDigitsAt: statement<[outlet: string, most: number], DigitsRow>(
    `SELECT code, digits_hash FROM repairs WHERE at_outlet = ?1 AND stage <> 'closed' LIMIT ?2`,
    ['SZ-001', 10],
  ),
  openDigitsAway: statement<[outlet: string, most: number], DigitsRow>(
    `SELECT code, digits_hash FROM repairs
     WHERE home_outlet = ?1 AND stage <> 'closed' AND home_outlet <> at_outlet LIMIT ?2`,
    ['SZ-001', 10],
  ),
  customersOf: statement<[codes: string], CustomerRow>(
    `SELECT code, contact ->> '$.name' AS name, contact ->> '$.phone.dial' AS dial
     FROM json_each(?1) AS wanted
     CROSS JOIN repairs_private ON repairs_private.code = wanted.value`,
    ['["0123456789ABC"]'],
  ),
  outletsInRegions: statement<[regions: string], { readonly code: string }>(
    `WITH RECURSIVE inside (id) AS (
       SELECT value FROM json_each(?1) UNION
       SELECT regions.id FROM inside CROSS JOIN regions ON regions.parent_id = inside.id
     )
     SELECT code FROM inside CROSS JOIN outlets ON outlets.region_id = inside.id`,
    ['["cn"]'],
  ),
  outletsOfPartners: statement<[partners: string], { readonly code: string }>(
    `SELECT code FROM json_each(?1) AS wanted CROSS JOIN outlets ON partner_id = wanted.value`,
    ['["partner-1"]'],
  ),
} satisfies Statements

export const hitsByCodes = (database: Database, codes: readonly string[]): Prepared<HitRow> =>
  prepare(database, statements.hitsByCodes, [JSON.stringify(codes)])

/** How many are answered, and of which outlets; null = of all there are. */
export type HitsWanted = { readonly most: number; readonly outlets: readonly string[] | null }

const listed = ({ outlets }: HitsWanted): string | null => outlets && JSON.stringify(outlets)

export const hitsByPhone = (database: Database, hashes: readonly string[], wanted: HitsWanted) =>
  prepare(database, statements.hitsByPhone, [JSON.stringify(hashes), wanted.most, listed(wanted)])

export const hitsByDevice = (database: Database, hashes: readonly string[], wanted: HitsWanted) =>
  prepare(database, statements.hitsByDevice, [JSON.stringify(hashes), wanted.most, listed(wanted)])

export const hitsByParcel = (database: Database, tracking: string, wanted: HitsWanted) =>
  prepare(database, statements.hitsByParcel, [tracking, wanted.most, listed(wanted)])

/** After every name that begins with a prefix: no character comes later. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`

/** Names by their beginning; `outlets` null = of customers of every outlet. */
export const hitsByName = (
  database: Database,
  { prefix, outlets }: { readonly prefix: string; readonly outlets: readonly string[] | null },
  most: number,
): Prepared<HitRow> =>
  outlets === null
    ? prepare(database, statements.hitsByNameAnywhere, [prefix, after(prefix), most])
    : prepare(database, statements.hitsByNameAt, [
        JSON.stringify(outlets),
        prefix,
        after(prefix),
        most,
      ])

/** What is kept of the phones of an outlet's open repairs: there, and its own elsewhere. */
export const openDigits = (database: Database, outlet: string, most: number) =>
  [
    prepare(database, statements.openDigitsAt, [outlet, most]),
    prepare(database, statements.openDigitsAway, [outlet, most]),
  ] as const

export const customersOf = (database: Database, codes: readonly string[]): Prepared<CustomerRow> =>
  prepare(database, statements.customersOf, [JSON.stringify(codes)])

export const outletsInRegions = (hub: Database, regions: readonly string[]) =>
  prepare(hub, statements.outletsInRegions, [JSON.stringify(regions)])

export const outletsOfPartners = (hub: Database, partners: readonly string[]) =>
  prepare(hub, statements.outletsOfPartners, [JSON.stringify(partners)])
