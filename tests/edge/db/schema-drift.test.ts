import { env } from 'cloudflare:workers'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'

type Column = {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly key: boolean
}

const modules = import.meta.glob<Record<string, unknown>>('/functions/db/schema/*.ts', {
  eager: true,
})

const byName = (a: Column, b: Column): number => (a.name < b.name ? -1 : 1)

function declared(): Record<string, Column[]> {
  const tables = Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value) => value instanceof SQLiteTable)
  return Object.fromEntries(
    tables.map((table) => {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)))
      const read = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notNull: column.notNull,
        key: column.primary || keys.has(column.name),
      }))
      return [name, read.sort(byName)]
    }),
  )
}

async function migrated(): Promise<Record<string, Column[]>> {
  const { results: tables } = await env.HUB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
     AND name NOT LIKE 'd1_%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  ).all<{ name: string }>()
  const columns: Record<string, Column[]> = {}
  for (const { name } of tables) {
    const { results } = await env.HUB.prepare('SELECT * FROM pragma_table_info(?1)')
      .bind(name)
      .all<{ name: string; type: string; notnull: number; pk: number }>()
    columns[name] = results
      .map((column) => ({
        name: column.name,
        type: column.type,
        notNull: column.notnull === 1,
        key: column.pk > 0,
      }))
      .sort(byName)
  }
  return columns
}

it('knows every table and column that the migrations make, and no other', async () => {
  const database = await migrated()
  expect(Object.keys(database)).toContain('outlets')
  expect(declared()).toEqual(database)
})
