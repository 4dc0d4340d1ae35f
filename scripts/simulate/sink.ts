import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { HISTORY_TABLES, type Row, type Table } from './history-tables.ts'

export type Sink = {
  /** Values in the order of the table's columns. */
  readonly put: (table: Table, row: Row) => void
  /** Hands over what has gathered when it is much, or all of it. */
  readonly flush: (all?: boolean) => void
  readonly written: ReadonlyMap<Table, number>
}

/** Rows handed over at once: some hundred megabytes. */
const ROWS_AT_ONCE = 250_000

const TABLES = Object.entries(HISTORY_TABLES) as [Table, string][]

/** A database in memory that threads of one process see by its address: the first to open it makes it. */
export const stagingAddress = (name: string): string => `file:/${name}?vfs=memdb`

/** Makes the place where a sink's rows wait; it lasts until it is closed. */
export function newStaging(address: string): DatabaseSync {
  const staging = new DatabaseSync(address)
  staging.exec('PRAGMA journal_mode = OFF')
  for (const [table, columns] of TABLES)
    staging.exec(`CREATE TABLE ${table} (${columns.replaceAll(' ', ', ')})`)
  return staging
}

/**
 * Writes rows down outside the heap as they come, without order, index or check, and hands them over when
 * they are many: kept as values they would be most of what the collector moves about. `handOver` answers
 * once they are on record. With `isWhole` it is asked once, at the end.
 */
export function newSink(
  address: string,
  { isWhole, handOver }: { readonly isWhole: boolean; readonly handOver: () => void },
): Sink {
  const staging = new DatabaseSync(address)
  const written = new Map<Table, number>(TABLES.map(([table]) => [table, 0]))
  const inserts = Object.fromEntries(
    TABLES.map(([table, columns]) => {
      const values = columns.split(' ').map(() => '?')
      return [table, staging.prepare(`INSERT INTO ${table} VALUES (${values.join(', ')})`)]
    }),
  ) as Record<Table, StatementSync>
  let count = 0
  staging.exec('BEGIN')
  const flush = (all: boolean) => {
    staging.exec('COMMIT')
    if (count > 0) handOver()
    count = 0
    if (all) return staging.close()
    for (const [table] of TABLES) staging.exec(`DELETE FROM ${table}`)
    staging.exec('BEGIN')
  }
  return {
    put: (table, row) => {
      inserts[table].run(...row)
      written.set(table, (written.get(table) ?? 0) + 1)
      count += 1
    },
    flush: (all = false) => {
      if (all || (!isWhole && count >= ROWS_AT_ONCE)) flush(all)
    },
    written,
  }
}
