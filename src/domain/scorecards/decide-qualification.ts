import { startOfDay } from '../desk/network-outlet.ts'
import { addDays, wallTimeIn } from '../outlets/wall-time.ts'
import type { CriterionId } from './criteria.ts'
import { evolveQualification, type QualificationEvent } from './evolve-qualification.ts'
import type { ReviewRule } from './propose-review.ts'
import {
  type Deadlines,
  type NoticedFigure,
  nextDue,
  type Qualification,
  qualificationSubject,
  type SuspensionCause,
} from './qualification.ts'
import {
  QUALIFICATION_TABLE,
  QUALIFICATION_TIMES,
  type QualificationActionType,
  type QualificationSide,
  STANDING_OF,
} from './qualification-table.ts'

export type QualificationAction =
  | {
      readonly type: 'open_review'
      readonly rule: ReviewRule
      readonly criterion: CriterionId | null
      readonly months: readonly string[]
    }
  | { readonly type: 'notice'; readonly figures: readonly NoticedFigure[] }
  | { readonly type: 'suspend'; readonly cause: SuspensionCause }
  | { readonly type: Exclude<QualificationActionType, 'open_review' | 'notice' | 'suspend'> }

export type QualificationRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'not_your_role'
  | 'second_person_needed'
  | 'too_early'
  | 'too_late'

export type QualificationDecision =
  | {
      readonly ok: true
      readonly event: QualificationEvent
      readonly qualification: Qualification
    }
  | { readonly ok: false; readonly refusal: QualificationRefusal }

type When = {
  readonly expectedVersion: number
  readonly now: number
  /** Staff id, or `system`; the sides that the person is on at this outlet. */
  readonly by: string
  readonly sides: readonly QualificationSide[]
}

const TYPES = {
  open_review: 'qualification.review_opened',
  dismiss: 'qualification.dismissed',
  notice: 'qualification.noticed',
  reply: 'qualification.replied',
  find_cured: 'qualification.found_cured',
  disqualify: 'qualification.disqualified',
  suspend: 'qualification.suspended',
  give_reasons: 'qualification.reasons_given',
  keep: 'qualification.suspension_kept',
  lift: 'qualification.suspension_lifted',
  appeal: 'qualification.appealed',
  uphold: 'qualification.upheld',
  overturn: 'qualification.overturned',
  requalify: 'qualification.requalified',
  miss: 'qualification.deadline_missed',
} as const satisfies Record<QualificationActionType, string>

const HOUR_MS = 3_600_000
const { noticeDays, replyDays, cureDays, decisionDays, reviewDays } = QUALIFICATION_TIMES
const { appealDays, appealAnswerDays, reasonHours } = QUALIFICATION_TIMES

/** The end of the local day so many days later. */
const endOfDay = (zone: string, at: number, days: number): number =>
  startOfDay(zone, addDays(wallTimeIn(zone, at).date, days + 1))

type Times = Pick<QualificationEvent['data'], 'deadlines' | 'cureUntil' | 'appealUntil'>

/** Thirty days to cure from an instant on, then ten to decide. */
function curing(zone: string, from: number): Times {
  const cureUntil = endOfDay(zone, from, cureDays)
  return { cureUntil, deadlines: { decision: endOfDay(zone, cureUntil - 1, decisionDays) } }
}

function without(deadlines: Deadlines, clock: keyof Deadlines): Deadlines {
  const { [clock]: _, ...rest } = deadlines
  return rest
}

const shifted = (deadlines: Deadlines, by: number): Deadlines =>
  Object.fromEntries(Object.entries(deadlines).map(([clock, at]) => [clock, at + by]))

/** The time to cure stands still while an outlet is suspended. */
function resumed({ before, cureUntil }: Qualification, now: number): Times {
  if (!before) return { deadlines: {}, cureUntil: null }
  const by = now - before.at
  return {
    deadlines: shifted(before.deadlines, by),
    cureUntil: cureUntil === null ? null : cureUntil + by,
  }
}

/** What a missed clock leads to: without a reply the time to cure begins where it was due. */
function missed(current: Qualification): Times {
  const due = nextDue(current)
  if (!due) return { deadlines: {} }
  if (due.clock === 'reply') return curing(current.zone, due.dueAt - 1)
  return { deadlines: without(current.deadlines, due.clock) }
}

/** What an action starts, ends or leaves as it is. */
function timesOf(current: Qualification, type: QualificationActionType, now: number): Times {
  const { zone, deadlines, status } = current
  const inDays = (days: number) => endOfDay(zone, now, days)
  switch (type) {
    case 'open_review':
      return { deadlines: { notice: inDays(noticeDays) } }
    case 'notice':
      return { deadlines: { reply: inDays(replyDays) } }
    case 'reply':
      return status === 'on_notice' ? curing(zone, now) : { deadlines }
    case 'suspend':
      return { deadlines: { reasons: now + reasonHours * HOUR_MS, review: inDays(reviewDays) } }
    case 'give_reasons':
      return { deadlines: without(deadlines, 'reasons') }
    case 'keep':
      return { deadlines: { ...deadlines, review: inDays(reviewDays) } }
    case 'lift':
      return resumed(current, now)
    case 'disqualify':
      return { deadlines: {}, cureUntil: null, appealUntil: inDays(appealDays) }
    case 'appeal':
      return { deadlines: { appeal: inDays(appealAnswerDays) }, appealUntil: null }
    case 'miss':
      return missed(current)
    default:
      return { deadlines: {}, cureUntil: null, appealUntil: null }
  }
}

function whyNotInTime(
  { status, cureUntil, appealUntil, deadlines, owesReasons, version }: Qualification,
  type: QualificationActionType,
  now: number,
): QualificationRefusal | null {
  if (type === 'disqualify' && status === 'curing' && now < (cureUntil ?? 0)) return 'too_early'
  // Reasons come first; who is to answer them must have had them.
  if (type === 'disqualify' && status === 'suspended' && owesReasons) return 'too_early'
  if (type === 'appeal' && now >= (appealUntil ?? 0)) return 'too_late'
  if (type === 'miss' && now < (nextDue({ deadlines })?.dueAt ?? now + 1)) return 'not_allowed_now'
  return type === 'requalify' && version === 0 ? 'not_allowed_now' : null
}

function factsOf(action: QualificationAction) {
  const { type: _, ...facts } = action
  return facts
}

/**
 * Decides about an outlet's qualification: the table says what may happen and by which side. A step of HQ
 * is never taken by somebody who is of the outlet too, a decision never by who gave the notice or
 * suspended, an appeal's answer by nobody of those (`second_person_needed`). Nobody is disqualified
 * before the time to cure is over, nor before the reasons of a suspension are given (`too_early`); an
 * appeal has its time, once (`too_late`). Another version than the one seen is `stale`.
 * On notice since 1 November and answered on the 3rd, it may be found cured at once, and disqualified from
 * 4 December on.
 */
export function decideQualification(
  current: Qualification,
  action: QualificationAction,
  { expectedVersion, now, by, sides }: When,
): QualificationDecision {
  const no = (refusal: QualificationRefusal) => ({ ok: false, refusal }) as const
  if (current.version !== expectedVersion) return no('stale')
  const step = QUALIFICATION_TABLE[current.status][action.type]
  if (!step) return no('not_allowed_now')
  if (!sides.includes(step.who)) return no('not_your_role')
  const isBoth = step.who === 'hq' && sides.includes('outlet')
  if (isBoth || step.notBy?.some((role) => current[role] === by)) return no('second_person_needed')
  const early = whyNotInTime(current, action.type, now)
  if (early) return no(early)
  const status = step.to === 'before' ? (current.before?.status ?? 'clear') : step.to
  const clock = action.type === 'miss' ? nextDue(current)?.clock : undefined
  const event: QualificationEvent = {
    subject: qualificationSubject(current.outlet),
    version: current.version + 1,
    type: TYPES[action.type],
    happenedAt: now,
    data: {
      ...{ by, status, ...timesOf(current, action.type, now), ...factsOf(action) },
      ...(clock && { clock }),
      ...(STANDING_OF[status] !== STANDING_OF[current.status] && {
        ...{ standing: STANDING_OF[status], since: wallTimeIn(current.zone, now).date },
      }),
    },
  }
  return { ok: true, event, qualification: evolveQualification(current, event) }
}
