import { keptWallTimeIn } from '../outlets/kept-wall-time.ts'
import { isInstant } from '../repairs/coded-values.ts'
import { type Complaint, currentRound, type Round } from './complaint.ts'
import type { ComplaintAction } from './complaint-action.ts'
import type { ComplaintDeciding, ComplaintDecision } from './complaint-decision.ts'
import {
  COMPLAINT_EVENT_TYPES,
  CONTACT_MISSED,
  type ComplaintEvent,
  type ComplaintEventData,
} from './complaint-event.ts'
import { COMPLAINT_RULES } from './complaint-rules.ts'
import type { ComplaintRuled, ComplaintRuling, ComplaintSituation } from './complaint-ruling.ts'
import { goTo, refuse } from './complaint-ruling.ts'
import { tallyOf } from './complaint-tally.ts'
import { evolveComplaint } from './evolve-complaint.ts'
import { whyNotComplaintStep } from './may-complain.ts'
import { firstRound, newComplaint, whyNotRegister } from './register-rule.ts'
import { noteBreaches } from './rounds.ts'

/** When a step happened, or null: it isn't before the last one, and not after it is recorded. */
function timeOf(complaint: Complaint | null, { now, happenedAt }: ComplaintDeciding) {
  const at = happenedAt ?? now
  if (!isInstant(at) || at > now) return null
  return complaint && at < complaint.lastHappenedAt ? null : at
}

const typeOf = (action: ComplaintAction) =>
  action.type === 'contact' && !action.reached ? CONTACT_MISSED : COMPLAINT_EVENT_TYPES[action.type]

const isFirstTry = ({ rounds }: Complaint, day: string): boolean =>
  !rounds.some(({ triedOn }) => triedOn.includes(day))

/** Where the complaint stands after a step: what its event says. */
function dataOf(
  before: Complaint,
  ruled: ComplaintRuled,
  { at, day, deciding, round: ran }: ComplaintSituation,
): Omit<ComplaintEventData, 'from' | 'tallyBefore'> {
  const round: Round = noteBreaches(ruled.round ?? ran, at)
  const { to, set = {}, level = before.level, owner, ending = before.ending, outlet } = ruled
  const standing = {
    ...{ status: to, level, ending },
    owner: owner === undefined ? before.owner : owner,
    outlet: outlet ?? before.outlet,
  }
  const after: Complaint = { ...before, ...standing, ...set }
  return {
    ...standing,
    ...{ urgent: after.urgent, isReachable: !after.anonymous, locale: after.locale },
    ...{ day, by: deciding.actor.id, via: deciding.actor.via, round, set },
    tally: tallyOf(after, round),
  }
}

function register(
  action: ComplaintAction & { readonly type: 'register' },
  { at, deciding }: { readonly at: number; readonly deciding: ComplaintDeciding },
): ComplaintDecision {
  const { zone } = deciding
  const refused = whyNotRegister(action, { at, zone })
  if (refused) return refused
  const begun = newComplaint(action, { at, zone })
  const { rounds: _, ...registered } = begun
  const day = keptWallTimeIn(zone, at).date
  const situation = { complaint: begun, round: firstRound(begun), at, day, deciding }
  const event: ComplaintEvent = {
    subject: `complaint/${action.code}`,
    ...{ version: 1, type: COMPLAINT_EVENT_TYPES.register, happenedAt: at },
    data: {
      ...dataOf(begun, goTo('registered'), situation),
      ...{ from: null, tallyBefore: null, registered },
    },
  }
  return { ok: true, event, complaint: evolveComplaint(null, event) }
}

function ruleOn(
  action: Exclude<ComplaintAction, { type: 'register' }>,
  situation: ComplaintSituation,
): ComplaintRuling {
  const rule = COMPLAINT_RULES[action.type] as (
    action: ComplaintAction,
    situation: ComplaintSituation,
  ) => ComplaintRuling
  return rule(action, situation)
}

/**
 * What happens to a complaint when somebody acts on it, or why nothing does. Null is one not yet
 * registered. Asked in this order: is the step in the table now, may this person, is the time right, are
 * the values. One action is one event. Whether the actor sees the complaint at all, whether the words a
 * step needs were said, and whether the version seen is the last, is the caller's.
 * `decideComplaint(reported, { type: 'verify' }, byWhoWroteIt)` answers `second_person_needed`.
 */
export function decideComplaint(
  complaint: Complaint | null,
  action: ComplaintAction,
  deciding: ComplaintDeciding,
): ComplaintDecision {
  const refused = whyNotComplaintStep(complaint, action.type, deciding.actor)
  if (refused) return refuse(refused)
  const at = timeOf(complaint, deciding)
  if (at === null) return refuse('bad_time')
  if (action.type === 'register') return register(action, { at, deciding })
  if (!complaint) return refuse('not_allowed_now')
  const round = currentRound(complaint)
  const day = keptWallTimeIn(complaint.zone, at).date
  const situation = { complaint, round, at, day, deciding }
  const ruled = ruleOn(action, situation)
  if (!ruled.ok) return ruled
  const type = typeOf(action)
  const event: ComplaintEvent = {
    subject: `complaint/${complaint.code}`,
    ...{ version: complaint.version + 1, type, happenedAt: at },
    data: {
      ...dataOf(complaint, ruled, situation),
      ...(type === CONTACT_MISSED && isFirstTry(complaint, day) && { isFirstTryOfDay: true }),
      ...{ from: complaint.status, tallyBefore: tallyOf(complaint, round) },
    },
  }
  return { ok: true, event, complaint: evolveComplaint(complaint, event) }
}
