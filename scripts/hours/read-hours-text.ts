import { type ParsedHours, parseHours } from './wall-clock-library.ts'

export type UnreadableReason =
  | 'too_long'
  | 'syntax'
  | 'variable_times'
  | 'school_holidays'
  | 'holiday_arithmetic'
  | 'says_unknown'
export type Unreadable = {
  readonly ok: false
  readonly reason: UnreadableReason
  readonly detail: string
}

export type HoursText = {
  readonly ok: true
  readonly hasHolidayRule: boolean
  /** Whether a rule is for this very date: `2026 Oct 01`, `2026 Oct 01-07`. */
  readonly namesDate: (date: string) => boolean
  /** The text for a stretch of days, its `PH` selectors replaced by these weekdays (Monday = 0). */
  readonly parsedFor: (holidayWeekdays: readonly number[]) => ParsedHours
}

const LONGEST = 1000
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const COMMENT = /"[^"]*"/g
const REFUSED: readonly [UnreadableReason, RegExp][] = [
  ['variable_times', /\b(sunrise|sunset|dawn|dusk)\b/i],
  ['school_holidays', /\bSH\b/],
  [
    'holiday_arithmetic',
    /\bPH\b\s*([+-]\s*\d|\[|(Mo|Tu|We|Th|Fr|Sa|Su)\b)|\b(Mo|Tu|We|Th|Fr|Sa|Su)\s+PH\b/,
  ],
]

const refuse = (reason: UnreadableReason, detail: string): Unreadable => ({
  ok: false,
  reason,
  detail,
})

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DATES =
  /\b(\d{4}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{2})(?:-(\d{2})\b(?!:))?/g

/** The dates that the words name with year, month and day, alone or as days of one month. */
function datesIn(words: string): ReadonlySet<string> {
  const dates = new Set<string>()
  for (const [, year, month = '', first, last = first] of words.matchAll(DATES)) {
    const start = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}`
    for (let day = Number(first); day <= Number(last); day++) {
      dates.add(`${start}-${String(day).padStart(2, '0')}`)
    }
  }
  return dates
}

/** Replaces `PH` outside comments; a name that isn't a weekday of the stretch never applies there. */
function withHolidaysAs(text: string, weekdays: readonly number[]): string {
  const names = weekdays.map((weekday) => WEEKDAYS[weekday]).join(',')
  return text.replace(/"[^"]*"|\bPH\b/g, (found) => (found === 'PH' ? names : found))
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200)

/** The text in the words of the grammar: the library corrects `Feiertage` to `PH`, `Mon` to `Mo`. */
function canonical(text: string): string {
  const parsed = parseHours(text) as ParsedHours & { prettifyValue(): string }
  const words = text.replace(COMMENT, '')
  return /[^\x20-\x7e]|[A-Za-z]{3,}/.test(words) ? parsed.prettifyValue() : text
}

/**
 * Reads an OSM opening_hours text. Refused, with the reason: what the library can't parse, the sun's
 * times, school holidays (no calendar of ours knows them) and counting from holidays (`PH -1 day`).
 */
export function readHoursText(text: string): HoursText | Unreadable {
  const plain = text.normalize('NFKC').trim()
  if (plain.length > LONGEST) return refuse('too_long', `${plain.length} characters`)
  let source: string
  try {
    source = canonical(plain)
  } catch (error) {
    const sun = REFUSED[0]?.[1].test(plain)
    return refuse(sun ? 'variable_times' : 'syntax', messageOf(error))
  }
  const words = source.replace(COMMENT, '""')
  for (const [reason, pattern] of REFUSED) {
    const found = pattern.exec(words)
    if (found) return refuse(reason, found[0])
  }
  const variants = new Map<string, ParsedHours>()
  const parsedFor = (weekdays: readonly number[]) => {
    const variant = withHolidaysAs(source, weekdays)
    const known = variants.get(variant) ?? parseHours(variant)
    variants.set(variant, known)
    return known
  }
  const dates = datesIn(words)
  const namesDate = (date: string) => dates.has(date)
  return { ok: true, hasHolidayRule: /\bPH\b/.test(words), namesDate, parsedFor }
}
