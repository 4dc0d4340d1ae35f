import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { CalendarDay } from '#domain/calendar/calendar.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'

/** Date to 'English name,Chinese name,days off'. */
export type Arrangements = {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

/** The arrangement of a year is published whole; its National Day tells that it is there. */
const isPublished = ({ holidays }: Arrangements, year: number): boolean =>
  `${year}-10-01` in holidays

function lastPublishedYear(source: Arrangements, firstYear: number): number | null {
  let last: number | null = null
  for (let year = firstYear; isPublished(source, year); year++) last = year
  return last
}

function dayOf([date, text]: [string, string], kind: CalendarDay['kind']): CalendarDay {
  const [english = '', chinese = english] = text.split(',')
  const made = kind === 'workday'
  return {
    date,
    kind,
    name: {
      en: made ? `Workday for ${english}` : english,
      'zh-CN': made ? `${chinese}调休上班` : chinese,
    },
  }
}

/**
 * China's holidays and make-up workdays from `firstYear` to the last year whose arrangement the
 * package holds; null when it holds none of them. The package itself calls later holidays workdays.
 */
export function compileChina(
  firstYear: number,
  source: Arrangements = arrangements,
): CompiledCalendar | null {
  const lastYear = lastPublishedYear(source, firstYear)
  if (lastYear === null) return null
  const covered = ([date]: [string, string]) => {
    const year = Number(date.slice(0, 4))
    return year >= firstYear && year <= lastYear
  }
  const days = [
    ...Object.entries(source.holidays)
      .filter(covered)
      .map((entry) => dayOf(entry, 'holiday')),
    ...Object.entries(source.workdays)
      .filter(covered)
      .map((entry) => dayOf(entry, 'workday')),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
  return {
    countryCode: 'CN',
    coveredFrom: `${firstYear}-01-01`,
    coveredUntil: `${lastYear}-12-31`,
    days,
    source: 'chinese-days',
  }
}
