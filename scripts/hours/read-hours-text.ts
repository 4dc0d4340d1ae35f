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
  return { ok: true, hasHolidayRule: /\bPH\b/.test(words), parsedFor }
}
