import Holidays from 'date-holidays'
import type { CalendarDay } from '#domain/calendar/calendar.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { chineseHolidayName } from './chinese-holiday-names.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'

const DAY_MS = 86_400_000

type Holiday = ReturnType<Holidays['getHolidays']>[number]

/** How many local dates a holiday takes: a feast that begins the evening before counts its full days. */
const lengthInDays = ({ start, end }: Holiday): number =>
  Math.max(1, Math.floor((end.getTime() - start.getTime()) / DAY_MS + 0.1))

/** A holiday that begins in the evening (`2026-03-20 00:00:00 -0600`) keeps the date it is named by. */
const firstDate = ({ date }: Holiday): string => date.slice(0, 10)

function* daysOf(english: Holiday, chinese: Holiday | undefined): Generator<CalendarDay> {
  const name = {
    en: english.name,
    'zh-CN': chineseHolidayName(english.name, chinese?.name ?? english.name),
  }
  for (let day = 0; day < lengthInDays(english); day++) {
    yield { date: addDays(firstDate(english), day), kind: 'holiday', name }
  }
}

/**
 * The public holidays of a country whose law states them as rules, for whole years; null when the
 * package doesn't know the country or has nothing for the first year.
 */
export function compileByRules(
  countryCode: string,
  firstYear: number,
  lastYear: number,
): CompiledCalendar | null {
  const named = (language: string) =>
    new Holidays(countryCode, { types: ['public'], languages: [language, 'en'] })
  const inEnglish = named('en')
  const inChinese = named('zh')
  const days = new Map<string, CalendarDay>()
  let covered = firstYear - 1
  for (let year = firstYear; year <= lastYear; year++) {
    const holidays = inEnglish.getHolidays(year) ?? []
    if (holidays.length === 0) break
    const translated = inChinese.getHolidays(year)
    for (const [i, holiday] of holidays.entries()) {
      for (const day of daysOf(holiday, translated[i])) days.set(day.date, day)
    }
    covered = year
  }
  if (covered < firstYear) return null
  return {
    countryCode,
    coveredFrom: `${firstYear}-01-01`,
    coveredUntil: `${covered}-12-31`,
    days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    source: 'date-holidays',
  }
}
