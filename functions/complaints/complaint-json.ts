import { z } from '@hono/zod-openapi'
import {
  type Clock,
  COMPLAINT_CAUSES,
  COMPLAINT_CLOCKS,
  COMPLAINT_ENDINGS,
  COMPLAINT_LEVELS,
  COMPLAINT_REMEDIES,
  COMPLAINT_STATUSES,
  type Complaint,
  type Round,
  URGENT_REASONS,
  VERDICTS,
} from '#domain/complaints/complaint.ts'
import { COMPLAINT_ACTIONS, type ComplaintActionType } from '#domain/complaints/complaint-action.ts'
import { nextDue } from '#domain/complaints/complaint-timers.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { isoAt } from '#functions/http/iso-time.ts'

const clockSchema = z.object({
  dueAt: z.string(),
  metAt: z.string().nullable(),
  isLateEntry: z.boolean(),
  isReleased: z.boolean(),
})

const roundSchema = z.object({
  number: z.int(),
  openedAt: z.string(),
  contact: clockSchema.nullable(),
  report: clockSchema.nullable(),
  answer: clockSchema,
  breached: z.array(z.enum(COMPLAINT_CLOCKS)),
})

export const complaintSchema = z
  .object({
    code: z.string(),
    version: z.int(),
    status: z.enum(COMPLAINT_STATUSES),
    level: z.enum(COMPLAINT_LEVELS).nullable(),
    owner: z.string().nullable(),
    ending: z.enum(COMPLAINT_ENDINGS).nullable(),
    channel: z.string(),
    isFormal: z.boolean(),
    isAnonymous: z.boolean(),
    outletCode: z.string().nullable(),
    repairCode: z.string().nullable(),
    cause: z.enum(COMPLAINT_CAUSES).nullable(),
    urgent: z.enum(URGENT_REASONS).nullable(),
    legalDate: z.string().nullable(),
    receivedAt: z.string(),
    registeredAt: z.string(),
    nextDueAt: z.string().nullable(),
    rounds: z.array(roundSchema),
    verdict: z.enum(VERDICTS).nullable(),
    remedy: z.enum(COMPLAINT_REMEDIES).nullable(),
    mergedInto: z.string().nullable(),
    closedAt: z.string().nullable(),
  })
  .openapi('Complaint')

export const complaintAnswer = z.object({
  complaint: complaintSchema.extend({
    /** Steps that the asker may take now. */
    allowed: z.array(z.enum(COMPLAINT_ACTIONS)),
    /** What was said, by key; empty once erased. */
    words: z.record(z.string(), z.string()),
  }),
})

export const complaintsAnswer = z.object({
  complaints: z.array(complaintSchema),
  nextCursor: z.string().nullable(),
})

const timed = (zone: string) => (at: number) => isoAt(at, zone)

function clockJson(clock: Clock, zone: string) {
  const time = timed(zone)
  const { dueAt, metAt, isLateEntry, isReleased } = clock
  return { dueAt: time(dueAt), metAt: metAt === null ? null : time(metAt), isLateEntry, isReleased }
}

const roundJson = (round: Round, zone: string) => ({
  number: round.number,
  openedAt: isoAt(round.openedAt, zone),
  contact: round.contact && clockJson(round.contact, zone),
  report: round.report && clockJson(round.report, zone),
  answer: clockJson(round.answer, zone),
  breached: [...round.breached],
})

/** A complaint as the API tells it to staff: codes, times by its own place's clock, nothing personal. */
export function complaintJson(complaint: Complaint): z.input<typeof complaintSchema> {
  const { version, status, level, owner, ending, channel, formal, anonymous } = complaint
  const { outlet, repair, cause, urgent, legalDate, zone, answer, mergedInto, closedAt } = complaint
  const due = nextDue(complaint)
  const time = timed(zone)
  return {
    ...{ code: spellCode(complaint.code), version, status, level, owner, ending, channel },
    ...{ isFormal: formal, isAnonymous: anonymous },
    ...{ outletCode: outlet, repairCode: repair && spellCode(repair), cause, urgent, legalDate },
    mergedInto: mergedInto && spellCode(mergedInto),
    receivedAt: time(complaint.receivedAt),
    registeredAt: time(complaint.registeredAt),
    nextDueAt: due && time(due.dueAt),
    rounds: complaint.rounds.map((round) => roundJson(round, zone)),
    verdict: answer?.verdict ?? null,
    remedy: answer?.remedy ?? null,
    closedAt: closedAt === null ? null : time(closedAt),
  }
}

/** One complaint with what its reader may do and what was said. */
export const oneComplaintJson = (
  complaint: Complaint,
  allowed: readonly ComplaintActionType[],
  words: Readonly<Record<string, string>>,
): z.input<typeof complaintAnswer> => ({
  complaint: { ...complaintJson(complaint), allowed: [...allowed], words: { ...words } },
})
