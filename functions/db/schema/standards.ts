import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const standardSets = sqliteTable('standard_sets', {
  version: integer().primaryKey(),
  revision: integer().notNull(),
  status: text().notNull(),
  number: text().notNull(),
  effective_from: integer(),
  published_at: integer(),
  body: text().notNull(),
  updated_at: integer().notNull(),
})

export const pledges = sqliteTable(
  'pledges',
  {
    place: text().notNull(),
    standard_id: text().notNull(),
    version: integer().notNull(),
    periods: text().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.standard_id] })],
)

export const siteBuildsDue = sqliteTable('site_builds_due', {
  due_at: integer().primaryKey(),
  try_at: integer().notNull(),
  tries: integer().notNull().default(0),
})
