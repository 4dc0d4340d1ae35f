import type { DatabaseSync } from 'node:sqlite'
import { HISTORY_TABLES, type Table } from './history-tables.ts'

/** Numbers drawn and turned before the history was loaded go on; counts are added up. */
const added = (table: string): string =>
  `counts = (SELECT json_group_object(key, total) FROM (SELECT key, sum(value) AS total FROM (
     SELECT key, value FROM json_each(${table}.counts) UNION ALL
     SELECT key, value FROM json_each(excluded.counts)) GROUP BY key))`
const STANDING: Partial<Record<Table, string>> = {
  queues: `(outlet_code, service_date) DO UPDATE SET last_number = max(last_number, excluded.last_number)`,
  boards: `(outlet_code) DO UPDATE SET revision = revision + excluded.revision`,
  kpi_days: `(outlet_code, service_date) DO UPDATE SET ${added('kpi_days')}`,
  kpi_months: `(outlet_code, month) DO UPDATE SET ${added('kpi_months')}`,
}

/** Rows are put in by their keys, so that neighbours are written together. */
const KEY_COLUMNS: Partial<Record<Table, number>> = {
  ...{ events: 2, repair_names: 3, device_ids: 2, parcels: 2, queues: 2, slots: 2 },
  ...{ survey_wanted: 2, kpi_days: 2, kpi_months: 2 },
}

function loading(table: Table, from: string): string {
  const columns = HISTORY_TABLES[table].replaceAll(' ', ', ')
  const keys = Array.from({ length: KEY_COLUMNS[table] ?? 1 }, (_, place) => place + 1)
  const conflict = STANDING[table]
  return `INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM ${from}.${table}
    WHERE true ORDER BY ${keys.join(', ')}${conflict ? ` ON CONFLICT ${conflict}` : ''}`
}

export type Loader = {
  /** Puts everything that was staged at an address on record, in a transaction. */
  readonly load: (address: string) => void
  /** Puts what was staged at several addresses on record, all of it or nothing. */
  readonly loadWhole: (addresses: readonly string[]) => void
}

const CACHE_KB = 262_144

const journalOf = (file: DatabaseSync): string =>
  String((file.prepare('PRAGMA journal_mode').get() as { journal_mode: string }).journal_mode)

/** While a history is loaded the file keeps a rollback journal: new pages needn't go through a log first. */
function inTransaction(file: DatabaseSync, work: () => void): void {
  const before = journalOf(file)
  file.exec('PRAGMA journal_mode = TRUNCATE')
  file.exec('BEGIN IMMEDIATE')
  try {
    work()
    file.exec('COMMIT')
  } catch (error) {
    file.exec('ROLLBACK')
    throw error
  } finally {
    file.exec(`PRAGMA journal_mode = ${before}`)
  }
}

/** Moves staged rows into the hub's own tables, whose checks and indexes they meet there. */
export function newLoader(file: DatabaseSync): Loader {
  file.exec(`PRAGMA cache_size = -${CACHE_KB}`)
  const loadWhole = (addresses: readonly string[]) => {
    for (const [place, address] of addresses.entries())
      file.prepare(`ATTACH ? AS staged_${place}`).run(address)
    try {
      inTransaction(file, () => {
        for (const table of Object.keys(HISTORY_TABLES) as Table[])
          for (const place of addresses.keys()) file.exec(loading(table, `staged_${place}`))
      })
    } finally {
      for (const place of addresses.keys()) file.exec(`DETACH staged_${place}`)
    }
  }
  return { loadWhole, load: (address) => loadWhole([address]) }
}
