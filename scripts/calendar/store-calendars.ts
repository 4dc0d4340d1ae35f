import type { Calendar } from '#domain/calendar/calendar.ts'
import type { HubDatabase, PlainStatement } from '../database/d1-shape.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'

type DayRow = { country_code: string; date: string; kind: string; name_en: string; name_zh: string }
type HeadRow = { country_code: string; covered_from: string; covered_until: string; source: string }

const DELETE_DAYS =
  'DELETE FROM calendar_days WHERE country_code IN (SELECT value FROM json_each(?1))'
const PUT_CALENDARS = `INSERT INTO calendars (country_code, covered_from, covered_until, source)
SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?1) WHERE true
ON CONFLICT (country_code) DO UPDATE SET covered_from = excluded.covered_from,
  covered_until = excluded.covered_until, source = excluded.source`
const INSERT_DAYS = `INSERT INTO calendar_days (country_code, date, kind, name_en, name_zh)
SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?1)`

/** Statements that replace the calendars of the given countries; run them as one batch. */
export function calendarStatements(calendars: readonly CompiledCalendar[]): PlainStatement[] {
  const countries = calendars.map(({ countryCode }) => countryCode)
  const heads = calendars.map((calendar) => [
    calendar.countryCode,
    calendar.coveredFrom,
    calendar.coveredUntil,
    calendar.source,
  ])
  const days = calendars.flatMap(({ countryCode, days }) =>
    days.map(({ date, kind, name }) => [countryCode, date, kind, name.en, name['zh-CN']]),
  )
  return [
    { sql: DELETE_DAYS, values: [JSON.stringify(countries)] },
    { sql: PUT_CALENDARS, values: [JSON.stringify(heads)] },
    { sql: INSERT_DAYS, values: [JSON.stringify(days)] },
  ]
}

/** All calendars the hub holds, by country. */
export async function loadCalendars(database: HubDatabase): Promise<Map<string, Calendar>> {
  const heads = await database.prepare('SELECT * FROM calendars').all<HeadRow>()
  const days = await database.prepare('SELECT * FROM calendar_days ORDER BY date').all<DayRow>()
  const ofCountry = Map.groupBy(days.results, (day) => day.country_code)
  return new Map(
    heads.results.map((head) => [
      head.country_code,
      {
        countryCode: head.country_code,
        coveredFrom: head.covered_from,
        coveredUntil: head.covered_until,
        days: (ofCountry.get(head.country_code) ?? []).map(({ date, kind, name_en, name_zh }) => ({
          date,
          kind: kind as 'holiday' | 'workday',
          name: { en: name_en, 'zh-CN': name_zh },
        })),
      },
    ]),
  )
}
