import { countedBetween } from '../kpis/tally.ts'
import { tallyOfRepeat } from '../kpis/tally-of-repeat.ts'
import {
  evolveRepeat,
  REPEAT_EVENT_TYPES,
  type RepeatEvent,
  type RepeatStepType,
} from './evolve-repeat.ts'
import {
  CONTEST_MS,
  chargedTo,
  type Repeat,
  type RepeatReason,
  type RepeatStatus,
  repeatSubject,
} from './repeat.ts'

/** What somebody is to a return: who may say why it came, the outlet whose repair it was, who may decide. */
export type RepeatSide = 'classifier' | 'outlet' | 'decider'

type Step = { readonly who: RepeatSide; readonly from: RepeatStatus }

/** What may happen in each status, and by whom. Anything else is refused. */
export const REPEAT_TABLE: Record<RepeatStepType, Step> = {
  classify: { who: 'classifier', from: 'unclassified' },
  reclassify: { who: 'classifier', from: 'classified' },
  contest: { who: 'outlet', from: 'classified' },
  uphold: { who: 'decider', from: 'contested' },
  overturn: { who: 'decider', from: 'contested' },
}

export type RepeatAction =
  | { readonly type: 'classify' | 'reclassify' | 'overturn'; readonly reason: RepeatReason }
  | { readonly type: 'contest' | 'uphold' }

export type RepeatRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'not_your_role'
  | 'second_person_needed'
  | 'too_early'
  | 'too_late'
  | 'bad_value'

export type RepeatDecision =
  | { readonly ok: true; readonly event: RepeatEvent; readonly repeat: Repeat }
  | { readonly ok: false; readonly refusal: RepeatRefusal }

export type DecidingRepeat = {
  readonly expectedVersion: number
  readonly now: number
  /** Staff id. */
  readonly by: string
  readonly sides: readonly RepeatSide[]
  /** Whether anybody has looked at the device since it came back. */
  readonly isExamined: boolean
}

/** Whether the two people of a step must be others: who classified or contested decides nothing of it. */
const isParty = ({ classifiedBy, contestedBy }: Repeat, by: string): boolean =>
  classifiedBy === by || contestedBy === by

function whyNotBy(
  repeat: Repeat,
  type: RepeatStepType,
  { by, sides }: DecidingRepeat,
): RepeatRefusal | null {
  const { who } = REPEAT_TABLE[type]
  const isOwn = who !== 'outlet' && sides.includes('outlet')
  if (isOwn) return 'second_person_needed'
  if (!sides.includes(who)) return 'not_your_role'
  return who === 'decider' && isParty(repeat, by) ? 'second_person_needed' : null
}

function whyNotNow(
  { contestUntil, contestedBy, reason }: Repeat,
  action: RepeatAction,
  { now, isExamined }: DecidingRepeat,
): RepeatRefusal | null {
  const isOver = contestUntil !== null && now >= contestUntil
  switch (action.type) {
    case 'classify':
      return isExamined ? null : 'too_early'
    case 'reclassify':
      if (action.reason === reason) return 'bad_value'
      return isOver ? 'too_late' : null
    case 'contest':
      // What isn't charged to the outlet takes nothing from it; and it speaks once.
      if (contestedBy !== null || (reason && chargedTo(reason) !== 'outlet'))
        return 'not_allowed_now'
      return isOver ? 'too_late' : null
    case 'overturn':
      return chargedTo(action.reason) === 'outlet' ? 'bad_value' : null
    case 'uphold':
      return null
  }
}

function dataOf(
  repeat: Repeat,
  action: RepeatAction,
  { by, now }: DecidingRepeat,
): RepeatEvent['data'] {
  const { of, outlet, day, byOutlet, cameBackAt, version, contestUntil } = repeat
  const isClassified = action.type === 'classify' || action.type === 'reclassify'
  const reason = 'reason' in action ? action.reason : (repeat.reason as RepeatReason)
  return {
    ...{ by, reason, contestUntil: isClassified ? now + CONTEST_MS : (contestUntil ?? now) },
    ...(version === 0 && { facts: { of, outlet, day, byOutlet, cameBackAt } }),
  }
}

/**
 * Decides about why a device came back. Who classifies answers for where it came back to and is nobody of
 * the outlet whose repair it was, of which nobody decides a contest either, and neither does who classified
 * (`second_person_needed`). First somebody has to have looked at the device (`too_early`). For ten days a
 * classification may be changed, and what is charged to the outlet be contested, once; then it stands
 * (`too_late`). A contest is upheld as it was classified or overturned for a reason that isn't the outlet's
 * (`bad_value`). Another version than the one seen is `stale`, another status `not_allowed_now`.
 * Classified on 1 November at 10:00, it may be contested until 11 November at 10:00.
 */
export function decideRepeat(
  repeat: Repeat,
  action: RepeatAction,
  deciding: DecidingRepeat,
): RepeatDecision {
  const no = (refusal: RepeatRefusal) => ({ ok: false, refusal }) as const
  if (repeat.version !== deciding.expectedVersion) return no('stale')
  const why = whyNotBy(repeat, action.type, deciding)
  if (why) return no(why)
  if (REPEAT_TABLE[action.type].from !== repeat.status) return no('not_allowed_now')
  const early = whyNotNow(repeat, action, deciding)
  if (early) return no(early)
  const bare: RepeatEvent = {
    ...{ subject: repeatSubject(repeat.code), version: repeat.version + 1 },
    ...{ type: REPEAT_EVENT_TYPES[action.type], happenedAt: deciding.now },
    data: dataOf(repeat, action, deciding),
  }
  const next = evolveRepeat(repeat, bare)
  const counted = countedBetween(tallyOfRepeat(repeat), tallyOfRepeat(next))
  const event = counted ? { ...bare, data: { ...bare.data, counted } } : bare
  return { ok: true, event, repeat: next }
}

/** Steps that somebody may take of a return as it stands. */
export const repeatStepsFor = (
  repeat: Repeat,
  deciding: Omit<DecidingRepeat, 'expectedVersion'>,
): readonly RepeatStepType[] =>
  (Object.keys(REPEAT_TABLE) as RepeatStepType[]).filter((type) =>
    REASONS_TO_TRY.some(
      (reason) =>
        decideRepeat(repeat, { type, reason } as RepeatAction, {
          ...deciding,
          expectedVersion: repeat.version,
        }).ok,
    ),
  )

/** Each step of a reason is possible with one of these, if with any. */
const REASONS_TO_TRY: readonly RepeatReason[] = ['same_fault', 'new_fault']
