import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/** wrangler's own ledger of migrations; `wrangler d1 migrations list` reads it. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "d1_migrations"(
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`

const numberOf = (name: string) => Number.parseInt(name, 10)

/** Names of the migration files in the order wrangler applies them: by their leading number. */
export const migrationFiles = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort((a, b) => numberOf(a) - numberOf(b) || a.localeCompare(b))

/** Names of the migrations that a database lacks; its ledger must be there. */
export function pendingMigrations(database: DatabaseSync, dir = 'migrations'): string[] {
  const rows = database.prepare('SELECT name FROM d1_migrations').all()
  const applied = new Set(rows.map(({ name }) => String(name)))
  return migrationFiles(dir).filter((name) => !applied.has(name))
}

/** Applies what is pending, each file in its own transaction with its ledger entry; answers their names. */
export function applyMigrations(database: DatabaseSync, dir = 'migrations'): string[] {
  database.exec(LEDGER)
  const pending = pendingMigrations(database, dir)
  for (const name of pending) {
    database.exec('BEGIN IMMEDIATE')
    try {
      database.exec(readFileSync(join(dir, name), 'utf8'))
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
    }
  }
  return pending
}
