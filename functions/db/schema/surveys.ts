import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const surveyWanted = sqliteTable(
  'survey_wanted',
  {
    due_at: integer().notNull(),
    id: text().notNull(),
    kind: text().notNull(),
    wave: text(),
  },
  (table) => [primaryKey({ columns: [table.due_at, table.id] })],
)

export const surveyWaves = sqliteTable('survey_waves', {
  id: text().primaryKey(),
  from_day: text().notNull(),
  until_day: text().notNull(),
  wanted: integer().notNull(),
  asked: integer().notNull(),
  eligible: integer().notNull(),
  created_at: integer().notNull(),
  created_by: text().notNull(),
})
