import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const scorecards = sqliteTable(
  'scorecards',
  {
    outlet_code: text().notNull(),
    month: text().notNull(),
    region_id: text().notNull(),
    partner_id: text(),
    name_en: text().notNull(),
    name_zh: text().notNull(),
    method: integer().notNull(),
    score: real(),
    applicable: integer().notNull(),
    stars: integer().notNull(),
    gap: real().notNull(),
    line: text().notNull(),
    card: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.outlet_code, table.month] })],
)

export const qualifications = sqliteTable('qualifications', {
  outlet_code: text().primaryKey(),
  version: integer().notNull(),
  status: text().notNull(),
  is_open: integer().notNull(),
  due_at: integer(),
  state: text().notNull(),
  updated_at: integer().notNull(),
})

export const qualification_words = sqliteTable(
  'qualification_words',
  {
    outlet_code: text().notNull(),
    version: integer().notNull(),
    words: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.outlet_code, table.version] })],
)
