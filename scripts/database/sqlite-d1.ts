import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { D1Meta, HubDatabase, PlainStatement, RawAnswer } from './d1-shape.ts'
import { hubDatabase } from './d1-shape.ts'

/** Statements of one shape are prepared once; the bound is far above what one use case needs. */
const PREPARED_LIMIT = 200

function bindable(value: unknown): SQLInputValue {
  if (value === undefined) {
    throw new Error("D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'")
  }
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  return value as SQLInputValue
}

function metaOf(changes: number, lastRowId: number): D1Meta {
  return { changes, last_row_id: lastRowId, duration: 0, rows_read: 0, rows_written: 0 }
}

function runOne(prepare: (sql: string) => StatementSync, total: StatementSync) {
  const counts = () => total.get() as unknown as [number, number]
  return ({ sql, values }: PlainStatement): RawAnswer => {
    const statement = prepare(sql)
    const [before] = counts()
    const rows = statement.all(...values.map(bindable)) as unknown as unknown[][]
    const [after, lastRowId] = counts()
    const columns = statement.columns().map(({ name }) => name)
    return { columns, rows, meta: metaOf(after - before, lastRowId) }
  }
}

/**
 * D1's interface over a node:sqlite database: prepare, bind, first, all, run, raw, batch (one
 * transaction) and exec. It knows none of D1's limits and counts no rows read or written.
 */
export function sqliteD1(database: DatabaseSync): HubDatabase {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    if (prepared.size >= PREPARED_LIMIT) prepared.clear()
    prepared.set(sql, statement)
    return statement
  }
  const run = runOne(prepare, prepare('SELECT total_changes(), last_insert_rowid()'))
  const runAll = async (statements: readonly PlainStatement[]) => {
    const [only] = statements
    if (statements.length === 1 && only) return [run(only)]
    database.exec('BEGIN IMMEDIATE')
    try {
      const answers = statements.map(run)
      database.exec('COMMIT')
      return answers
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  const runStream = async (statements: AsyncIterable<PlainStatement>) => {
    database.exec('BEGIN IMMEDIATE')
    try {
      for await (const statement of statements) run(statement)
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  return hubDatabase({ runAll, runStream, exec: async (sql) => database.exec(sql) })
}
