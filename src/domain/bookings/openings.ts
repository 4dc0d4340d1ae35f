import { Temporal } from 'temporal-polyfill'
import type { CompiledHours, MinuteInterval } from '../outlets/compiled-hours.ts'
import { hoursOn, openStateAt } from '../outlets/open-state.ts'
import { wallTime } from '../outlets/wall-time.ts'

/** Real time without a gap, `[from, until)`, epoch ms. */
export type Opening = { readonly from: number; readonly until: number }

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const DAY_MS = DAY_MINUTES * MINUTE_MS

type OffsetSpan = Opening & { readonly offsetMs: number }

const zoned = (zone: string, epochMs: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone)

const offsetAt = (zone: string, epochMs: number): number =>
  zoned(zone, epochMs).offsetNanoseconds / 1_000_000

const midnights = new Map<string, Map<number, number>>()

/** The offset at a midnight of UTC: every day asks for the same few. */
function offsetAtMidnight(zone: string, epochMs: number): number {
  const known = midnights.get(zone) ?? new Map<number, number>()
  midnights.set(zone, known)
  const offsetMs = known.get(epochMs) ?? offsetAt(zone, epochMs)
  known.set(epochMs, offsetMs)
  return offsetMs
}

/**
 * The time between two midnights of UTC, cut where the zone's offset changes. No zone changes and
 * changes back within the few days asked for, so equal ends mean no change: asking for the next one is
 * 100 times slower.
 */
function offsetSpans(zone: string, { from, until }: Opening): readonly OffsetSpan[] {
  const first = offsetAtMidnight(zone, from)
  if (first === offsetAtMidnight(zone, until)) return [{ from, until, offsetMs: first }]
  const spans: OffsetSpan[] = []
  for (let start = from; start < until; ) {
    const change = zoned(zone, start).getTimeZoneTransition('next')?.epochMilliseconds
    const end = Math.min(change ?? until, until)
    spans.push({ from: start, until: end, offsetMs: offsetAt(zone, start) })
    start = end
  }
  return spans
}

/**
 * The real time during which the clock on the wall of `zone` shows `[open, close)` minutes of a local
 * date, in order. An hour that the clock skips is missing, one that it shows twice counts twice; where
 * the clock turns back to before `open` or past `close`, there are two openings.
 * New York, 2026-11-01: `openingsOfInterval(zone, date, [0, 1440])` is one opening of 25 hours.
 */
export function openingsOfInterval(
  zone: string,
  date: string,
  [open, close]: MinuteInterval,
): readonly Opening[] {
  const midnight = Date.parse(date)
  const [opens, closes] = [midnight + open * MINUTE_MS, midnight + close * MINUTE_MS]
  // No zone is a whole day from UTC.
  const lastDay = midnight + Math.ceil(close / DAY_MINUTES) * DAY_MS
  const window = { from: midnight - DAY_MS, until: lastDay + DAY_MS }
  const openings: Opening[] = []
  for (const { from, until, offsetMs } of offsetSpans(zone, window)) {
    const piece = {
      from: Math.max(from, opens - offsetMs),
      until: Math.min(until, closes - offsetMs),
    }
    if (piece.from >= piece.until) continue
    const before = openings.at(-1)
    if (before?.until === piece.from) openings.splice(-1, 1, { ...before, until: piece.until })
    else openings.push(piece)
  }
  return openings
}

/** Minutes of the opening day after which no phone is taken in; Infinity round the clock. */
function lastIntakeOn(hours: CompiledHours, date: string, last: MinuteInterval): number {
  const state = openStateAt(hours, wallTime(date, last[0]))
  if (state.state !== 'open' || !state.lastIntake) return Number.POSITIVE_INFINITY
  const daysLater = (Date.parse(state.lastIntake.date) - Date.parse(date)) / DAY_MS
  return daysLater * DAY_MINUTES + state.lastIntake.minutes
}

/**
 * When phones are taken in on an opening day: its intervals, ended by its last intake; null = nobody
 * can say. What opens on `date` and runs past midnight belongs to `date`.
 * 09:00-18:00 with 30 minutes: `intakeOn(hours, date)` is one opening from 09:00 to 17:30.
 */
export function intakeOn(hours: CompiledHours, date: string): readonly Opening[] | null {
  const intervals = hoursOn(hours, date)
  const last = intervals?.at(-1)
  if (!intervals || !last) return intervals && []
  const lastIntake = lastIntakeOn(hours, date, last)
  return intervals.flatMap(([open, close]) =>
    openingsOfInterval(hours.zone, date, [open, Math.min(close, lastIntake)]),
  )
}

/** When an outlet is open on an opening day, last intake or not; null = nobody can say. */
export const openingsOn = (hours: CompiledHours, date: string): readonly Opening[] | null =>
  hoursOn(hours, date)?.flatMap((interval) => openingsOfInterval(hours.zone, date, interval)) ??
  null
