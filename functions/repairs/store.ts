import type { Repair } from '#domain/repairs/repair.ts'
import { stageOf } from '#domain/repairs/stage.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type RepairRow = {
  readonly version: number
  readonly state: string
  readonly zone: string
  readonly country_code: string
  /** null = erased. */
  readonly phone_hash: string | null
  /** Staff id of whose job it is, and where the phone lies. */
  readonly assigned_to: string | null
  readonly shelf: string | null
}
export type EventRow = {
  readonly version: number
  readonly type: string
  readonly happened_at: number
  readonly recorded_at: number
  readonly actor: string
  readonly command_id: string | null
  readonly data: string
}

/** A repair that a device came with before. */
export type SeenRow = {
  readonly code: string
  readonly received_at: number
  readonly state: string
}

type Standing = [
  code: string,
  version: number,
  status: string,
  state: string,
  dueAt: number | null,
  updatedAt: number,
]
/** What the lists of outlets hang on. */
type Place = [atOutlet: string, stage: string]
/** What the list of all that came in hangs on. A repair's home stays the same. */
type Home = [homeOutlet: string, receivedAt: number | null]
const STANDING: Standing = ['0123456789ABC', 1, 'requested', '{}', 0, 0]
const PLACE: Place = ['SZ-001', 'expected']
const HOME: Home = ['SZ-001', null]
const AS_IT_STANDS = 'version = ?2, status = ?3, state = ?4, due_at = ?5, updated_at = ?6'
const SUBJECT = 'repair/0123456789ABC'
const EVENT = 'version, type, happened_at, recorded_at, actor, command_id, data'

export const statements = {
  insertRepair: statement<
    [
      ...Standing,
      ...Place,
      ...Home,
      digits: string | null,
      phone: string | null,
      zone: string,
      country: string,
    ]
  >(
    `INSERT INTO repairs (code, version, status, state, due_at, updated_at, at_outlet, stage,
       home_outlet, came_in_at, digits_hash, phone_hash, zone, country_code)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)`,
    [...STANDING, ...PLACE, ...HOME, '0f', '1e', 'Asia/Shanghai', 'CN'],
  ),
  updateRepair: statement<Standing>(`UPDATE repairs SET ${AS_IT_STANDS} WHERE code = ?1`, STANDING),
  updateOnLists: statement<[...Standing, ...Place]>(
    `UPDATE repairs SET ${AS_IT_STANDS}, at_outlet = ?7, stage = ?8 WHERE code = ?1`,
    [...STANDING, ...PLACE],
  ),
  updateReceived: statement<[...Standing, receivedAt: number | null]>(
    `UPDATE repairs SET ${AS_IT_STANDS}, came_in_at = ?7 WHERE code = ?1`,
    [...STANDING, null],
  ),
  updateReceivedOnLists: statement<[...Standing, ...Place, receivedAt: number | null]>(
    `UPDATE repairs SET ${AS_IT_STANDS}, at_outlet = ?7, stage = ?8, came_in_at = ?9
     WHERE code = ?1`,
    [...STANDING, ...PLACE, null],
  ),
  moveRepair: statement<[code: string, zone: string, country: string]>(
    `UPDATE repairs SET zone = ?2, country_code = ?3 WHERE code = ?1`,
    ['0123456789ABC', 'Asia/Shanghai', 'CN'],
  ),
  reviseHashes: statement<[code: string, digits: string, phone: string]>(
    `UPDATE repairs SET digits_hash = ?2, phone_hash = ?3 WHERE code = ?1`,
    ['0123456789ABC', '0f', '1e'],
  ),
  resetDue: statement<[code: string, dueAt: number | null, seen: number]>(
    `UPDATE repairs SET due_at = ?2 WHERE code = ?1 AND due_at = ?3`,
    ['0123456789ABC', null, 0],
  ),
  repairByCode: statement<[code: string], RepairRow>(
    `SELECT version, state, zone, country_code, phone_hash, assigned_to, shelf
     FROM repairs WHERE code = ?1`,
    ['0123456789ABC'],
  ),
  eventsOf: statement<[subject: string], EventRow>(
    `SELECT ${EVENT} FROM events WHERE subject = ?1 ORDER BY version`,
    [SUBJECT],
  ),
  eventsAfter: statement<[subject: string, version: number], EventRow>(
    `SELECT ${EVENT} FROM events WHERE subject = ?1 AND version > ?2 ORDER BY version LIMIT 4`,
    [SUBJECT, 1],
  ),
  refuseUnlessRequested: statement<[code: string]>(
    `INSERT INTO guards (queue_gone) SELECT 1
     WHERE NOT EXISTS (SELECT 1 FROM repairs WHERE code = ?1 AND status = 'requested')`,
    ['0123456789ABC'],
  ),
  dueRepairs: statement<[now: number, most: number], DueRepair>(
    `SELECT code, due_at FROM repairs WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    [0, 10],
  ),
  insertDevice: statement<[idHash: string, code: string, receivedAt: number]>(
    `INSERT INTO device_ids (id_hash, code, received_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (id_hash, code) DO NOTHING`,
    ['0f', '0123456789ABC', 0],
  ),
  repairsOfDevice: statement<[idHashes: string], SeenRow>(
    `SELECT device_ids.code, received_at, state
     FROM json_each(?1) AS wanted CROSS JOIN device_ids ON device_ids.id_hash = wanted.value
     CROSS JOIN repairs ON repairs.code = device_ids.code`,
    ['["0f"]'],
  ),
} satisfies Statements

const standing = (repair: Repair, { dueAt, now }: Due): Standing => [
  repair.code,
  repair.version,
  repair.status,
  JSON.stringify(repair),
  dueAt,
  now,
]

const placeOf = ({ atOutlet, status }: Repair): Place => [atOutlet, stageOf(status)]

/** When the repair's clock acts next, and when this was written. */
export type Due = { readonly dueAt: number | null; readonly now: number }

export type Hashes = { readonly digits: string | null; readonly phone: string | null }
export type Whereabouts = { readonly zone: string; readonly country: string }

export const insertRepair = (
  database: Database,
  repair: Repair,
  { due, hashes, place }: { due: Due; hashes: Hashes; place: Whereabouts },
): Prepared =>
  prepare(database, statements.insertRepair, [
    ...standing(repair, due),
    ...placeOf(repair),
    repair.homeOutlet,
    repair.receivedAt,
    hashes.digits,
    hashes.phone,
    place.zone,
    place.country,
  ])

/** A repair before a step, as it was loaded for it, and after. */
export type Stepped = { readonly before: Repair; readonly after: Repair }

/**
 * Writes a repair as its events say. A step that leaves the phone on the lists it is on doesn't touch
 * them: SQLite writes an index anew as soon as a column of it is set, even to what it was.
 */
export function updateRepair(database: Database, { before, after }: Stepped, due: Due): Prepared {
  const [stands, place, { receivedAt }] = [standing(after, due), placeOf(after), after]
  const isWhereItWas = placeOf(before).every((was, column) => was === place[column])
  if (before.receivedAt !== receivedAt) {
    return isWhereItWas
      ? prepare(database, statements.updateReceived, [...stands, receivedAt])
      : prepare(database, statements.updateReceivedOnLists, [...stands, ...place, receivedAt])
  }
  return isWhereItWas
    ? prepare(database, statements.updateRepair, stands)
    : prepare(database, statements.updateOnLists, [...stands, ...place])
}

/** The phone goes to an outlet with days of its own. */
export const moveRepair = (database: Database, code: string, { zone, country }: Whereabouts) =>
  prepare(database, statements.moveRepair, [code, zone, country])

export const reviseHashes = (database: Database, code: string, digits: string, phone: string) =>
  prepare(database, statements.reviseHashes, [code, digits, phone])

/** Fails as `stale` when the phone came in meanwhile, or is expected no more. */
export const refuseUnlessRequested = (database: Database, code: string): Prepared =>
  prepare(database, statements.refuseUnlessRequested, [code])

/** A repair whose clock is to act, and what it was set for. */
export type DueRepair = { readonly code: string; readonly due_at: number }

/** Sets a repair's clock, unless somebody has set it anew since it was read. */
export const resetDue = (
  database: Database,
  { code, due_at: seen }: DueRepair,
  dueAt: number | null,
): Prepared => prepare(database, statements.resetDue, [code, dueAt, seen])

export const repairByCode = (database: Database, code: string): Prepared<RepairRow> =>
  prepare(database, statements.repairByCode, [code])

export const repairSubject = (code: string): string => `repair/${code}`

/** Every event of a repair, in order. */
export const eventsOf = (database: Database, code: string): Prepared<EventRow> =>
  prepare(database, statements.eventsOf, [repairSubject(code)])

/** The first few events after a version. */
export const eventsAfter = (
  database: Database,
  code: string,
  version: number,
): Prepared<EventRow> => prepare(database, statements.eventsAfter, [repairSubject(code), version])

export const dueRepairs = (database: Database, now: number, most: number) =>
  prepare(database, statements.dueRepairs, [now, most])

export const insertDevice = (
  database: Database,
  idHash: string,
  code: string,
  receivedAt: number,
) => prepare(database, statements.insertDevice, [idHash, code, receivedAt])

export const repairsOfDevice = (database: Database, idHashes: readonly string[]) =>
  prepare(database, statements.repairsOfDevice, [JSON.stringify(idHashes)])
