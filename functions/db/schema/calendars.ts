import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const calendars = sqliteTable('calendars', {
  country_code: text().primaryKey(),
  covered_from: text().notNull(),
  covered_until: text().notNull(),
  source: text().notNull(),
})

export const calendarDays = sqliteTable(
  'calendar_days',
  {
    country_code: text().notNull(),
    date: text().notNull(),
    kind: text({ enum: ['holiday', 'workday'] }).notNull(),
    name_en: text().notNull(),
    name_zh: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.country_code, table.date] })],
)
