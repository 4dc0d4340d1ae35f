import { compileDays, type DayTerms } from '../outlets/compile-days.ts'
import type { CompiledHours, MinuteInterval } from '../outlets/compiled-hours.ts'
import { addDays, weekdayOf } from '../outlets/wall-time.ts'

type Day = readonly MinuteInterval[]

/** Hours as the desk edits them. Local minutes since midnight, `[open, close)`; past 1440 = after midnight. */
export type HoursPlan = {
  /** Seven days, Monday first; an empty day is closed. */
  readonly week: readonly Day[]
  /** Public holidays; null = like any other day. */
  readonly holidays: Day | null
  /** Local dates that differ, holidays or not; they win. */
  readonly special: Readonly<Record<string, Day>>
}

const MIDNIGHT = 1440
const NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const ROUND_THE_CLOCK = '[[0,1440]]'

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** `18:00-02:00` ends after midnight, `18:00-24:00` at it. */
const spanText = ([open, close]: MinuteInterval): string =>
  `${clock(open)}-${clock(close > MIDNIGHT ? close - MIDNIGHT : close)}`

/** A day as people and OSM write it: `09:00-12:00,13:30-18:00`; '' = closed. */
export const dayText = (day: Day): string => day.map(spanText).join(',')

const passesMidnight = ([, close]: MinuteInterval): boolean => close > MIDNIGHT

const timesOrOff = (day: Day): string => dayText(day) || 'off'

/** `Mo-Fr`, `Sa,Su`: runs of three or more days as a span. */
function daysText(days: readonly number[]): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) =>
      run.length > 2
        ? `${NAMES[run[0] as number]}-${NAMES[run.at(-1) as number]}`
        : run.map((day) => NAMES[day]).join(','),
    )
    .join(',')
}

/** Weekdays with the same hours share a rule; closed ones need none. */
function weekRules(week: HoursPlan['week']): readonly string[] {
  const groups = new Map<string, number[]>()
  for (const [day, times] of week.entries()) {
    const text = dayText(times)
    if (text) groups.set(text, [...(groups.get(text) ?? []), day])
  }
  return [...groups].map(([text, days]) => `${daysText(days)} ${text}`)
}

/** What is open on a date by the plan, whatever the day before leaves open. */
const planned =
  ({ week, holidays, special }: HoursPlan, isHoliday: (date: string) => boolean) =>
  (date: string): Day =>
    special[date] ?? (holidays && isHoliday(date) ? holidays : null) ?? week[weekdayOf(date)] ?? []

/** Spans in order of time, those that touch or overlap made one. */
function merged(spans: readonly MinuteInterval[]): readonly MinuteInterval[] {
  const pieces: [number, number][] = []
  for (const [open, close] of [...spans].sort((a, b) => a[0] - b[0])) {
    const before = pieces.at(-1)
    if (before && open <= before[1]) before[1] = Math.max(before[1], close)
    else pieces.push([open, close])
  }
  return pieces
}

const piecesBy = (plan: HoursPlan) => (isHoliday: (date: string) => boolean) => {
  const dayOf = planned(plan, isHoliday)
  return (date: string): Day =>
    merged([
      ...dayOf(addDays(date, -1))
        .filter(passesMidnight)
        .map(([, close]): MinuteInterval => [0, close - MIDNIGHT]),
      ...dayOf(date).map(([open, close]): MinuteInterval => [open, Math.min(close, MIDNIGHT)]),
    ])
}

const dateText = (date: string): string =>
  `${date.slice(0, 4)} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(8)}`

/** The dates that need a rule of their own: special ones, and those into which they, or their weekday, would run on. */
function namedDates({ week, special }: HoursPlan): readonly string[] {
  const next = Object.entries(special).flatMap(([date, day]) =>
    [...day, ...(week[weekdayOf(date)] ?? [])].some(passesMidnight) ? [addDays(date, 1)] : [],
  )
  return [...new Set([...Object.keys(special), ...next])].sort()
}

/** Following days of one month with the same hours share a rule: `2026 Oct 01-07 off`. */
function specialRules(plan: HoursPlan): readonly string[] {
  const pieces = piecesBy(plan)(() => false)
  const runs: { first: string; last: string; text: string }[] = []
  for (const date of namedDates(plan)) {
    const text = timesOrOff(pieces(date))
    const run = runs.at(-1)
    const isNext = run && addDays(run.last, 1) === date && date.slice(8) !== '01'
    if (run && isNext && run.text === text) run.last = date
    else runs.push({ first: date, last: date, text })
  }
  return runs.map(({ first, last, text }) =>
    first === last ? `${dateText(first)} ${text}` : `${dateText(first)}-${last.slice(8)} ${text}`,
  )
}

/** Whether anything of a plan is open past midnight. */
export const runsOverMidnight = ({ week, holidays, special }: HoursPlan): boolean =>
  [...week, holidays ?? [], ...Object.values(special)].flat().some(passesMidnight)

const LATEST_CLOSE = MIDNIGHT + 720

/** Whether a night ends by noon and before the next day opens. */
const isOverBefore = (day: Day, next: Day): boolean => {
  const close = day.at(-1)?.[1] ?? 0
  const opens = next[0]?.[0]
  return (
    close <= LATEST_CLOSE && (opens === undefined || close < MIDNIGHT + opens || close === MIDNIGHT)
  )
}

/**
 * Whether every night of a plan ends by noon and before the next day opens: otherwise nobody could tell
 * which day an opening belongs to. A day that ends at midnight may be followed by one that begins then.
 */
export function keepsNightsApart(plan: HoursPlan): boolean {
  const dayOf = planned(plan, () => false)
  const { week, special } = plan
  return (
    week.every((day, weekday) => isOverBefore(day, week[(weekday + 1) % 7] ?? [])) &&
    Object.keys(special).every(
      (date) =>
        isOverBefore(dayOf(addDays(date, -1)), dayOf(date)) &&
        isOverBefore(dayOf(date), dayOf(addDays(date, 1))),
    )
  )
}

/**
 * The OSM opening_hours text of a plan: the week, then holidays (`PH`), then single dates, each overriding
 * what stands before it. Rules of a week that runs past midnight add to each other instead, or one day's
 * would end the night of the day before. Hours of their own for holidays and openings past midnight don't
 * go together: the text has no way to say where such a night ends.
 * Monday to Friday 09:00-18:00, holidays closed: `Mo-Fr 09:00-18:00; PH off`.
 */
export function writeHours(plan: HoursPlan): string {
  const { week, holidays } = plan
  const isAlways = week.every((day) => JSON.stringify(day) === ROUND_THE_CLOCK)
  const rules = isAlways ? ['24/7'] : weekRules(week)
  const usual = rules.join(week.flat().some(passesMidnight) ? ', ' : '; ')
  return [
    usual || 'Mo-Su off',
    ...(holidays ? [`PH ${timesOrOff(holidays)}`] : []),
    ...specialRules(plan),
  ].join('; ')
}

/**
 * Compiles a plan as its written text would be, without the library that reads texts: the same week,
 * exceptions and end. null = nothing in it is certain.
 * `compileHours(plan, { from: '2026-11-22', horizonDays: 400, … })` speaks for 400 days, or until the
 * calendar ends where the plan has hours for holidays.
 */
export function compileHours(plan: HoursPlan, terms: DayTerms): CompiledHours | null {
  const named = new Set(namedDates(plan))
  return compileDays(terms, {
    hasHolidayRule: plan.holidays !== null,
    namesDate: (date) => named.has(date),
    pieces: piecesBy(plan),
  })
}
