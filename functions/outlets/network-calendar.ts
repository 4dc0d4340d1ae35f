import type { Calendar, CalendarDay } from '#domain/calendar/calendar.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import {
  type CalendarDayRow,
  type CalendarRow,
  calendarDays,
  calendarOf,
} from './calendar-store.ts'

const KEPT_MS = 3_600_000

type Kept = { readonly readAt: number; readonly calendar: Calendar | null }
const kept = new WeakMap<D1Database, Map<string, Kept>>()

const dayOf = ({ date, kind, name_en, name_zh }: CalendarDayRow): CalendarDay => ({
  date,
  kind,
  name: { en: name_en, 'zh-CN': name_zh },
})

const withDays = (row: CalendarRow, days: readonly CalendarDayRow[]): Calendar => ({
  countryCode: row.country_code,
  coveredFrom: row.covered_from,
  coveredUntil: row.covered_until,
  days: days.map(dayOf),
})

/**
 * A country's holidays and make-up workdays; null = no such calendar. Kept for an hour: calendars
 * change once a year, and commands read few rows.
 */
export async function networkCalendar(
  { hub, now }: { readonly hub: Database; readonly now: number },
  country: string,
): Promise<Calendar | null> {
  const own = kept.get(hub.d1) ?? new Map<string, Kept>()
  kept.set(hub.d1, own)
  const known = own.get(country)
  if (known && known.readAt <= now && now < known.readAt + KEPT_MS) return known.calendar
  const [[row], days] = await readTogether([calendarOf(hub, country), calendarDays(hub, country)])
  const calendar = row ? withDays(row, days) : null
  own.set(country, { readAt: now, calendar })
  return calendar
}
