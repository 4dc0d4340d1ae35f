import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type CountRow = {
  readonly outlet_code: string
  readonly service_date: string
  readonly id: string
  readonly staff_id: string
  readonly finished_at: number | null
  readonly found: string
  readonly unknown: string
  readonly missing: string | null
  readonly expected: number
}

/** A count without its codes, for the list of those before. */
export type PastRow = {
  readonly service_date: string
  readonly id: string
  readonly staff_id: string
  readonly finished_at: number | null
  readonly found: number
  readonly unknown: number
  readonly missing: number | null
}

/** What names a count. */
export type CountKey = { readonly outlet: string; readonly day: string; readonly id: string }

type Key = [outlet: string, day: string, id: string]
const KEY: Key = ['SZ-001', '2026-11-18', 'cnt_20261118_1']
const THIS = 'outlet_code = ?1 AND service_date = ?2 AND id = ?3'

/** Phones that one count lists as not on record here: any code that checks gets there. */
export const MOST_UNKNOWN = 200

/** Adds a code to a list of an open count, once; two who scan at the same time both count. */
const addTo = (list: 'found' | 'unknown', most = Number.MAX_SAFE_INTEGER) =>
  statement<[...Key, code: string]>(
    `UPDATE device_counts SET ${list} = json_insert(${list}, '$[#]', ?4)
     WHERE ${THIS} AND finished_at IS NULL AND json_array_length(${list}) < ${most}
       AND NOT EXISTS (SELECT 1 FROM json_each(device_counts.${list}) AS known WHERE known.value = ?4)`,
    [...KEY, '0123456789ABC'],
  )

export const statements = {
  beginCount: statement<[...Key, staffId: string, expected: number]>(
    `INSERT INTO device_counts (outlet_code, service_date, id, staff_id, expected)
     VALUES (?1, ?2, ?3, ?4, ?5)`,
    [...KEY, 'stf_1', 0],
  ),
  countByKey: statement<Key, CountRow>(`SELECT * FROM device_counts WHERE ${THIS}`, KEY),
  addFound: addTo('found'),
  addUnknown: addTo('unknown', MOST_UNKNOWN),
  finishCount: statement<[...Key, now: number, onRecord: string]>(
    `UPDATE device_counts SET finished_at = ?4, missing = (
       SELECT json_group_array(recorded.value) FROM json_each(?5) AS recorded
       WHERE recorded.value NOT IN (SELECT value FROM json_each(device_counts.found)))
     WHERE ${THIS} AND finished_at IS NULL`,
    [...KEY, 0, '[]'],
  ),
  countsAt: statement<[outlet: string, most: number], PastRow>(
    `SELECT service_date, id, staff_id, finished_at, json_array_length(found) AS found,
       json_array_length(unknown) AS unknown, json_array_length(missing) AS missing
     FROM device_counts WHERE outlet_code = ?1 ORDER BY service_date DESC, id DESC LIMIT ?2`,
    ['SZ-001', 30],
  ),
  onShelf: statement<[outlet: string, statuses: string, most: number], { readonly code: string }>(
    `SELECT code FROM repairs INDEXED BY repairs_open_at
     WHERE at_outlet = ?1 AND stage <> 'closed' AND stage = 'in_hand'
       AND status IN (SELECT value FROM json_each(?2)) LIMIT ?3`,
    ['SZ-001', '["ready"]', 10],
  ),
} satisfies Statements

const keyOf = ({ outlet, day, id }: CountKey): Key => [outlet, day, id]

export const beginCount = (
  database: Database,
  key: CountKey,
  { staffId, expected }: { readonly staffId: string; readonly expected: number },
): Prepared => prepare(database, statements.beginCount, [...keyOf(key), staffId, expected])

export const countByKey = (database: Database, key: CountKey): Prepared<CountRow> =>
  prepare(database, statements.countByKey, keyOf(key))

export const addScanned = (
  database: Database,
  key: CountKey,
  { code, isHere }: { readonly code: string; readonly isHere: boolean },
): Prepared =>
  prepare(database, isHere ? statements.addFound : statements.addUnknown, [...keyOf(key), code])

/** What is on record and wasn't found is missing, as of this very moment. */
export const finishCount = (
  database: Database,
  key: CountKey,
  { now, onRecord }: { readonly now: number; readonly onRecord: readonly string[] },
): Prepared =>
  prepare(database, statements.finishCount, [...keyOf(key), now, JSON.stringify(onRecord)])

export const countsAt = (database: Database, outlet: string, most: number) =>
  prepare(database, statements.countsAt, [outlet, most])

export const onShelf = (
  database: Database,
  outlet: string,
  { statuses, most }: { readonly statuses: readonly string[]; readonly most: number },
) => prepare(database, statements.onShelf, [outlet, JSON.stringify(statuses), most])
