import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export const statements = {
  insertName: statement<[homeOutlet: string, name: string, code: string]>(
    `INSERT INTO repair_names (home_outlet, name, code) VALUES (?1, ?2, ?3)`,
    ['SZ-001', 'wangxiaoming', '0123456789ABC'],
  ),
  forgetName: statement<[code: string]>(
    `DELETE FROM repair_names WHERE code = ?1
       AND home_outlet = (SELECT home_outlet FROM repairs WHERE code = ?1)
       AND name = (SELECT contact ->> '$.nameKey' FROM repairs_private WHERE code = ?1)`,
    ['0123456789ABC'],
  ),
  nameAnew: statement<[code: string, name: string]>(
    `INSERT INTO repair_names (home_outlet, name, code)
     SELECT home_outlet, ?2, code FROM repairs WHERE code = ?1
     ON CONFLICT (home_outlet, name, code) DO NOTHING`,
    ['0123456789ABC', 'wangxiaoming'],
  ),
} satisfies Statements

type Named = { readonly homeOutlet: string; readonly name: string; readonly code: string }

export const insertName = (database: Database, { homeOutlet, name, code }: Named): Prepared =>
  prepare(database, statements.insertName, [homeOutlet, name, code])

/** Takes off the name that the private row still has: goes before the row is revised. */
export const forgetName = (database: Database, code: string): Prepared =>
  prepare(database, statements.forgetName, [code])

export const nameAnew = (database: Database, code: string, name: string): Prepared =>
  prepare(database, statements.nameAnew, [code, name])
