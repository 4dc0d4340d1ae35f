import type { Booking } from '#domain/bookings/booking.ts'
import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import type { DeskRepair } from '#domain/desk/today-due.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** An open repair with the job beside it. */
export type OpenRow = {
  readonly state: string
  readonly zone: string
  readonly assigned_to: string | null
  readonly shelf: string | null
}

/** A visit with what the repair that shares its code is about, if there is one. */
export type VisitRow = {
  readonly state: string
  readonly model: string | null
  readonly fault: string | null
}

export type BoardRow = { readonly revision: number }
export type NameRow = { readonly id: string; readonly name: string }
export type DeadRow = { readonly subject: string }
export type OutletNameRow = {
  readonly code: string
  readonly name_en: string
  readonly name_zh: string
}

const OPEN = 'SELECT state, zone, assigned_to, shelf'
const VISIT = `SELECT bookings.state, repairs.state ->> '$.model' AS model,
  repairs.state ->> '$.faultCode' AS fault`
const WITH_REPAIR = 'LEFT JOIN repairs ON repairs.code = bookings.code'

type Expected = [outlet: string, from: number, until: number, most: number]

export const statements = {
  inHand: statement<[outlet: string, most: number], OpenRow>(
    `${OPEN} FROM repairs INDEXED BY repairs_open_at
     WHERE at_outlet = ?1 AND stage <> 'closed' AND stage = 'in_hand' LIMIT ?2`,
    ['SZ-001', 10],
  ),
  elsewhere: statement<[outlet: string, most: number], OpenRow>(
    `${OPEN} FROM repairs INDEXED BY repairs_open_away
     WHERE home_outlet = ?1 AND stage <> 'closed' AND home_outlet <> at_outlet LIMIT ?2`,
    ['SZ-001', 10],
  ),
  inQueue: statement<[outlet: string, most: number], VisitRow>(
    `${VISIT} FROM bookings INDEXED BY bookings_expected ${WITH_REPAIR}
     WHERE outlet_code = ?1 AND bookings.status IN ('booked', 'arrived', 'called')
       AND bookings.status IN ('arrived', 'called') LIMIT ?2`,
    ['SZ-001', 10],
  ),
  expected: statement<Expected, VisitRow>(
    `${VISIT} FROM bookings INDEXED BY bookings_expected ${WITH_REPAIR}
     WHERE outlet_code = ?1 AND starts_at >= ?2 AND starts_at < ?3
       AND bookings.status IN ('booked', 'arrived', 'called') AND bookings.status = 'booked'
     ORDER BY starts_at LIMIT ?4`,
    ['SZ-001', 0, 1, 10],
  ),
  boardOf: statement<[outlet: string], BoardRow>(
    `SELECT revision FROM boards WHERE outlet_code = ?1`,
    ['SZ-001'],
  ),
  namesOf: statement<[ids: string], NameRow>(
    `SELECT staff.id, name FROM json_each(?1) AS wanted CROSS JOIN staff ON staff.id = wanted.value`,
    ['["stf_1"]'],
  ),
  // Rows of a list in a parameter are read too: a beginning that all codes of an outlet share is one row.
  deadMessages: statement<[begins: string, most: number], DeadRow>(
    `SELECT outbox.subject FROM json_each(?1) AS wanted
     CROSS JOIN outbox INDEXED BY outbox_dead ON outbox.state = 'dead'
       AND outbox.subject >= wanted.value AND outbox.subject < wanted.value || '~' LIMIT ?2`,
    ['["repair/01"]', 10],
  ),
  outletsNamed: statement<[codes: string], OutletNameRow>(
    `SELECT code, name_en, name_zh FROM json_each(?1) AS wanted
     CROSS JOIN outlets ON outlets.code = wanted.value`,
    ['["SZ-001"]'],
  ),
  outletsInRegion: statement<[region: string, most: number], OutletNameRow>(
    `WITH RECURSIVE inside (id) AS (
       VALUES (?1) UNION ALL
       SELECT regions.id FROM inside CROSS JOIN regions ON regions.parent_id = inside.id
     )
     SELECT code, name_en, name_zh FROM inside CROSS JOIN outlets ON outlets.region_id = inside.id
     WHERE operation <> 'closed' LIMIT ?2`,
    ['cn', 10],
  ),
  outletsOfPartner: statement<[partner: string, most: number], OutletNameRow>(
    `SELECT code, name_en, name_zh FROM outlets
     WHERE partner_id = ?1 AND operation <> 'closed' LIMIT ?2`,
    ['p-1', 10],
  ),
} satisfies Statements

export const inHand = (database: Database, outlet: string, most: number): Prepared<OpenRow> =>
  prepare(database, statements.inHand, [outlet, most])

/** An outlet's own customers' phones that are at another outlet, or on their way there. */
export const elsewhere = (database: Database, outlet: string, most: number): Prepared<OpenRow> =>
  prepare(database, statements.elsewhere, [outlet, most])

export const inQueue = (database: Database, outlet: string, most: number): Prepared<VisitRow> =>
  prepare(database, statements.inQueue, [outlet, most])

type Window = { readonly from: number; readonly until: number; readonly most: number }

/** Booked visits whose slot begins in `[from, until)`. */
export const expected = (
  database: Database,
  outlet: string,
  { from, until, most }: Window,
): Prepared<VisitRow> => prepare(database, statements.expected, [outlet, from, until, most])

/** What of an outlet's revision this database counts. */
export const boardOf = (database: Database, outlet: string): Prepared<BoardRow> =>
  prepare(database, statements.boardOf, [outlet])

export const namesOf = (hub: Database, ids: readonly string[]): Prepared<NameRow> =>
  prepare(hub, statements.namesOf, [JSON.stringify([...new Set(ids)])])

/** More messages than that of one outlet don't fail in a day that is looked at one by one. */
const MOST_DEAD = 1_000

/** Repairs with a message that was given up, once for each, of the outlets whose codes begin so. */
export const deadMessages = (database: Database, begins: readonly string[]): Prepared<DeadRow> =>
  prepare(database, statements.deadMessages, [
    JSON.stringify([...new Set(begins)].map((begin) => `repair/${begin}`)),
    MOST_DEAD,
  ])

export const codeOfDead = ({ subject }: DeadRow): string => subject.slice('repair/'.length)

export const outletsNamed = (hub: Database, codes: readonly string[]) =>
  prepare(hub, statements.outletsNamed, [JSON.stringify(codes)])

export const outletsInRegion = (hub: Database, region: string, most: number) =>
  prepare(hub, statements.outletsInRegion, [region, most])

export const outletsOfPartner = (hub: Database, partner: string, most: number) =>
  prepare(hub, statements.outletsOfPartner, [partner, most])

export const visitFromRow = ({ state, model, fault }: VisitRow): DeskVisit => ({
  ...(JSON.parse(state) as Booking),
  model,
  faultCode: fault,
})

export const openFromRow = ({ state, zone, assigned_to, shelf }: OpenRow): DeskRepair => ({
  repair: JSON.parse(state),
  zone,
  shelf,
  assignedTo: assigned_to,
})
