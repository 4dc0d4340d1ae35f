import type { CompiledHours, MinuteInterval } from './compiled-hours.ts'
import type { WallTime } from './wall-time.ts'
import { addDays, compareWallTimes, wallTime, weekdayOf } from './wall-time.ts'

export type UnknownReason = 'no_hours' | 'holiday_not_confirmed' | 'beyond_horizon'

export type OpenState =
  | {
      readonly state: 'open'
      /** null = round the clock. */
      readonly until: WallTime | null
      /** When it opens again after a break of the same opening day; null = `until` ends that day. */
      readonly resumesAt: WallTime | null
      /** When the counter stops taking phones in on the running opening day; null = round the clock. */
      readonly lastIntake: WallTime | null
      readonly intakeOver: boolean
      /** Whether it is still yesterday's opening that runs, and today's begins later on this date. */
      readonly opensAgainToday: boolean
    }
  /** `opensAt` null = not within two weeks, or an unknown day comes first. */
  | { readonly state: 'closed'; readonly opensAt: WallTime | null }
  | { readonly state: 'unknown'; readonly reason: UnknownReason }

const LOOK_AHEAD_DAYS = 14
const MIDNIGHT = 1440

/**
 * The opening intervals of a local date, or null when nobody can say: after `until`, or on a day
 * whose holiday hours are not confirmed. An empty list is a closed day.
 */
export function hoursOn(hours: CompiledHours, date: string): readonly MinuteInterval[] | null {
  if (date > hours.until) return null
  const exception = hours.days[date]
  return exception === undefined ? (hours.week[weekdayOf(date)] ?? []) : exception
}

function whyUnknown(hours: CompiledHours, date: string): UnknownReason {
  const confirmed = date > hours.until && hours.untilBecause === 'horizon'
  return confirmed ? 'beyond_horizon' : 'holiday_not_confirmed'
}

/** The interval that is running at `at`, with the date it began on: today's, or yesterday's past midnight. */
function runningInterval(
  hours: CompiledHours,
  at: WallTime,
): { date: string; interval: MinuteInterval } | null {
  for (const back of [0, 1]) {
    const date = addDays(at.date, -back)
    const minutes = at.minutes + back * MIDNIGHT
    const interval = hoursOn(hours, date)?.find(
      ([open, close]) => open <= minutes && minutes < close,
    )
    if (interval) return { date, interval }
  }
  return null
}

/** An end of opening, and the minutes it ends at on the opening day it belongs to. */
type OpeningEnd = { readonly day: string; readonly close: number; readonly at: WallTime }

/** Where opening without a gap from `close` on `date` ends; null = it goes on for a week: round the clock. */
function endOfOpening(hours: CompiledHours, date: string, close: number): OpeningEnd | null {
  let end: OpeningEnd = { day: date, close, at: wallTime(date, close) }
  for (let extended = 0; extended < 8; extended++) {
    const { at } = end
    const next = hoursOn(hours, at.date)?.find(
      ([open, closes]) => open <= at.minutes && closes > at.minutes,
    )
    if (!next) return end
    end = { day: at.date, close: next[1], at: wallTime(at.date, next[1]) }
  }
  return null
}

/** The next opening of the same opening day, after the break that begins at `end`. */
function afterBreak(hours: CompiledHours, { day, close }: OpeningEnd): WallTime | null {
  const next = hoursOn(hours, day)?.find(([open]) => open > close)
  return next ? wallTime(day, next[0]) : null
}

function lastIntakeOf(hours: CompiledHours, date: string): WallTime | null {
  const last = hoursOn(hours, date)?.at(-1)
  if (!last) return null
  const end = endOfOpening(hours, date, last[1])
  if (!end) return null
  const minutes = Math.max(last[0], last[1] - hours.lastIntakeMinutes)
  return wallTime(date, minutes)
}

function nextOpening(hours: CompiledHours, at: WallTime): WallTime | null {
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
    const date = addDays(at.date, ahead)
    const intervals = hoursOn(hours, date)
    if (!intervals) return null
    const opening = intervals.find(([open]) => ahead > 0 || open > at.minutes)
    if (opening) return wallTime(date, opening[0])
  }
  return null
}

/**
 * Whether an outlet is open at a wall time of its own zone, and until when. A break in the day is no
 * closing time: the state then also says when the outlet is back.
 * Intervals are `[open, close)`: at closing time it is closed. Hours nobody told us, or holiday hours
 * nobody confirmed, are `unknown`, never open.
 */
export function openStateAt(hours: CompiledHours | null, at: WallTime): OpenState {
  if (!hours) return { state: 'unknown', reason: 'no_hours' }
  const running = runningInterval(hours, at)
  if (running) {
    const lastIntake = lastIntakeOf(hours, running.date)
    const end = endOfOpening(hours, running.date, running.interval[1])
    const isYesterdays = running.date < at.date
    return {
      state: 'open',
      until: end?.at ?? null,
      resumesAt: end && afterBreak(hours, end),
      lastIntake,
      intakeOver: lastIntake !== null && compareWallTimes(at, lastIntake) >= 0,
      opensAgainToday: isYesterdays && nextOpening(hours, at)?.date === at.date,
    }
  }
  if (hoursOn(hours, at.date) === null) {
    return { state: 'unknown', reason: whyUnknown(hours, at.date) }
  }
  return { state: 'closed', opensAt: nextOpening(hours, at) }
}
