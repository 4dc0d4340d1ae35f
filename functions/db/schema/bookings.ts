import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const guards = sqliteTable('guards', {
  hold_gone: integer(),
  queue_gone: integer(),
  client_cap: integer(),
  phone_cap: integer(),
  last_admin: integer(),
  merge_closed: integer(),
})

export const allowances = sqliteTable(
  'allowances',
  { day: text().notNull(), subject: text().notNull(), used: integer().notNull() },
  (table) => [primaryKey({ columns: [table.day, table.subject] })],
)

export const slots = sqliteTable(
  'slots',
  {
    outlet_code: text().notNull(),
    starts_at: integer().notNull(),
    seats: integer().notNull(),
    seats_taken: integer().notNull(),
    benches: integer().notNull(),
    benches_taken: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.outlet_code, table.starts_at] })],
)

export const holds = sqliteTable(
  'holds',
  {
    outlet_code: text().notNull(),
    starts_at: integer().notNull(),
    id: text().notNull(),
    service: text().notNull(),
    takes_bench: integer().notNull(),
    expires_at: integer().notNull(),
    client_hash: text(),
  },
  (table) => [primaryKey({ columns: [table.outlet_code, table.starts_at, table.id] })],
)

export const bookings = sqliteTable('bookings', {
  code: text().primaryKey(),
  version: integer().notNull(),
  outlet_code: text().notNull(),
  starts_at: integer(),
  status: text().notNull(),
  state: text().notNull(),
  due_at: integer(),
  updated_at: integer().notNull(),
})

export const queues = sqliteTable(
  'queues',
  {
    outlet_code: text().notNull(),
    service_date: text().notNull(),
    last_number: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.outlet_code, table.service_date] })],
)
