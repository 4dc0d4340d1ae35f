import type { CompiledHours, MinuteInterval } from '../outlets/compiled-hours.ts'
import { hoursOn } from '../outlets/open-state.ts'
import { addDays, weekdayOf } from '../outlets/wall-time.ts'
import type { HoursPlan } from './network-hours.ts'

type Day = readonly MinuteInterval[]

const MIDNIGHT = 1440
const MOST_SPANS = 4
const NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const SPAN = /^(\d{1,2}):(\d{2})\s*[-~至]\s*(\d{1,2}):(\d{2})$/
const CLOSED = /^(?:off|closed|休息|关门|休)?$/i
const WEEK_RULE =
  /^((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?(?:,(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?)*) (\S+)$/
const DATE_RULE = /^(\d{4}) ([A-Z][a-z]{2}) (\d{2})(?:-(\d{2}))? (\S+)$/

function spanIn(text: string): MinuteInterval | null {
  const [, fromHour, fromMinute, toHour, toMinute] = SPAN.exec(text) ?? []
  if (fromHour === undefined) return null
  const open = Number(fromHour) * 60 + Number(fromMinute)
  const said = Number(toHour) * 60 + Number(toMinute)
  const isClock = Number(fromMinute) < 60 && Number(toMinute) < 60
  const close = said <= open ? said + MIDNIGHT : said
  const isWholeDay = open === 0 && close === MIDNIGHT
  if (!isClock || open >= MIDNIGHT || said > MIDNIGHT) return null
  return close - open < MIDNIGHT || isWholeDay ? [open, close] : null
}

/**
 * A day's hours as people type them, `9:00-12:00, 13:30-18:00`, full-width signs included; a close at or
 * before the open is after midnight; '' or `off` is closed. null = it can't be read, or spans meet.
 * `readDay('18:00-2:00')` is one opening from 1080 to 1560.
 */
export function readDay(typed: string): Day | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[‐-―－]/g, '-')
    .trim()
  if (CLOSED.test(text)) return []
  const parts = text
    .split(/\s*[,，;；、]\s*|\s+(?=\d{1,2}:\d{2}\s*[-~至])/)
    .filter((part) => part !== '')
  const spans = parts.map(spanIn)
  if (spans.length > MOST_SPANS) return null
  const day: MinuteInterval[] = []
  for (const span of spans) {
    const before = day.at(-1)
    if (!span || (before && span[0] <= before[1])) return null
    day.push(span)
  }
  return day
}

function daysIn(selector: string): readonly (number | 'PH')[] {
  return selector.split(',').flatMap((part): readonly (number | 'PH')[] => {
    if (part === 'PH') return ['PH']
    const [first = '', last = first] = part.split('-')
    const from = NAMES.indexOf(first)
    const count = ((NAMES.indexOf(last) - from + 7) % 7) + 1
    return Array.from({ length: count }, (_, place) => (from + place) % 7)
  })
}

const datesIn = (year = '', month = '', first = '', last = first): readonly string[] => {
  const start = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${first}`
  const count = Number(last) - Number(first) + 1
  return Array.from({ length: Math.max(0, count) }, (_, place) => addDays(start, place))
}

type Read = { week: Day[]; holidays: Day | null; named: Map<string, Day> }

/** Takes one rule in; false = it isn't of a form that the desk writes. */
function takeRule(read: Read, rule: string): boolean {
  if (rule === '24/7') {
    read.week = NAMES.map(() => [[0, MIDNIGHT]])
    return true
  }
  const [, selector, times = ''] = WEEK_RULE.exec(rule) ?? []
  if (selector) {
    const day = readDay(times)
    for (const one of daysIn(selector)) {
      if (one === 'PH') read.holidays = day
      else if (day) read.week[one] = day
    }
    return day !== null
  }
  const [, year, month, first, last, hours = ''] = DATE_RULE.exec(rule) ?? []
  const day = readDay(hours)
  if (!year || !day || !MONTHS.includes(month ?? '')) return false
  for (const date of datesIn(year, month, first, last)) read.named.set(date, day)
  return true
}

const same = (a: Day, b: Day): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The plan behind a text that the desk could have written, and its compiled hours: these know what of a
 * night belongs to which day. null = somebody wrote it by hand (seasons, comments, the sun): only a new
 * plan can take its place.
 * `readHours('Mo-Fr 09:00-18:00; PH off', compiled)` has two closed weekdays and closed holidays.
 */
export function readHours(text: string, compiled: CompiledHours | null): HoursPlan | null {
  const read: Read = { week: NAMES.map(() => []), holidays: null, named: new Map() }
  const rules = text.split(/;\s*|,\s+(?=(?:Mo|Tu|We|Th|Fr|Sa|Su)\b)/)
  if (!rules.every((rule) => takeRule(read, rule.trim()))) return null
  const { week, holidays, named } = read
  const special = [...named].flatMap(([date, said]): readonly (readonly [string, Day])[] => {
    const day = (compiled && hoursOn(compiled, date)) ?? said
    const isUsual = holidays === null && same(day, week[weekdayOf(date)] ?? [])
    return isUsual ? [] : [[date, day]]
  })
  return { week, holidays, special: Object.fromEntries(special) }
}
