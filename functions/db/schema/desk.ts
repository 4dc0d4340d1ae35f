import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const boards = sqliteTable('boards', {
  outlet_code: text().primaryKey(),
  revision: integer().notNull(),
})

export const repairNotes = sqliteTable(
  'repair_notes',
  {
    code: text().notNull(),
    at: integer().notNull(),
    id: text().notNull(),
    staff_id: text().notNull(),
    words: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.at, table.id] })],
)

export const repairPhotos = sqliteTable(
  'repair_photos',
  {
    code: text().notNull(),
    id: text().notNull(),
    moment: text().notNull(),
    media_type: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    staff_id: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.id] })],
)

export const repairNames = sqliteTable(
  'repair_names',
  { home_outlet: text().notNull(), name: text().notNull(), code: text().notNull() },
  (table) => [primaryKey({ columns: [table.home_outlet, table.name, table.code] })],
)

export const parcels = sqliteTable(
  'parcels',
  { tracking: text().notNull(), code: text().notNull() },
  (table) => [primaryKey({ columns: [table.tracking, table.code] })],
)

export const deviceCounts = sqliteTable(
  'device_counts',
  {
    outlet_code: text().notNull(),
    service_date: text().notNull(),
    id: text().notNull(),
    staff_id: text().notNull(),
    finished_at: integer(),
    found: text().notNull(),
    unknown: text().notNull(),
    missing: text(),
    expected: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.outlet_code, table.service_date, table.id] })],
)

export const absences = sqliteTable(
  'absences',
  {
    outlet_code: text().notNull(),
    service_date: text().notNull(),
    seats: integer().notNull(),
    benches: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.outlet_code, table.service_date] })],
)

export const hotlineCalls = sqliteTable('hotline_calls', {
  id: text().primaryKey(),
  at: integer().notNull(),
  staff_id: text().notNull(),
  result: text().notNull(),
  topic: text().notNull(),
  code: text(),
})

export const notices = sqliteTable('notices', {
  id: text().primaryKey(),
  version: integer().notNull(),
  kind: text().notNull(),
  text_en: text().notNull(),
  text_zh: text().notNull(),
  from_at: integer().notNull(),
  until_at: integer().notNull(),
  withdrawn_at: integer(),
  updated_at: integer().notNull(),
})
