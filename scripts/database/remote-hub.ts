import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HubDatabase, hubDatabase, type PlainStatement, type RawAnswer } from './d1-shape.ts'
import { runWrangler } from './run-wrangler.ts'

const NO_META = { changes: 0, last_row_id: 0, duration: 0, rows_read: 0, rows_written: 0 }
const PLACE = /'(?:[^']|'')*'|\?(\d+)/g

const literal = (value: unknown): string =>
  value === null || typeof value === 'number'
    ? String(value ?? 'NULL')
    : `'${String(value).replaceAll("'", "''")}'`

/** A statement with its values written into it, for a file that wrangler executes. */
export const writtenOut = ({ sql, values }: PlainStatement): string =>
  sql.replace(PLACE, (whole, number?: string) =>
    number ? literal(values[Number(number) - 1] ?? null) : whole,
  )

/** Sends `--file PATH` or `--command SQL` to D1 and answers what it prints. */
type Send = (flag: '--file' | '--command', value: string) => string

const byWrangler: Send = (flag, value) =>
  runWrangler(['d1', 'execute', 'HUB', '--remote', '--json', '--yes', flag, value])

function runFile(send: Send, statements: readonly PlainStatement[]): RawAnswer[] {
  const dir = mkdtempSync(join(tmpdir(), 'fixpoint-'))
  const file = join(dir, 'batch.sql')
  try {
    writeFileSync(file, `${statements.map(writtenOut).join(';\n')};\n`)
    send('--file', file)
  } finally {
    rmSync(dir, { recursive: true })
  }
  return statements.map(() => ({ columns: [], rows: [], meta: NO_META }))
}

function ask(send: Send, statement: PlainStatement): RawAnswer {
  const [answer] = JSON.parse(send('--command', writtenOut(statement))) as [
    { results: Record<string, unknown>[] },
  ]
  const columns = Object.keys(answer.results[0] ?? {})
  return {
    columns,
    rows: answer.results.map((row) => columns.map((name) => row[name])),
    meta: NO_META,
  }
}

/**
 * The deployed hub through wrangler and its credentials: a single statement by `--command`, a batch
 * as an SQL file, which D1 imports whole or not at all.
 */
export function openRemoteHub(send = byWrangler): {
  readonly database: HubDatabase
  readonly servedBy: null
  readonly close: () => void
} {
  const runAll = async (statements: readonly PlainStatement[]) =>
    statements.length === 1 && statements[0]
      ? [ask(send, statements[0])]
      : runFile(send, statements)
  const exec = async (sql: string) => void runFile(send, [{ sql, values: [] }])
  return { database: hubDatabase({ runAll, exec }), servedBy: null, close: () => {} }
}
