import { isCode, isCodeOrNull, isDate, isInstant } from '../repairs/coded-values.ts'
import { endOfDay } from '../repairs/local-day.ts'
import { COMPLAINT_CAUSES, type Complaint, type Round, URGENT_REASONS } from './complaint.ts'
import type { RegisterComplaint } from './complaint-action.ts'
import type { ComplaintRefused } from './complaint-decision.ts'
import { firstBad } from './complaint-ruling.ts'
import { openRound } from './rounds.ts'

type Beginning = { readonly at: number; readonly zone: string }

const FIRST_EVER = Date.UTC(2000, 0, 1)
const YEARS_BACK_MS = 10 * 366 * 86_400_000

/** Words can't have reached us before 2000, nor more than ten years (of 366 days) back: that is a slip of the hand. */
const earliestReceipt = (at: number): number => Math.max(FIRST_EVER, at - YEARS_BACK_MS)

/** Why a complaint can't be registered so: a value that makes no sense; null = it can. */
export function whyNotRegister(
  said: RegisterComplaint,
  { at, zone }: Beginning,
): ComplaintRefused | null {
  const { urgent, legalDate, receivedAt } = said
  if (!isInstant(receivedAt) || receivedAt > at || receivedAt < earliestReceipt(at)) {
    return { ok: false, refusal: 'bad_time', field: 'receivedAt' }
  }
  return firstBad({
    code: isCode(said.code),
    channel: isCode(said.channel),
    countryCode: isCode(said.countryCode),
    outlet: isCodeOrNull(said.outlet),
    repair: isCodeOrNull(said.repair),
    cause: said.cause === null || COMPLAINT_CAUSES.includes(said.cause),
    legalDate: legalDate === null || (isDate(legalDate) && endOfDay(legalDate, zone) >= receivedAt),
    urgent:
      urgent === null ||
      (URGENT_REASONS.includes(urgent) && (urgent !== 'legal_date' || legalDate !== null)),
  })
}

/** A complaint as it is registered. A date that a regulator set makes it urgent. */
export function newComplaint(said: RegisterComplaint, { at, zone }: Beginning): Complaint {
  const { type: _, urgent, ...facts } = said
  return {
    ...facts,
    zone,
    urgent: urgent ?? (said.legalDate === null ? null : 'legal_date'),
    ...{ version: 0, status: 'registered', level: null, owner: null, ending: null },
    ...{ assignedTo: null, isUnreachable: false, reportedFrom: null, report: null },
    ...{ verifiedBy: null, answer: null, mergedInto: null, alarmedAt: null, closedAt: null },
    ...{ registeredAt: at, lastHappenedAt: at, rounds: [] },
  }
}

/** Its first round: the clocks begin when it reached us, however long nobody wrote it down. */
export const firstRound = ({
  outlet,
  zone,
  urgent,
  anonymous,
  legalDate,
  receivedAt,
}: Complaint): Round =>
  openRound(
    1,
    { openedAt: receivedAt, outlet },
    { zone, anonymous, legalDate, isUrgent: urgent !== null },
  )
