import { DatabaseSync } from 'node:sqlite'
import type { BucketRange } from '#config'
import { applyMigrations } from '#scripts/database/apply-migrations.ts'
import { sqliteD1 } from '#scripts/database/sqlite-d1.ts'
import type { World } from './world.ts'

function migrated(): D1Database {
  const database = new DatabaseSync(':memory:')
  applyMigrations(database)
  return sqliteD1(database) as unknown as D1Database
}

/** Migrated databases in memory: the hub, and one for each range. */
export const openSqlite = (ranges: readonly BucketRange[]): World => ({
  hub: migrated(),
  others: Object.fromEntries(ranges.map(({ binding }) => [binding, migrated()])),
  ranges,
})
