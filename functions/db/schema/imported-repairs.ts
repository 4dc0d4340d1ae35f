import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const importedRepairs = sqliteTable(
  'imported_repairs',
  {
    provider: text().notNull(),
    id: text().notNull(),
    provider_name: text().notNull(),
    country_code: text().notNull(),
    family: text().notNull(),
    brand: text(),
    year_of_manufacture: integer(),
    age_years: real(),
    fault: text().notNull(),
    status: text().notNull(),
    barrier: text(),
    outlet_code: text(),
    repaired_on: text().notNull(),
    imported_at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.id] })],
)
