import type { FigureId } from '../kpis/kpi-definitions.ts'
import { type Contest, type ContestStatus, contestSubject, type ExcludedDays } from './contest.ts'
import { contestUntil, type PublicationDays } from './publication-calendar.ts'

type Raise = {
  readonly type: 'raise'
  readonly id: string
  readonly outlet: string
  readonly month: string
  readonly kpi: FigureId
  readonly repair: string | null
}
export type ContestStep =
  /** Days out of what is published; holds once somebody else approves it. */
  | { readonly type: 'exclude'; readonly days: ExcludedDays }
  | { readonly type: 'approve' }
  | { readonly type: 'send_back' }
  /** The facts were put right where they stand, by their own ledger. */
  | { readonly type: 'correct' }
  | { readonly type: 'refuse' }
export type ContestAction = Raise | ContestStep

/** From where each step goes, and to where. Excluded, corrected and refused are ends. */
export const CONTEST_STEPS = {
  exclude: { from: 'open', to: 'proposed' },
  approve: { from: 'proposed', to: 'excluded' },
  send_back: { from: 'proposed', to: 'open' },
  correct: { from: 'open', to: 'corrected' },
  refuse: { from: 'open', to: 'refused' },
} as const satisfies Record<
  ContestStep['type'],
  { readonly from: ContestStatus; readonly to: ContestStatus }
>

export type ContestRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'second_person_needed'
  | 'too_soon'
  | 'too_late'
  | 'bad_value'

export type ContestEvent = {
  readonly subject: string
  readonly version: number
  readonly type: `contest.${'raised' | 'exclude' | 'approve' | 'send_back' | 'correct' | 'refuse'}`
  readonly data: Readonly<Record<string, unknown>>
}
export type ContestDecision =
  | { readonly ok: true; readonly event: ContestEvent; readonly contest: Contest }
  | { readonly ok: false; readonly refusal: ContestRefusal }

export type DecidingContest = {
  /** 0 of one that isn't there yet. */
  readonly expectedVersion: number
  /** Staff id. */
  readonly actor: string
  readonly now: number
  /** Local day of the network. */
  readonly today: string
  readonly days: PublicationDays
}

const no = (refusal: ContestRefusal): ContestDecision => ({ ok: false, refusal })
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A calendar day of a month that isn't still to come. */
const isDayOf = (day: string, month: string, today: string): boolean =>
  DAY.test(day) &&
  day.startsWith(`${month}-`) &&
  day <= today &&
  new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(-2))

function raised(action: Raise, { actor, now, today, days }: DecidingContest): ContestDecision {
  const { type: _, id, ...facts } = action
  if (!MONTH.test(facts.month)) return no('bad_value')
  if (facts.month > today.slice(0, 7)) return no('too_soon')
  if (today > contestUntil(facts.month, days)) return no('too_late')
  return {
    ok: true,
    event: { subject: contestSubject(id), version: 1, type: 'contest.raised', data: facts },
    contest: {
      ...{ id, version: 1, ...facts, status: 'open', raisedBy: actor, raisedAt: now },
      ...{ decidedBy: null, approvedBy: null, exclusion: null },
    },
  }
}

function stepped(contest: Contest, step: ContestStep, actor: string): Contest {
  switch (step.type) {
    case 'exclude':
      return { ...contest, decidedBy: actor, exclusion: step.days }
    case 'approve':
      return { ...contest, approvedBy: actor }
    case 'send_back':
      return { ...contest, decidedBy: null, exclusion: null }
    case 'correct':
    case 'refuse':
      return { ...contest, decidedBy: actor }
  }
}

function isOwn({ raisedBy, decidedBy }: Contest, { type }: ContestStep, actor: string): boolean {
  if (type === 'send_back') return false
  return raisedBy === actor || (type === 'approve' && decidedBy === actor)
}

/**
 * Decides about a contest of what was counted at an outlet in a month; null = it is raised now: from the
 * month's first day (`too_soon`) to the last day of its window (`too_late`). Days are excluded within the
 * contested month, ends included and none still to come (`bad_value`), once somebody else than who
 * proposed it approves it; who raised it decides nothing of it (`second_person_needed`). A proposal may be
 * sent back. Another version than the one seen is `stale`, another status `not_allowed_now`.
 * Of October, with a window of three days before the 15th, one raised on 13 November is `too_late`.
 */
export function decideContest(
  contest: Contest | null,
  action: ContestAction,
  deciding: DecidingContest,
): ContestDecision {
  if (action.type === 'raise') return contest ? no('not_allowed_now') : raised(action, deciding)
  if (!contest) return no('not_allowed_now')
  const { expectedVersion, actor, today } = deciding
  if (contest.version !== expectedVersion) return no('stale')
  const { from, to } = CONTEST_STEPS[action.type]
  if (contest.status !== from) return no('not_allowed_now')
  if (isOwn(contest, action, actor)) return no('second_person_needed')
  if (action.type === 'exclude') {
    const { days } = action
    const isRight = [days.from, days.to].every((day) => isDayOf(day, contest.month, today))
    if (!isRight || days.from > days.to) return no('bad_value')
  }
  const version = contest.version + 1
  const next = { ...stepped(contest, action, actor), version, status: to }
  return {
    ok: true,
    event: {
      ...{ subject: contestSubject(contest.id), version, type: `contest.${action.type}` },
      data: action.type === 'exclude' ? action.days : {},
    },
    contest: next,
  }
}
