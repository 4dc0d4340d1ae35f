import type { CalendarDay } from '#domain/calendar/calendar.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type CalendarRow = {
  readonly country_code: string
  readonly covered_from: string
  readonly covered_until: string
}
export type CalendarDayRow = {
  readonly date: string
  readonly kind: CalendarDay['kind']
  readonly name_en: string
  readonly name_zh: string
}

export const statements = {
  calendarOf: statement<[country: string], CalendarRow>(
    `SELECT country_code, covered_from, covered_until FROM calendars WHERE country_code = ?1`,
    ['CN'],
  ),
  calendarDays: statement<[country: string], CalendarDayRow>(
    `SELECT date, kind, name_en, name_zh FROM calendar_days WHERE country_code = ?1 ORDER BY date`,
    ['CN'],
  ),
} satisfies Statements

export const calendarOf = (database: Database, country: string): Prepared<CalendarRow> =>
  prepare(database, statements.calendarOf, [country])

export const calendarDays = (database: Database, country: string): Prepared<CalendarDayRow> =>
  prepare(database, statements.calendarDays, [country])
