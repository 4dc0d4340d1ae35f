import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export const statements = {
  noteParcel: statement<[tracking: string, code: string]>(
    `INSERT INTO parcels (tracking, code) VALUES (?1, ?2) ON CONFLICT (tracking, code) DO NOTHING`,
    ['SF1234567890', '0123456789ABC'],
  ),
  repairsOfParcel: statement<[tracking: string], { readonly code: string }>(
    `SELECT code FROM parcels WHERE tracking = ?1 LIMIT 10`,
    ['SF1234567890'],
  ),
} satisfies Statements

/** Lets a repair be found by the number on its parcel. */
export const noteParcel = (database: Database, tracking: string, code: string): Prepared =>
  prepare(database, statements.noteParcel, [tracking, code])

export const repairsOfParcel = (database: Database, tracking: string) =>
  prepare(database, statements.repairsOfParcel, [tracking])
