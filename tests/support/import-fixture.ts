import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type OutletRow, outletFromRow } from '#functions/outlets/outlet-rows.ts'
import { applyMigrations } from '#scripts/database/apply-migrations.ts'
import type { HubDatabase } from '#scripts/database/d1-shape.ts'
import { sqliteD1 } from '#scripts/database/sqlite-d1.ts'
import { type ImportOptions, type ImportOutcome, runImport } from '#scripts/import/run-import.ts'

export const IMPORTED_AT = Date.parse('2026-11-21T10:00:00Z')

export type EmptyHub = { readonly file: DatabaseSync; readonly hub: HubDatabase }

/** A hub in memory with the project's own migrations. */
export function anEmptyHub(): EmptyHub {
  const file = new DatabaseSync(':memory:')
  applyMigrations(file)
  return { file, hub: sqliteD1(file) }
}

/** A file of its own directory with this content. */
export function aFile(content: string | Uint8Array, name = 'outlets.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'fixpoint-import-')), name)
  writeFileSync(path, content)
  return path
}

export const importInto = (
  { hub }: EmptyHub,
  file: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportOutcome> => runImport(hub, { file, nowMs: IMPORTED_AT, ...options })

export const outletIn = ({ file }: EmptyHub, code: string) => {
  const row = file.prepare('SELECT * FROM outlets WHERE code = ?').get(code)
  return row ? outletFromRow(row as OutletRow) : null
}
export const countIn = ({ file }: EmptyHub, table: string): number =>
  Number(file.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n)
/** Everything an import may write, to compare before and after. */
export const contentOf = ({ file }: EmptyHub): string =>
  JSON.stringify(
    ['outlets', 'outlets_private', 'regions', 'partners', 'events', 'counters', 'calendars'].map(
      (table) => file.prepare(`SELECT * FROM ${table}`).all(),
    ),
  )
