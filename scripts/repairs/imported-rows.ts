import type { ProductFamily } from '#domain/outlets/outlet.ts'
import { ordsCode, wordOfCode } from '#domain/repairs/ords-code.ts'
import { ORDS_FAULTS } from '#domain/repairs/ords-fault.ts'
import { importedEvent } from '#domain/repairs/ords-import-event.ts'
import type { ImportedRepair, OrdsRecord } from '#domain/repairs/ords-record.ts'
import { ORDS_BARRIERS, ORDS_STATUSES } from '#domain/repairs/ords-status.ts'
import type { HubDatabase, PlainStatement } from '../database/d1-shape.ts'
import { bulkJson } from '../import/bulk-json.ts'

/** Columns of `imported_repairs` but the last, `imported_at`. */
const COLUMNS = [
  'provider',
  'id',
  'provider_name',
  'country_code',
  'family',
  'brand',
  'year_of_manufacture',
  'age_years',
  'fault',
  'status',
  'barrier',
  'outlet_code',
  'repaired_on',
] as const
type ImportedRow = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>

const valuesFrom = (columns: readonly string[]): string =>
  columns.map((_, place) => `value->>${place}`).join(', ')

/** First: where somebody else imported the same meanwhile, its key fails and the batch with it. */
const INSERT_EVENTS = `INSERT INTO events
  (subject, version, type, happened_at, recorded_at, actor, command_id, data)
SELECT value->>0, value->>1, value->>2, value->>3, ?2, 'import', NULL, value->>4 FROM json_each(?1)`
const INSERT_REPAIRS = `INSERT INTO imported_repairs (${COLUMNS.join(', ')}, imported_at)
SELECT ${valuesFrom(COLUMNS)}, ?2 FROM json_each(?1)`
const PRESENT = `SELECT have.* FROM json_each(?1) AS wanted
CROSS JOIN imported_repairs AS have
  ON have.provider = wanted.value->>0 AND have.id = wanted.value->>1`

const rowOf = (repair: ImportedRepair): readonly (string | number | null)[] => [
  repair.providerCode,
  repair.id,
  repair.provider,
  repair.countryCode,
  repair.family,
  repair.brand,
  repair.yearOfManufacture,
  repair.ageYears,
  ordsCode(repair.fault),
  ordsCode(repair.status),
  repair.barrier && ordsCode(repair.barrier),
  repair.outletCode,
  repair.date,
]

/** A repair's name and all it says, to tell whether another is the same. */
export const nameOf = ({ providerCode, id }: ImportedRepair): string => `${providerCode}/${id}`
export const contentOf = (repair: ImportedRepair): string => JSON.stringify(rowOf(repair))

/** Statements that add these repairs, each with its event. They must not be there yet. */
export function importStatements(
  repairs: readonly ImportedRepair[],
  nowMs: number,
): readonly PlainStatement[] {
  const events = repairs.map(importedEvent).map((event) => {
    const { subject, version, type, happenedAt, data } = event
    return [subject, version, type, happenedAt, JSON.stringify(data)]
  })
  return [
    ...[...bulkJson(events)].map((json) => ({
      sql: INSERT_EVENTS,
      values: [json, nowMs],
      isGuard: true,
    })),
    ...[...bulkJson(repairs.map(rowOf))].map((json) => ({
      sql: INSERT_REPAIRS,
      values: [json, nowMs],
    })),
  ]
}

/** What the hub holds under the names of these repairs: name to content. */
export async function loadPresent(
  database: HubDatabase,
  repairs: readonly ImportedRepair[],
): Promise<ReadonlyMap<string, string>> {
  const names = JSON.stringify(repairs.map(({ providerCode, id }) => [providerCode, id]))
  const { results } = await database.prepare(PRESENT).bind(names).all<ImportedRow>()
  return new Map(
    results.map((row) => [
      `${row.provider}/${row.id}`,
      JSON.stringify(COLUMNS.map((column) => row[column])),
    ]),
  )
}

/** The record that a row of `imported_repairs` holds. */
export const recordFromRow = (row: ImportedRow): OrdsRecord => ({
  provider: String(row.provider_name),
  countryCode: String(row.country_code),
  family: row.family as ProductFamily,
  brand: row.brand as string | null,
  yearOfManufacture: row.year_of_manufacture as number | null,
  ageYears: row.age_years as number | null,
  fault: wordOfCode(ORDS_FAULTS, String(row.fault)),
  status: wordOfCode(ORDS_STATUSES, String(row.status)),
  barrier: row.barrier === null ? null : wordOfCode(ORDS_BARRIERS, String(row.barrier)),
  outletCode: row.outlet_code as string | null,
  date: String(row.repaired_on),
})

const PAGE = 2000
const PAGE_OF_IMPORTED = `SELECT ${COLUMNS.join(', ')} FROM imported_repairs
WHERE (provider, id) > (?1, ?2) ORDER BY provider, id LIMIT ?3`

/** All imported repairs, a page at a time. */
export async function* loadImported(database: HubDatabase): AsyncGenerator<OrdsRecord> {
  for (let after: readonly [string, string] = ['', '']; ; ) {
    const { results } = await database
      .prepare(PAGE_OF_IMPORTED)
      .bind(...after, PAGE)
      .all<ImportedRow>()
    yield* results.map(recordFromRow)
    const last = results.at(-1)
    if (!last || results.length < PAGE) return
    after = [String(last.provider), String(last.id)]
  }
}
