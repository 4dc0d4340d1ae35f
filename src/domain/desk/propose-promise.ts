import { openingsOn } from '../bookings/openings.ts'
import type { CompiledHours } from '../outlets/compiled-hours.ts'
import { keptWallTimeIn } from '../outlets/kept-wall-time.ts'
import { addDays } from '../outlets/wall-time.ts'

/** What a promise is reckoned from. */
export type PromiseFacts = {
  /** Epoch ms. */
  readonly now: number
  /** Of the outlet that takes the phone in; null = nobody told us. */
  readonly hours: CompiledHours | null
  /** Model and fault are on the one-hour list, and the outlet repairs while people wait. */
  readonly isWhileYouWait: boolean
  /** Whether the work is done here; a phone that is passed on travels both ways first. */
  readonly isDoneHere: boolean
  /** Hands-on minutes that the catalogue says; null = nobody can say. */
  readonly typicalMinutes: number | null
  /** Phones in hand that wait for a bench or lie on one. */
  readonly openJobs: number
  /** Benches that are manned today; 0 counts as one. */
  readonly benches: number
}

export type ProposedPromise = { readonly at: number; readonly because: 'one_hour' | 'load' }

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const WAIT_MINUTES = 60
/** Of a job that nobody can estimate, and of each one that stands before this. */
const USUAL_MINUTES = 60
const ROUND_TO_MINUTES = 30
const TRANSIT_DAYS = 3
const LOOK_AHEAD_DAYS = 60

type Done = { readonly at: number; readonly closesAt: number }

const wholeMinute = (at: number): number => Math.ceil(at / MINUTE_MS) * MINUTE_MS

/**
 * When so many minutes of opening time have passed since an instant (epoch ms), and when the outlet
 * closes after that; null = hours are unknown before then, or it doesn't open within 60 days. Closing
 * time itself still counts as open.
 */
function afterOpenMinutes(hours: CompiledHours, from: number, minutes: number): Done | null {
  const today = keptWallTimeIn(hours.zone, from).date
  let left = minutes * MINUTE_MS
  let cursor = from
  for (let ahead = -1; ahead < LOOK_AHEAD_DAYS; ahead++) {
    const openings = openingsOn(hours, addDays(today, ahead))
    if (!openings && ahead >= 0) return null
    for (const { from: opens, until } of openings ?? []) {
      const begins = Math.max(opens, cursor)
      if (until <= begins) continue
      if (until - begins >= left) return { at: begins + left, closesAt: until }
      left -= until - begins
      cursor = until
    }
  }
  return null
}

/** The next half hour of the clock on the wall. */
function toHalfHour(zone: string, at: number): number {
  const over = keptWallTimeIn(zone, at).minutes % ROUND_TO_MINUTES
  return over === 0 ? at : at + (ROUND_TO_MINUTES - over) * MINUTE_MS
}

/**
 * The time to promise a phone for, as the desk proposes it; a person may change it. A one-hour repair:
 * 60 minutes of opening time from now, so that what doesn't fit before closing goes on at the next
 * opening. Everything else: the jobs before it, shared by the benches, and its own typical minutes, in
 * opening time, up to the next half hour and never past closing; what is done elsewhere adds three days
 * each way. Null where hours are unknown: then a person says.
 * Open 9:00-18:00, 10:10, no other job, 45 minutes: 11:00; a listed repair at 17:30: 9:30 the next day.
 */
export function proposePromise(facts: PromiseFacts): ProposedPromise | null {
  const { hours, isWhileYouWait, isDoneHere } = facts
  if (!hours) return null
  const now = wholeMinute(facts.now)
  if (isWhileYouWait && isDoneHere) {
    const done = afterOpenMinutes(hours, now, WAIT_MINUTES)
    return done && { at: done.at, because: 'one_hour' }
  }
  const before = Math.ceil(facts.openJobs / Math.max(1, facts.benches)) * USUAL_MINUTES
  const own = facts.typicalMinutes ?? USUAL_MINUTES
  const from = isDoneHere ? now : now + 2 * TRANSIT_DAYS * DAY_MS
  const done = afterOpenMinutes(hours, from, before + own)
  if (!done) return null
  return { at: Math.min(toHalfHour(hours.zone, done.at), done.closesAt), because: 'load' }
}
