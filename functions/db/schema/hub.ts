import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const events = sqliteTable(
  'events',
  {
    subject: text().notNull(),
    version: integer().notNull(),
    type: text().notNull(),
    happened_at: integer().notNull(),
    recorded_at: integer().notNull(),
    actor: text().notNull(),
    command_id: text(),
    data: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.version] })],
)

export const commandRecords = sqliteTable('command_records', {
  id: text().primaryKey(),
  fingerprint: text().notNull(),
  answer: text().notNull(),
  recorded_at: integer().notNull(),
})

export const counters = sqliteTable('counters', {
  name: text().primaryKey(),
  value: integer().notNull(),
})
