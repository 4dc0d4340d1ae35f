import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  OPERATIONS,
  OUTLET_KINDS,
  OWNERSHIPS,
  QUALIFICATIONS,
  REGION_LEVELS,
} from '#domain/outlets/outlet.ts'

export const regions = sqliteTable('regions', {
  id: text().primaryKey(),
  parent_id: text(),
  level: text({ enum: REGION_LEVELS }).notNull(),
  country_code: text().notNull(),
  name_en: text().notNull(),
  name_zh: text().notNull(),
})

export const partners = sqliteTable('partners', {
  id: text().primaryKey(),
  name_en: text().notNull(),
  name_zh: text().notNull(),
})

export const outlets = sqliteTable('outlets', {
  code: text().primaryKey(),
  version: integer().notNull(),
  changed_seq: integer().notNull(),
  plaque_code: text().notNull(),
  plaque_revoked_at: integer(),
  name_en: text().notNull(),
  name_zh: text().notNull(),
  kind: text({ enum: OUTLET_KINDS }).notNull(),
  tags: text().notNull(),
  ownership: text({ enum: OWNERSHIPS }).notNull(),
  partner_id: text(),
  region_id: text().notNull(),
  operation: text({ enum: OPERATIONS }).notNull(),
  suspended_from: text(),
  suspended_until: text(),
  suspension_reason_en: text(),
  suspension_reason_zh: text(),
  qualification: text({ enum: QUALIFICATIONS }).notNull(),
  qualification_since: text(),
  services: text().notNull(),
  product_families: text().notNull(),
  lat: real().notNull(),
  lon: real().notNull(),
  address_en: text().notNull(),
  address_zh: text().notNull(),
  floor_en: text(),
  floor_zh: text(),
  shop_en: text(),
  shop_zh: text(),
  metro_exit_en: text(),
  metro_exit_zh: text(),
  phones: text().notNull(),
  hours_text: text(),
  hours: text(),
  last_intake_minutes: integer(),
  hours_checked_on: text(),
  zone: text().notNull(),
  languages: text().notNull(),
  step_free: integer(),
  counter_seats: integer().notNull(),
  benches: integer().notNull(),
  bucket: integer().notNull(),
  opened_on: text(),
  closed_on: text(),
  updated_at: integer().notNull(),
})

/** Whom the network calls at an outlet: never public. */
export const outletsPrivate = sqliteTable('outlets_private', {
  code: text().primaryKey(),
  contacts: text().notNull(),
})
