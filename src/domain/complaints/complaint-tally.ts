import { keptWallTimeIn } from '../outlets/kept-wall-time.ts'
import {
  type Clock,
  COMPLAINT_CLOCKS,
  type Complaint,
  type ComplaintClock,
  type Round,
} from './complaint.ts'

/** A clock as figures see it: the local day it is due, and whether it was kept. */
export type TalliedClock = {
  readonly day: string
  readonly result: 'open' | 'in_time' | 'late_entry' | 'late' | 'released'
  /** Whom it stands for where that isn't the round's outlet any more: it had run out before. */
  readonly outlet?: string | null
}

/** What a complaint adds to the figures: the complaint itself, and the clocks of the round that runs. */
export type ComplaintTally = {
  /** Null = it counts as no complaint: merged, or none. */
  readonly registered: {
    readonly outlet: string | null
    readonly day: string
    readonly cause: string | null
    readonly channel: string
  } | null
  readonly round: {
    readonly number: number
    readonly outlet: string | null
    readonly contact: TalliedClock | null
    readonly report: TalliedClock | null
    readonly answer: TalliedClock | null
    readonly answered: { readonly day: string; readonly verdict: string } | null
  }
}

const dayIn = (zone: string, at: number): string => keptWallTimeIn(zone, at).date

function resultOf({ dueAt, metAt, isLateEntry, isReleased }: Clock): TalliedClock['result'] {
  if (isReleased) return 'released'
  if (metAt === null) return 'open'
  if (metAt > dueAt) return 'late'
  return isLateEntry ? 'late_entry' : 'in_time'
}

function tallied(name: ComplaintClock, round: Round, zone: string): TalliedClock | null {
  const clock = round[name]
  if (!clock) return null
  const outlet = round.charged?.[name]
  const standing = { day: dayIn(zone, clock.dueAt), result: resultOf(clock) }
  return outlet === undefined ? standing : { ...standing, outlet }
}

function answeredIn(round: Round, { answer, zone }: Complaint) {
  if (!answer || round.answer.metAt === null) return null
  return { day: dayIn(zone, round.answer.metAt), verdict: answer.verdict }
}

/**
 * What a complaint adds to the figures as it stands, by local days of its zone. What was merged into
 * another one or is no complaint isn't counted as registered; a withdrawn one is.
 * Registered at SZ-001 on 2026-11-20 at noon: due on the 21st (contact) and the 25th (answer), both open.
 */
export function tallyOf(complaint: Complaint, round: Round): ComplaintTally {
  const { outlet, zone, cause, channel, registeredAt, ending } = complaint
  const [contact, report, answer] = COMPLAINT_CLOCKS.map((name) => tallied(name, round, zone))
  const isCounted = ending !== 'merged' && ending !== 'not_a_complaint'
  return {
    registered: isCounted ? { outlet, day: dayIn(zone, registeredAt), cause, channel } : null,
    round: {
      number: round.number,
      outlet: round.outlet,
      contact: contact ?? null,
      report: report ?? null,
      answer: answer ?? null,
      answered: answeredIn(round, complaint),
    },
  }
}
