import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const improvements = sqliteTable('improvements', {
  id: text().primaryKey(),
  version: integer().notNull(),
  in_list: text().notNull(),
  is_public: integer().notNull(),
  state: text().notNull(),
  words: text().notNull(),
  updated_at: integer().notNull(),
})
