import { DatabaseSync } from 'node:sqlite'
import { findHub } from '../database/open-hub.ts'
import { runWrangler } from '../database/run-wrangler.ts'
import { persistDir } from './directories.ts'

export type Row = Record<string, unknown>
/** Reads rows of the hub; the only way a build meets a database. */
export type QueryHub = { readonly rows: (sql: string) => Row[]; readonly close: () => void }

/** The local hub, read-only, so that a build may run beside a serving Worker. */
export function localHub(): QueryHub {
  const file = findHub(persistDir())
  if (!file) throw new Error('There is no local database yet. Run `npm start` or an import first.')
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  database.exec('BEGIN')
  return {
    rows: (sql) => database.prepare(sql).all() as Row[],
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
  return { rows, close: () => {} }
}
