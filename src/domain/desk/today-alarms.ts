import { wallTimeIn } from '../outlets/wall-time.ts'
import { countsAsReady, waitsForCustomer } from '../repairs/from-conditions.ts'
import type { Repair } from '../repairs/repair.ts'
import { DAY_MS } from '../repairs/spans.ts'
import { byDue, type DeskRepair, isPromiseOpen } from './today-due.ts'

/** What a manager has to see to, gravest first. */
export const ALARMS = [
  'message_failed',
  'promise_missed',
  'open_long',
  'update_overdue',
  'part_date_passed',
  'promise_due',
  'ask_unanswered',
  'uncollected',
] as const
export type AlarmKind = (typeof ALARMS)[number]

export type Alarm = {
  readonly kind: AlarmKind
  /** Since when, or until when while it isn't past (epoch ms); null = a date or a message. */
  readonly at: number | null
  /** Of uncollected and open ones, the step that has been reached: 3, 7, 30; 7, 30, 60. */
  readonly days: number | null
}

export const PROMISE_NEAR_MS = 2 * 3_600_000
export const ANSWER_AWAITED_MS = DAY_MS
const UNCOLLECTED_DAYS = [30, 7, 3]
/** Of the statutory days in which a repair must be done, lent for, or the phone exchanged. */
const OPEN_DAYS = [60, 30, 7]

const reached = (steps: readonly number[], since: number, now: number): number | null =>
  steps.find((days) => now - since >= days * DAY_MS) ?? null

function promiseAlarm(repair: Repair, now: number): Alarm | null {
  const at = isPromiseOpen(repair) ? (repair.promise?.currentAt ?? null) : null
  if (at === null || at - now > PROMISE_NEAR_MS) return null
  return { kind: at < now ? 'promise_missed' : 'promise_due', at, days: null }
}

function askAlarm({ status, ask }: Repair, now: number): Alarm | null {
  if (status !== 'awaiting_decision' || !ask || now - ask.askedAt < ANSWER_AWAITED_MS) return null
  return { kind: 'ask_unanswered', at: ask.askedAt, days: null }
}

function partAlarm({ status, partExpectedOn }: Repair, today: string): Alarm | null {
  if (status !== 'awaiting_parts' || partExpectedOn === null || partExpectedOn >= today) return null
  return { kind: 'part_date_passed', at: null, days: null }
}

function updateAlarm({ nextUpdateBy, status }: Repair, now: number): Alarm | null {
  if (nextUpdateBy === null || nextUpdateBy >= now || status === 'closed') return null
  return { kind: 'update_overdue', at: nextUpdateBy, days: null }
}

function uncollectedAlarm(repair: Repair, now: number): Alarm | null {
  const { readyAt } = repair
  if (readyAt === null || !waitsForCustomer(repair)) return null
  const days = reached(UNCOLLECTED_DAYS, readyAt, now)
  return days === null ? null : { kind: 'uncollected', at: readyAt, days }
}

function openAlarm(repair: Repair, now: number): Alarm | null {
  const { receivedAt, status } = repair
  const isOver = countsAsReady(repair) || status === 'in_transit_out' || status === 'closed'
  if (receivedAt === null || isOver) return null
  const days = reached(OPEN_DAYS, receivedAt, now)
  return days === null ? null : { kind: 'open_long', at: receivedAt, days }
}

/**
 * What is wrong, or about to be, with a repair at an instant (epoch ms), gravest first. Of the time
 * told to the customer: due from two hours before it, both ends included, missed after it. An ask: 24
 * hours and more without an answer. A part's date: from the day after it, in the outlet's zone. News:
 * after the time they were due. Ready and not collected: from 3, 7, 30 times 24 hours on. Received and
 * not ready: from 7, 30, 60. `hasDeadMessage`: a message to its customer was given up.
 * Promised for 18:00: none at 15:59, `promise_due` from 16:00 to 18:00, then `promise_missed`.
 */
export function alarmsOf(
  { repair, zone }: Pick<DeskRepair, 'repair' | 'zone'>,
  { now, hasDeadMessage }: { readonly now: number; readonly hasDeadMessage: boolean },
): readonly Alarm[] {
  const found: readonly (Alarm | null)[] = [
    hasDeadMessage ? { kind: 'message_failed', at: null, days: null } : null,
    promiseAlarm(repair, now),
    openAlarm(repair, now),
    updateAlarm(repair, now),
    partAlarm(repair, wallTimeIn(zone, now).date),
    askAlarm(repair, now),
    uncollectedAlarm(repair, now),
  ]
  return found
    .filter((alarm) => alarm !== null)
    .toSorted((a, b) => ALARMS.indexOf(a.kind) - ALARMS.indexOf(b.kind))
}

/** A repair that somebody has to see to, and why. */
export type Alarming = { readonly one: DeskRepair; readonly alarms: readonly Alarm[] }

const gravity = ({ alarms }: Alarming): number =>
  alarms[0] ? ALARMS.indexOf(alarms[0].kind) : ALARMS.length

/** The manager's list: each repair that has an alarm once, the gravest first, then what is due first. */
export const alarmingOf = (
  repairs: readonly DeskRepair[],
  { now, deadCodes }: { readonly now: number; readonly deadCodes: ReadonlySet<string> },
): readonly Alarming[] =>
  repairs
    .map((one) => ({
      one,
      alarms: alarmsOf(one, { now, hasDeadMessage: deadCodes.has(one.repair.code) }),
    }))
    .filter(({ alarms }) => alarms.length > 0)
    .toSorted((a, b) => gravity(a) - gravity(b) || byDue(a.one, b.one))

/** How many repairs have each alarm; one with two alarms counts in both. */
export const countsOfAlarms = (
  alarming: readonly Alarming[],
): Readonly<Record<AlarmKind, number>> =>
  Object.fromEntries(
    ALARMS.map((kind) => [
      kind,
      alarming.filter(({ alarms }) => alarms.some((alarm) => alarm.kind === kind)).length,
    ]),
  ) as Record<AlarmKind, number>
