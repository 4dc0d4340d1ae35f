import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import {
  type Prepared,
  prepare,
  type SqlValue,
  type Statements,
  statement,
} from '#functions/db/statement.ts'
import { OUTLET_COLUMNS, type OutletRow, outletValues } from './outlet-rows.ts'

const COLUMNS = OUTLET_COLUMNS.map((column) => `outlets.${column}`).join(', ')
const WIDTH = OUTLET_COLUMNS.length
const markAt = (place: number): string => `?${place + 1}`
const SAMPLE: readonly SqlValue[] = OUTLET_COLUMNS.map((column) =>
  column === 'code' ? 'SZ-001' : '[]',
)

/** A row as the desk edits it. */
export type EditableRow = OutletRow & {
  readonly version: number
  readonly last_intake_minutes: number | null
  readonly country_code: string
  readonly plaque_revoked_at: number | null
  /** JSON: a list of texts; null = nobody said. */
  readonly contacts: string | null
}

export type ListedRow = {
  readonly code: string
  readonly name_en: string
  readonly name_zh: string
  readonly kind: string
  readonly operation: string
  readonly qualification: string
  readonly region_id: string
}

const LISTED = 'code, name_en, name_zh, kind, operation, qualification, region_id'
const OF_OUTLET = LISTED.split(', ')
  .map((column) => `outlets.${column}`)
  .join(', ')

type Span = [outlet: string, from: number, until: number]

export const statements = {
  editableOutlet: statement<[code: string], EditableRow>(
    `SELECT ${COLUMNS}, version, last_intake_minutes, plaque_revoked_at,
       (SELECT country_code FROM regions WHERE id = region_id) AS country_code,
       (SELECT contacts FROM outlets_private WHERE code = outlets.code) AS contacts
     FROM outlets WHERE code = ?1`,
    ['SZ-001'],
  ),
  processAbout: statement<[code: string], { readonly status: string }>(
    'SELECT status FROM qualifications WHERE outlet_code = ?1',
    ['SZ-001'],
  ),
  updateOutlet: statement<readonly SqlValue[]>(
    `UPDATE outlets SET ${OUTLET_COLUMNS.slice(1)
      .map((column, place) => `${column} = ${markAt(place + 1)}`)
      .join(', ')}, version = ${markAt(WIDTH)}, last_intake_minutes = ${markAt(WIDTH + 1)},
       updated_at = ${markAt(WIDTH + 2)} WHERE code = ?1`,
    [...SAMPLE, 2, null, 0],
  ),
  insertOutlet: statement<readonly SqlValue[]>(
    `INSERT INTO outlets (${OUTLET_COLUMNS.join(', ')}, version, last_intake_minutes, updated_at,
       plaque_code, changed_seq)
     VALUES (${Array.from({ length: WIDTH + 4 }, (_, place) => markAt(place)).join(', ')}, 0)`,
    [...SAMPLE, 1, null, 0, '000000000'],
  ),
  writeContacts: statement<[code: string, contacts: string]>(
    `INSERT INTO outlets_private (code, contacts) VALUES (?1, ?2)
     ON CONFLICT (code) DO UPDATE SET contacts = excluded.contacts`,
    ['SZ-001', '[{"text":"x"}]'],
  ),
  dropContacts: statement<[code: string]>(`DELETE FROM outlets_private WHERE code = ?1`, [
    'SZ-001',
  ]),
  outletsAfter: statement<[after: string, prefix: string, end: string, most: number], ListedRow>(
    // One lower bound: given two, SQLite reads from either.
    `SELECT ${LISTED} FROM outlets WHERE code >= max(?1, ?2) AND code < ?3 AND code <> ?1
     ORDER BY code LIMIT ?4`,
    ['SZ-001', 'SZ', 'SZ~', 10],
  ),
  listedOutlets: statement<[codes: string], ListedRow>(
    `SELECT ${OF_OUTLET} FROM json_each(?1) AS wanted CROSS JOIN outlets ON outlets.code = wanted.value`,
    ['["SZ-001"]'],
  ),
  namedEn: statement<[prefix: string, end: string, most: number], ListedRow>(
    `SELECT ${LISTED} FROM outlets
     WHERE name_en COLLATE NOCASE >= ?1 AND name_en COLLATE NOCASE < ?2 LIMIT ?3`,
    ['Hang', 'Hang￿', 10],
  ),
  namedZh: statement<[prefix: string, end: string, most: number], ListedRow>(
    `SELECT ${LISTED} FROM outlets WHERE name_zh >= ?1 AND name_zh < ?2 LIMIT ?3`,
    ['杭州', '杭州￿', 10],
  ),
  namedAmong: statement<[codes: string, prefix: string, end: string, most: number], ListedRow>(
    `SELECT ${OF_OUTLET} FROM json_each(?1) AS wanted
       CROSS JOIN outlets ON outlets.code = wanted.value
     WHERE (outlets.name_en COLLATE NOCASE >= ?2 AND outlets.name_en COLLATE NOCASE < ?3)
       OR (outlets.name_zh >= ?2 AND outlets.name_zh < ?3) LIMIT ?4`,
    ['["SZ-001"]', 'Hang', 'Hang￿', 10],
  ),
  codesOfPartner: statement<[partner: string], { readonly code: string }>(
    `SELECT code FROM outlets WHERE partner_id = ?1`,
    ['partner-1'],
  ),
  knownPartner: statement<[id: string], { readonly id: string }>(
    `SELECT id FROM partners WHERE id = ?1`,
    ['partner-1'],
  ),
  regionLine: statement<[id: string], { readonly id: string; readonly country_code: string }>(
    `WITH RECURSIVE up (id, country_code, above) AS (
       SELECT id, country_code, parent_id FROM regions WHERE id = ?1 UNION ALL
       SELECT regions.id, regions.country_code, regions.parent_id
       FROM up CROSS JOIN regions ON regions.id = up.above)
     SELECT id, country_code FROM up`,
    ['cn'],
  ),
  visitsIn: statement<Span, { readonly visits: number }>(
    `SELECT count(*) AS visits FROM bookings WHERE outlet_code = ?1 AND starts_at >= ?2
       AND starts_at < ?3 AND status IN ('booked', 'arrived', 'called')`,
    ['SZ-001', 0, 1],
  ),
  // Whatever else happened to a visit has another version, and is told anew.
  tellVisitors: statement<[outlet: string, from: number, until: number, now: number]>(
    `INSERT INTO outbox (subject, version, template, due_at, created_at)
     SELECT 'booking/' || code, version, 'visit_stopped', ?4, ?4
     FROM bookings INDEXED BY bookings_expected
     WHERE outlet_code = ?1 AND status IN ('booked', 'arrived', 'called') AND status = 'booked'
       AND starts_at >= ?2 AND starts_at < ?3
     ON CONFLICT (subject, version, template) DO NOTHING`,
    ['SZ-001', 0, 1, 0],
  ),
  phonesAt: statement<[outlet: string], { readonly phones: number }>(
    `SELECT count(*) AS phones FROM repairs WHERE at_outlet = ?1 AND stage <> 'closed' AND stage = 'in_hand'`,
    ['SZ-001'],
  ),
} satisfies Statements

type Written = {
  readonly version: number
  readonly lastIntakeMinutes: number | null
  readonly now: number
}

const valuesOf = (outlet: Outlet, { version, lastIntakeMinutes, now }: Written) => [
  ...outletValues(outlet),
  version,
  lastIntakeMinutes,
  now,
]

export const editableOutlet = (hub: Database, code: string): Prepared<EditableRow> =>
  prepare(hub, statements.editableOutlet, [code])

/** Where the process about an outlet's qualification stands; none = there was never one. */
export const processAbout = (hub: Database, code: string) =>
  prepare(hub, statements.processAbout, [code])

/** Writes an outlet whole; the event's key has made sure that nobody wrote in between. */
export const updateOutlet = (hub: Database, outlet: Outlet, written: Written): Prepared =>
  prepare(hub, statements.updateOutlet, valuesOf(outlet, written))

export const insertOutlet = (
  hub: Database,
  outlet: Outlet,
  written: Written & { readonly plaqueCode: string },
): Prepared =>
  prepare(hub, statements.insertOutlet, [...valuesOf(outlet, written), written.plaqueCode])

/** Whom the network calls at an outlet, as JSON; null = nobody any more. */
export const setContacts = (hub: Database, code: string, contacts: string | null): Prepared =>
  contacts === null
    ? prepare(hub, statements.dropContacts, [code])
    : prepare(hub, statements.writeContacts, [code, contacts])

/** After every name and code that begins with a prefix. */
const endOf = (prefix: string): string => `${prefix}￿`

/** The next outlets by code whose code begins so. */
export const outletsAfter = (
  hub: Database,
  {
    after,
    prefix,
    most,
  }: { readonly after: string; readonly prefix: string; readonly most: number },
): Prepared<ListedRow> =>
  prepare(hub, statements.outletsAfter, [after, prefix, endOf(prefix), most])

export const listedOutlets = (hub: Database, codes: readonly string[]): Prepared<ListedRow> =>
  prepare(hub, statements.listedOutlets, [JSON.stringify(codes)])

/** Outlets whose name begins so, in either language, in no order. */
export const namedOutlets = (
  hub: Database,
  prefix: string,
  most: number,
): readonly [Prepared<ListedRow>, Prepared<ListedRow>] => [
  prepare(hub, statements.namedEn, [prefix, endOf(prefix), most]),
  prepare(hub, statements.namedZh, [prefix, endOf(prefix), most]),
]

/** The same among some outlets, in the order in which they are given. */
export const namedAmong = (
  hub: Database,
  codes: readonly string[],
  { prefix, most }: { readonly prefix: string; readonly most: number },
): Prepared<ListedRow> =>
  prepare(hub, statements.namedAmong, [JSON.stringify(codes), prefix, endOf(prefix), most])

export const codesOfPartner = (hub: Database, partner: string) =>
  prepare(hub, statements.codesOfPartner, [partner])

export const knownPartner = (hub: Database, id: string) =>
  prepare(hub, statements.knownPartner, [id])

/** A region and all above it; none = no such region. */
export const regionLine = (hub: Database, id: string) => prepare(hub, statements.regionLine, [id])

/** How many visits that aren't over begin at an outlet in `[from, until)`. */
export const visitsIn = (database: Database, ...span: Span) =>
  prepare(database, statements.visitsIn, span)

/** Asks for a message to everybody who is booked at an outlet in `[from, until)`, once for each visit as it stands. */
export const tellVisitors = (
  database: Database,
  outlet: string,
  { from, until, now }: { readonly from: number; readonly until: number; readonly now: number },
): Prepared => prepare(database, statements.tellVisitors, [outlet, from, until, now])

/** How many phones an outlet has, or that are on their way there: announced ones are their visits'. */
export const phonesAt = (database: Database, outlet: string) =>
  prepare(database, statements.phonesAt, [outlet])
