import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const repeats = sqliteTable('repeats', {
  code: text().primaryKey(),
  version: integer().notNull(),
  status: text().notNull(),
  outlet_code: text().notNull(),
  by_outlet: text().notNull(),
  came_back_at: integer().notNull(),
  todo_at: integer(),
  state: text().notNull(),
})

export const repeatWords = sqliteTable(
  'repeat_words',
  {
    code: text().notNull(),
    version: integer().notNull(),
    words: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
)
