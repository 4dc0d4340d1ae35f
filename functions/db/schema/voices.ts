import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

const onRecord = {
  version: integer().notNull(),
  status: text().notNull(),
  outlet_code: text(),
  repair_code: text(),
  zone: text().notNull(),
  country_code: text().notNull(),
  locale: text().notNull(),
  state: text().notNull(),
  due_at: integer(),
  received_at: integer().notNull(),
  updated_at: integer().notNull(),
}

export const feedback = sqliteTable('feedback', {
  code: text().primaryKey(),
  ...onRecord,
  contact_hash: text(),
  todo_at: integer(),
})

export const complaints = sqliteTable('complaints', {
  code: text().primaryKey(),
  ...onRecord,
  contact_hash: text(),
  listed_at: integer(),
})

export const complaintsOwed = sqliteTable(
  'complaints_owed',
  {
    repair_code: text().notNull(),
    version: integer().notNull(),
    lost_at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.repair_code, table.version] })],
)

export const surveys = sqliteTable('surveys', {
  id: text().primaryKey(),
  ...onRecord,
  wave: text(),
  answered_at: integer(),
  desk_due_at: integer(),
})

export const voicesPrivate = sqliteTable('voices_private', {
  code: text().primaryKey(),
  contact: text(),
  words: text().notNull(),
  consent: text(),
})

export const voicePhotos = sqliteTable(
  'voice_photos',
  {
    code: text().notNull(),
    place: integer().notNull(),
    id: text().notNull(),
    media_type: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.place] }),
    unique().on(table.code, table.id),
  ],
)

export const mediaErased = sqliteTable('media_erased', { id: text().primaryKey() })

export const voiceLinks = sqliteTable('voice_links', {
  token_hash: text().primaryKey(),
  subject: text().notNull(),
  created_at: integer().notNull(),
})
