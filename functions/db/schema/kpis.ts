import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const kpiDays = sqliteTable(
  'kpi_days',
  { outlet_code: text().notNull(), service_date: text().notNull(), counts: text().notNull() },
  (table) => [primaryKey({ columns: [table.outlet_code, table.service_date] })],
)

export const kpiMonths = sqliteTable(
  'kpi_months',
  { outlet_code: text().notNull(), month: text().notNull(), counts: text().notNull() },
  (table) => [primaryKey({ columns: [table.outlet_code, table.month] })],
)

export const kpiRegionMonths = sqliteTable(
  'kpi_region_months',
  {
    month: text().notNull(),
    region_id: text().notNull(),
    counts: text().notNull(),
    closed_through: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.region_id] })],
)

export const kpiBelow = sqliteTable(
  'kpi_below',
  { month: text().notNull(), place: text().notNull(), outlets: text().notNull() },
  (table) => [primaryKey({ columns: [table.month, table.place] })],
)
