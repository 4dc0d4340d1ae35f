import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const publications = sqliteTable('publications', {
  number: integer().primaryKey(),
  version: integer().notNull(),
  month: text().notNull(),
  revision: integer().notNull(),
  revises: integer(),
  reason: text(),
  status: text().notNull(),
  frozen_by: text(),
  signed_by: text(),
  frozen_at: integer(),
  published_at: integer(),
  frozen: text(),
  updated_at: integer().notNull(),
})

export const figureContests = sqliteTable('figure_contests', {
  id: text().primaryKey(),
  version: integer().notNull(),
  outlet_code: text().notNull(),
  month: text().notNull(),
  kpi: text().notNull(),
  repair_code: text(),
  status: text().notNull(),
  raised_by: text().notNull(),
  raised_at: integer().notNull(),
  decided_by: text(),
  approved_by: text(),
  from_day: text(),
  to_day: text(),
  reason: text(),
  updated_at: integer().notNull(),
})

export const figureContestWords = sqliteTable('figure_contest_words', {
  id: text().primaryKey(),
  said: text().notNull(),
  answer: text(),
})
