import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const repairs = sqliteTable('repairs', {
  code: text().primaryKey(),
  version: integer().notNull(),
  status: text().notNull(),
  home_outlet: text().notNull(),
  at_outlet: text().notNull(),
  zone: text().notNull(),
  country_code: text().notNull(),
  state: text().notNull(),
  digits_hash: text(),
  phone_hash: text(),
  due_at: integer(),
  updated_at: integer().notNull(),
  stage: text().notNull(),
  assigned_to: text(),
  shelf: text(),
  came_in_at: integer(),
})

export const repairsPrivate = sqliteTable('repairs_private', {
  code: text().primaryKey(),
  contact: text().notNull(),
  device: text().notNull(),
  words: text().notNull(),
  consent: text().notNull(),
})

export const deviceIds = sqliteTable(
  'device_ids',
  { id_hash: text().notNull(), code: text().notNull(), received_at: integer().notNull() },
  (table) => [primaryKey({ columns: [table.id_hash, table.code] })],
)

export const links = sqliteTable('links', {
  token_hash: text().primaryKey(),
  code: text().notNull(),
  purpose: text().notNull(),
  ask_version: integer(),
  created_at: integer().notNull(),
})

export const lostCodes = sqliteTable(
  'lost_codes',
  { asked_at: integer().notNull(), phone_hash: text().notNull() },
  (table) => [primaryKey({ columns: [table.asked_at, table.phone_hash] })],
)

export const lookupMisses = sqliteTable('lookup_misses', {
  code: text().primaryKey(),
  misses: integer().notNull(),
  first_at: integer().notNull(),
  earlier: integer().notNull(),
})
