import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const outbox = sqliteTable(
  'outbox',
  {
    subject: text().notNull(),
    version: integer().notNull(),
    template: text().notNull(),
    due_at: integer(),
    attempts: integer().notNull(),
    state: text().notNull(),
    last_error: text(),
    created_at: integer().notNull(),
    finished_at: integer(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.version, table.template] })],
)
