/**
 * Compiles the calendars of the configured countries into the local database:
 * `npm run calendar:refresh -- [CC …]`. Run it when a new year's arrangements are published.
 */
import config from '#config'
import { daysUntilCoverageEnds } from '#domain/calendar/calendar.ts'
import { type Hub, openHub } from '../database/open-hub.ts'
import { compileCalendar } from './compile-calendar.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { calendarStatements } from './store-calendars.ts'

/** Compiles and stores; countries no library knows are left out. Answers what was stored. */
export async function refreshCalendars(
  database: Hub['database'],
  countries: readonly string[],
  today: string,
): Promise<readonly CompiledCalendar[]> {
  const calendars = countries
    .map((country) => compileCalendar(country, today))
    .filter((calendar) => calendar !== null)
  if (calendars.length) {
    const statements = calendarStatements(calendars)
    await database.batch(statements.map(({ sql, values }) => database.prepare(sql).bind(...values)))
  }
  return calendars
}

if (import.meta.main) {
  const named = process.argv.slice(2).map((country) => country.toUpperCase())
  const today = new Date().toISOString().slice(0, 10)
  const hub = await openHub()
  const stored = await refreshCalendars(
    hub.database,
    named.length ? named : config.countries,
    today,
  )
  hub.close()
  for (const calendar of stored) {
    const left = daysUntilCoverageEnds(calendar, today)
    console.log(
      `${calendar.countryCode}: ${calendar.days.length} days from ${calendar.source}, covered until ${calendar.coveredUntil} (${left} days left).`,
    )
  }
}
