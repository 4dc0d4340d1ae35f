import { isCode, isCodeOrNull } from '../repairs/coded-values.ts'
import {
  COMPLAINT_CAUSES,
  COMPLAINT_LEVELS,
  COMPLAINT_REMEDIES,
  type Complaint,
  type ComplaintLevel,
  URGENT_REASONS,
  VERDICTS,
} from './complaint.ts'
import type { ComplaintActionOf, ComplaintActionType } from './complaint-action.ts'
import {
  type ComplaintRuled,
  type ComplaintRuling,
  type ComplaintSituation,
  firstBad,
  goTo,
  refuse,
} from './complaint-ruling.ts'
import { MOST_ROUNDS, REOPEN_MS, SILENCE_MS } from './complaint-spans.ts'
import {
  type Entry,
  hurryRound,
  isUnreachableAfter,
  meet,
  moveRound,
  noteTry,
  openRound,
  releaseRound,
  resumeReport,
  runOut,
  startReport,
} from './rounds.ts'

type Rules = {
  readonly [T in Exclude<ComplaintActionType, 'register'>]: (
    action: ComplaintActionOf<T>,
    situation: ComplaintSituation,
  ) => ComplaintRuling
}

const entryOf = ({ at, deciding }: ComplaintSituation): Entry => ({ at, recordedAt: deciding.now })

/** The level above; a complaint nobody dispatched counts as the outlet's. */
function above({ level }: Complaint): ComplaintLevel | null {
  return COMPLAINT_LEVELS[COMPLAINT_LEVELS.indexOf(level ?? 'outlet') + 1] ?? null
}

const close = (
  ending: Exclude<Complaint['ending'], null>,
  { round, at }: ComplaintSituation,
): ComplaintRuled => goTo('closed', { ending, round: releaseRound(round, at) })

const AFRESH = { isUnreachable: false, report: null, verifiedBy: null, answer: null } as const

/** One level up, or as high as it gets, with clocks of its own. */
function anew({ complaint, round, at }: ComplaintSituation): ComplaintRuled {
  const { outlet, zone, anonymous, legalDate, urgent } = complaint
  const terms = { zone, anonymous, legalDate, isUrgent: urgent !== null }
  return goTo('dispatched', {
    level: above(complaint) ?? 'hq',
    ...{ owner: null, ending: null, set: AFRESH },
    round: openRound(round.number + 1, { openedAt: at, outlet }, terms),
  })
}

function dispatch(
  { level, owner, urgent, outlet }: ComplaintActionOf<'dispatch'>,
  { complaint, round: ran, at }: ComplaintSituation,
): ComplaintRuling {
  const { zone, anonymous, legalDate } = complaint
  const about = outlet ?? complaint.outlet
  const bad = firstBad({
    level: COMPLAINT_LEVELS.includes(level) && (level !== 'outlet' || about !== null),
    owner: isCodeOrNull(owner),
    urgent:
      urgent === null ||
      (URGENT_REASONS.includes(urgent) && (urgent !== 'legal_date' || legalDate !== null)),
    outlet: isCodeOrNull(outlet),
  })
  if (bad) return bad
  // Once urgent, always urgent: nobody dispatches a complaint into longer clocks.
  const known = urgent ?? complaint.urgent
  const terms = { zone, anonymous, legalDate, isUrgent: known !== null }
  const round = moveRound(ran, about, at)
  return goTo('dispatched', {
    ...{ level, owner, set: { urgent: known } },
    ...(about !== null && { outlet: about }),
    round: known === complaint.urgent ? round : hurryRound(round, terms),
  })
}

function contact(
  { reached }: ComplaintActionOf<'contact'>,
  situation: ComplaintSituation,
): ComplaintRuling {
  const round = noteTry(situation.round, situation.day, entryOf(situation))
  if (reached) return goTo('contacted', { round, set: { isUnreachable: false } })
  return isUnreachableAfter(round)
    ? goTo('contacted', { round, set: { isUnreachable: true } })
    : goTo('dispatched', { round })
}

function report(
  { customerContacted, technician, cause, remedy }: ComplaintActionOf<'report'>,
  situation: ComplaintSituation,
): ComplaintRuling {
  const { complaint, round, at, deciding } = situation
  const mayBeSilent = complaint.anonymous || complaint.isUnreachable
  const bad = firstBad({
    customerContacted: customerContacted || mayBeSilent,
    technician: isCodeOrNull(technician),
    cause: COMPLAINT_CAUSES.includes(cause),
    remedy: COMPLAINT_REMEDIES.includes(remedy),
  })
  if (bad) return bad
  const wrote = [deciding.actor.id, ...(technician === null ? [] : [technician])]
  const met = meet(round, 'report', entryOf(situation))
  return goTo('reported', {
    round: { ...met, writers: [...new Set([...round.writers, ...wrote])] },
    set: {
      ...{ reportedFrom: complaint.status, cause, verifiedBy: null },
      report: { cause, remedy, customerContacted, at },
    },
  })
}

/** Who wrote a part of the report, or works for the outlet, is no judge of it. */
function isPartial({ complaint, round, deciding }: ComplaintSituation): boolean {
  const { id, outlets } = deciding.actor
  const own = [complaint.assignedTo, complaint.outlet]
  return round.writers.includes(id) || outlets.some((outlet) => own.includes(outlet))
}

function verify(_: object, situation: ComplaintSituation): ComplaintRuling {
  if (isPartial(situation)) return refuse('second_person_needed')
  return goTo('verified', { set: { verifiedBy: situation.deciding.actor.id } })
}

function sendBack(_: object, situation: ComplaintSituation): ComplaintRuling {
  if (isPartial(situation)) return refuse('second_person_needed')
  const { complaint, round } = situation
  return goTo(complaint.reportedFrom ?? 'dispatched', { round: resumeReport(round) })
}

function answer(
  { verdict, remedy }: ComplaintActionOf<'answer'>,
  situation: ComplaintSituation,
): ComplaintRuling {
  const bad = firstBad({
    verdict: VERDICTS.includes(verdict),
    remedy: COMPLAINT_REMEDIES.includes(remedy) && (verdict !== 'upheld' || remedy !== 'none'),
  })
  if (bad) return bad
  const { round, at } = situation
  return goTo('answered', {
    round: meet(round, 'answer', entryOf(situation)),
    set: { answer: { verdict, remedy, at } },
  })
}

function escalate(_: object, situation: ComplaintSituation): ComplaintRuling {
  const { complaint, round, at, deciding } = situation
  const isSystem = deciding.actor.roles.includes('system')
  const missed = runOut(round, at).filter(
    (name) => round[name]?.metAt === null && !round.escalatedFor.includes(name),
  )
  if (isSystem && missed.length === 0) return refuse('not_allowed_now')
  const noted = { ...round, escalatedFor: [...round.escalatedFor, ...missed] }
  const level = above(complaint)
  if (level)
    return goTo('dispatched', { level, owner: null, round: noted, set: { verifiedBy: null } })
  return goTo(complaint.status, {
    ...{ round: noted, set: { alarmedAt: at } },
    // Somebody who raises it here wants it in other hands; a clock only rings.
    ...(!isSystem && { owner: null }),
  })
}

const answeredAt = ({ answer, closedAt }: Complaint): number => answer?.at ?? closedAt ?? 0

/** What each step needs beside its place in the table, and where it leads. */
export const COMPLAINT_RULES: Rules = {
  dispatch,
  contact,
  report,
  verify,
  answer,
  escalate,
  send_back: sendBack,
  reclassify: (_, situation) => close('not_a_complaint', situation),
  merge: ({ into }, situation) =>
    firstBad({ into: isCode(into) && into !== situation.complaint.code }) ?? {
      ...close('merged', situation),
      set: { mergedInto: into },
    },
  redirect: ({ owner }, { complaint }) =>
    firstBad({ owner: isCodeOrNull(owner) && owner !== complaint.owner }) ??
    goTo('dispatched', { owner }),
  assign: ({ outlet }, { round, at }) =>
    firstBad({ outlet: isCode(outlet) }) ??
    goTo('with_outlet', {
      outlet,
      round: startReport(moveRound(round, outlet, at), at),
      set: { assignedTo: outlet },
    }),
  agree: (_, situation) => close('agreed', situation),
  silence: (_, situation) =>
    situation.at >= answeredAt(situation.complaint) + SILENCE_MS
      ? close('no_reply', situation)
      : refuse('not_allowed_now'),
  disagree: (_, situation) => {
    const { complaint, at } = situation
    if (at >= answeredAt(complaint) + SILENCE_MS) return refuse('too_late')
    return above(complaint) ? anew(situation) : close('final', situation)
  },
  withdraw: (_, situation) => close('withdrawn', situation),
  reopen: (_, situation) => {
    const { complaint, round, at, deciding } = situation
    if (deciding.actor.roles.includes('hq_quality')) return anew(situation)
    if (at > (complaint.closedAt ?? at) + REOPEN_MS) return refuse('too_late')
    return round.number >= MOST_ROUNDS ? refuse('too_often') : anew(situation)
  },
}
