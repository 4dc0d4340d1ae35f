import { Temporal } from 'temporal-polyfill'
import { endOfDay } from '../repairs/local-day.ts'
import { type Clock, COMPLAINT_CLOCKS, type ComplaintClock, type Round } from './complaint.ts'

const HOUR_MS = 3_600_000
const CONTACT_MS = { usual: 24 * HOUR_MS, urgent: 2 * HOUR_MS }
const REPORT_MS = 48 * HOUR_MS
const ANSWER_DAYS = { usual: 5, urgent: 2 }
const TRIES = 3
const DAYS_OF_TRIES = 2

/** What the length of a round's clocks hangs on. */
export type RoundTerms = {
  readonly zone: string
  readonly isUrgent: boolean
  readonly anonymous: boolean
  /** Local date by which a regulator wants the answer. */
  readonly legalDate: string | null
}

/**
 * The instant (epoch ms) so many calendar days later, at the same time of the zone's clock: a holiday
 * counts like any day, and a day of 23 or 25 hours is one day. A wall time that the zone skips is taken
 * as much later as the clock jumps; of one that comes twice, the first.
 * Five days after 2026-10-23 09:00 in Berlin is 2026-10-28 09:00, 121 hours later.
 */
export const afterCalendarDays = (at: number, days: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .add({ days })
    .toZonedDateTime(zone).epochMilliseconds

const running = (dueAt: number): Clock => ({
  dueAt,
  metAt: null,
  isLateEntry: false,
  isReleased: false,
})

/** A regulator's date counts when it is the earlier one; of a round opened after it, no more. */
function answerDue(openedAt: number, { zone, isUrgent, legalDate }: RoundTerms): number {
  const dueAt = afterCalendarDays(openedAt, ANSWER_DAYS[isUrgent ? 'urgent' : 'usual'], zone)
  const legal = legalDate === null ? dueAt : endOfDay(legalDate, zone)
  return legal >= openedAt ? Math.min(dueAt, legal) : dueAt
}

const contactDue = (openedAt: number, { isUrgent, anonymous }: RoundTerms): Clock | null =>
  anonymous ? null : running(openedAt + CONTACT_MS[isUrgent ? 'urgent' : 'usual'])

/**
 * A new round with its clocks, round the clock and through every holiday: contact in 24 h (urgent 2 h;
 * none for who didn't say who they are), answer in 5 calendar days (urgent 2; a regulator's date when
 * earlier). The report's clock begins with the first assignment. `openedAt` of the first round is when it
 * reached us. Reached us on 1 October 22:00 in Shanghai, urgent: contact until 24:00, answer until the
 * 3rd, 22:00.
 */
export const openRound = (
  number: number,
  { openedAt, outlet }: { readonly openedAt: number; readonly outlet: string | null },
  terms: RoundTerms,
): Round => ({
  ...{ number, openedAt, outlet },
  contact: contactDue(openedAt, terms),
  report: null,
  answer: running(answerDue(openedAt, terms)),
  ...{ breached: [], escalatedFor: [], tries: 0, triedOn: [], writers: [] },
})

/** The same round, once it is known to be urgent: its clocks still begin where they began. */
export function hurryRound(round: Round, terms: RoundTerms): Round {
  const contact = contactDue(round.openedAt, terms)
  return {
    ...round,
    contact: round.contact && contact && { ...round.contact, dueAt: contact.dueAt },
    answer: { ...round.answer, dueAt: answerDue(round.openedAt, terms) },
  }
}

/** Starts the report's clock, 48 h, by the first assignment of a round; later ones change nothing. */
export const startReport = (round: Round, at: number): Round =>
  round.report ? round : { ...round, report: running(at + REPORT_MS) }

/** When something happened, and when it was put on record. */
export type Entry = { readonly at: number; readonly recordedAt: number }

/** Keeps a word given, the first time only: until `dueAt` inclusive it is in time. */
export function meet(round: Round, name: ComplaintClock, { at, recordedAt }: Entry): Round {
  const clock = round[name]
  if (!clock || clock.metAt !== null) return round
  const isLateEntry = at <= clock.dueAt && recordedAt > clock.dueAt
  return { ...round, [name]: { ...clock, metAt: at, isLateEntry } }
}

/** Lets the report's clock run on: what was reported wasn't enough. */
export const resumeReport = (round: Round): Round =>
  round.report ? { ...round, report: { ...round.report, metAt: null, isLateEntry: false } } : round

const hasRunOut = (clock: Clock | null, at: number): boolean =>
  clock !== null && !clock.isReleased && (clock.metAt ?? at) > clock.dueAt

/** Clocks that ran out by an instant, met later or not at all. */
export const runOut = (round: Round, at: number): readonly ComplaintClock[] =>
  COMPLAINT_CLOCKS.filter((name) => hasRunOut(round[name], at))

/**
 * The same round once it concerns another outlet. What had run out by then (epoch ms) goes on standing
 * for whom it ran out with: nobody passes on what was missed already. A clock that still runs, or was
 * kept, goes along.
 * Contact missed at SZ-001, then given to HZ-001: `charged` is `{ contact: 'SZ-001' }`.
 */
export function moveRound(round: Round, outlet: string | null, at: number): Round {
  if (round.outlet === outlet) return round
  const missed = Object.fromEntries(runOut(round, at).map((name) => [name, round.outlet]))
  return { ...round, outlet, charged: { ...missed, ...round.charged } }
}

/** Puts on record which clocks ran out: a breach stays a breach. */
export const noteBreaches = (round: Round, at: number): Round => {
  const fresh = runOut(round, at).filter((name) => !round.breached.includes(name))
  return fresh.length === 0 ? round : { ...round, breached: [...round.breached, ...fresh] }
}

/** Ends what a round still owed when its complaint closes; what was missed by then stays missed. */
export function releaseRound(round: Round, at: number): Round {
  const ended = (clock: Clock): Clock =>
    clock.metAt === null && clock.dueAt >= at ? { ...clock, isReleased: true } : clock
  return {
    ...round,
    contact: round.contact && ended(round.contact),
    report: round.report && ended(round.report),
    answer: ended(round.answer),
  }
}

/** Records a try of a local day to reach the customer; it keeps the word that somebody would try. */
export function noteTry(round: Round, day: string, entry: Entry): Round {
  const triedOn = round.triedOn.includes(day) ? round.triedOn : [...round.triedOn, day]
  return { ...meet(round, 'contact', entry), tries: round.tries + 1, triedOn }
}

/** Whether enough was tried: three times, on two local days. */
export const isUnreachableAfter = ({ tries, triedOn }: Round): boolean =>
  tries >= TRIES && triedOn.length >= DAYS_OF_TRIES
