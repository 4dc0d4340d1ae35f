import { COMPLAINT_CLOCKS, type Complaint, type ComplaintClock, currentRound } from './complaint.ts'
import { SILENCE_MS } from './complaint-spans.ts'
import { COMPLAINT_TABLE } from './complaint-table.ts'

/** What the clock does to a complaint that stays as it is, and when (epoch ms). */
export type ComplaintTimer = {
  readonly at: number
  readonly type: 'escalate' | 'silence'
}

/**
 * Until when the customer may reply to an answer, epoch ms, 14 days on; null = no answer waits for them.
 * Answered at 0: `1_209_600_000`.
 */
export const answerableUntil = ({ status, answer }: Complaint): number | null =>
  status === 'answered' && answer ? answer.at + SILENCE_MS : null

/**
 * The next thing the clock brings: a missed word takes the complaint one level up, once for each clock
 * of a round, the moment after it was due; an answer that nobody replied to closes it 14 days on. Null =
 * nothing, unless somebody acts.
 * Registered at noon by name: `{ at: tomorrow noon + 1 ms, type: 'escalate' }`.
 */
export function nextComplaintTimer(complaint: Complaint): ComplaintTimer | null {
  const silentAt = answerableUntil(complaint)
  if (silentAt !== null) return { at: silentAt, type: 'silence' }
  const { status } = complaint
  if (!COMPLAINT_TABLE[status].escalate) return null
  const round = currentRound(complaint)
  const isOwed = (name: ComplaintClock): boolean =>
    round[name]?.metAt === null && !round.escalatedFor.includes(name)
  const due = COMPLAINT_CLOCKS.filter(isOwed).flatMap((name) => round[name]?.dueAt ?? [])
  return due.length === 0 ? null : { at: Math.min(...due) + 1, type: 'escalate' }
}

/** The word that falls due next, and which it is; null = none is owed now. */
export function nextDue(
  complaint: Complaint,
): { readonly clock: ComplaintClock; readonly dueAt: number } | null {
  if (complaint.status === 'closed' || complaint.status === 'answered') return null
  const round = currentRound(complaint)
  const owed = COMPLAINT_CLOCKS.flatMap((clock) => {
    const running = round[clock]
    return running && running.metAt === null ? [{ clock, dueAt: running.dueAt }] : []
  })
  return owed.sort((a, b) => a.dueAt - b.dueAt)[0] ?? null
}

/** Later than any instant that something is due at. */
const NOTHING_DUE = 4_000_000_000_000_000

/**
 * Where an open complaint stands in a list: at the instant (epoch ms) that its next word is due, missed or
 * not; what owes none behind all that does, by when it reached us. Null = closed, on no list.
 */
export function listedAt(complaint: Complaint): number | null {
  if (complaint.status === 'closed') return null
  return nextDue(complaint)?.dueAt ?? NOTHING_DUE + complaint.receivedAt
}
