import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { findHub } from '../database/open-hub.ts'
import { runWrangler } from '../database/run-wrangler.ts'
import { persistDir } from './directories.ts'

export type Row = Record<string, unknown>
/** Reads rows of the hub and files of the bucket; the only way a build meets either. */
export type QueryHub = {
  readonly rows: (sql: string) => Row[]
  /** A file's bytes by its key. */
  readonly object: (key: string) => Uint8Array
  readonly close: () => void
}

const BUCKET = 'fixpoint-media'

/** By wrangler, which knows how the bucket lies on a disk too. */
function objectBy(where: readonly string[]) {
  return (key: string): Uint8Array => {
    const dir = mkdtempSync(join(tmpdir(), 'fixpoint-object-'))
    const file = join(dir, 'object')
    try {
      runWrangler(['r2', 'object', 'get', `${BUCKET}/${key}`, '--file', file, ...where])
      return readFileSync(file)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  }
}

/** The local hub, read-only, so that a build may run beside a serving Worker. */
export function localHub(): QueryHub {
  const file = findHub(persistDir())
  if (!file) throw new Error('There is no local database yet. Run `npm start` or an import first.')
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  database.exec('BEGIN')
  return {
    rows: (sql) => database.prepare(sql).all() as Row[],
    object: objectBy(['--local', '--persist-to', persistDir()]),
    close: () => {
      database.exec('COMMIT')
      database.close()
    },
  }
}

/** The deployed hub, through wrangler and its credentials. */
export function remoteHub(): QueryHub {
  const rows = (sql: string): Row[] => {
    const output = runWrangler(['d1', 'execute', 'HUB', '--remote', '--json', '--command', sql])
    const [result] = JSON.parse(output) as [{ results: Row[] }]
    return result.results
  }
  return { rows, object: objectBy(['--remote']), close: () => {} }
}
