import type { Partner, Region } from '#domain/outlets/outlet.ts'
import type { OutletEvent, OutletWrite } from '#functions/outlets/import-outlets.ts'
import { OUTLET_COLUMNS } from '#functions/outlets/outlet-rows.ts'
import type { PlainStatement } from '../database/d1-shape.ts'
import { type BulkLimits, bulkJson } from './bulk-json.ts'

const columnsFrom = (first: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `value->>${first + i}`).join(', ')
const SEQ = "(SELECT value FROM counters WHERE name = 'outlet_change')"
const WIDTH = OUTLET_COLUMNS.length
/** Behind an outlet's own values stand these, at WIDTH and on. */
const [INTAKE, VERSION, ORDINAL, UPDATED, PLAQUE] = [0, 1, 2, 3, 4].map((i) => WIDTH + i)

const INSERT_OUTLETS = `INSERT INTO outlets (${OUTLET_COLUMNS.join(', ')},
  last_intake_minutes, version, changed_seq, updated_at, plaque_code)
SELECT ${columnsFrom(0, WIDTH)}, value->>${INTAKE}, value->>${VERSION}, ${SEQ} + value->>${ORDINAL},
  value->>${UPDATED}, value->>${PLAQUE} FROM json_each(?1)`

const UPDATE_OUTLETS = `UPDATE outlets SET ${OUTLET_COLUMNS.slice(1)
  .map((column, i) => `${column} = given.value->>${i + 1}`)
  .join(', ')},
  last_intake_minutes = given.value->>${INTAKE}, version = given.value->>${VERSION},
  changed_seq = ${SEQ} + given.value->>${ORDINAL}, updated_at = given.value->>${UPDATED}
FROM json_each(?1) AS given WHERE outlets.code = given.value->>0`

/** Fails the batch when an outlet was changed by somebody else since it was read: it goes first. */
const INSERT_EVENTS = `INSERT INTO events
  (subject, version, type, happened_at, recorded_at, actor, command_id, data)
SELECT ${columnsFrom(0, 3)}, value->>3, value->>3, 'import', NULL, value->>4 FROM json_each(?1)`

const INSERT_CONTACTS = `INSERT INTO outlets_private (code, contacts)
SELECT ${columnsFrom(0, 2)} FROM json_each(?1) WHERE value->>1 IS NOT NULL
ON CONFLICT (code) DO UPDATE SET contacts = excluded.contacts`
const DELETE_CONTACTS = `DELETE FROM outlets_private WHERE code IN
  (SELECT value->>0 FROM json_each(?1) WHERE value->>1 IS NULL)`

const INSERT_REGIONS = `INSERT INTO regions (id, parent_id, level, country_code, name_en, name_zh)
SELECT ${columnsFrom(0, 6)} FROM json_each(?1)`
const INSERT_PARTNERS = `INSERT INTO partners (id, name_en, name_zh)
SELECT ${columnsFrom(0, 3)} FROM json_each(?1)`

const bulk = (sql: string, rows: Iterable<readonly unknown[]>, limits: BulkLimits) =>
  [...bulkJson(rows, limits)].map((json): PlainStatement => ({ sql, values: [json] }))

/** Statements that add regions and partners; they come before the outlets that hang on them. */
export function placeStatements(
  places: { readonly regions: readonly Region[]; readonly partners: readonly Partner[] },
  limits: BulkLimits,
): PlainStatement[] {
  const regions = places.regions.map(({ id, parentId, level, countryCode, name }) => [
    id,
    parentId,
    level,
    countryCode,
    name.en,
    name['zh-CN'],
  ])
  const partners = places.partners.map(({ id, name }) => [id, name.en, name['zh-CN']])
  return [...bulk(INSERT_REGIONS, regions, limits), ...bulk(INSERT_PARTNERS, partners, limits)]
}

export type OutletChunk = {
  readonly registered: readonly (OutletWrite & { readonly plaqueCode: string })[]
  readonly changed: readonly OutletWrite[]
  readonly events: readonly OutletEvent[]
  readonly nowMs: number
  /** Change numbers that earlier chunks of this batch take. */
  readonly ordinalFrom: number
}

/** Statements of one chunk: events, outlets, contacts. `moveCounter` ends the batch. */
export function outletStatements(chunk: OutletChunk, limits: BulkLimits): PlainStatement[] {
  const { registered, changed, nowMs } = chunk
  let ordinal = chunk.ordinalFrom
  const row = (write: OutletWrite, plaque: string | null) => [
    ...write.values,
    write.lastIntakeMinutes,
    write.version,
    ++ordinal,
    nowMs,
    plaque,
  ]
  const added = registered.map((write) => row(write, write.plaqueCode))
  const updated = changed.map((write) => row(write, null))
  const events = chunk.events.map((event) => [
    event.subject,
    event.version,
    event.type,
    nowMs,
    JSON.stringify(event.data),
  ])
  const contacts = [...registered, ...changed]
    .filter((write) => write.contacts !== undefined)
    .map(({ code, contacts }) => [code, contacts])
  return [
    ...bulk(INSERT_EVENTS, events, limits).map((guard) => ({ ...guard, isGuard: true })),
    ...bulk(INSERT_OUTLETS, added, limits),
    ...bulk(UPDATE_OUTLETS, updated, limits),
    ...bulk(INSERT_CONTACTS, contacts, limits),
    ...bulk(DELETE_CONTACTS, contacts, limits),
  ]
}

/** Moves the change counter over the numbers that the batch gave out. */
export const moveCounter = (by: number): PlainStatement => ({
  sql: "UPDATE counters SET value = value + ?1 WHERE name = 'outlet_change'",
  values: [by],
})
