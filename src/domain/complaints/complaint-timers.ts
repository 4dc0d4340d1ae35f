import { COMPLAINT_CLOCKS, type Complaint, type ComplaintClock, currentRound } from './complaint.ts'
import { SILENCE_MS } from './complaint-spans.ts'
import { COMPLAINT_TABLE } from './complaint-table.ts'

/** What the clock does to a complaint that stays as it is, and when (epoch ms). */
export type ComplaintTimer = {
  readonly at: number
  readonly type: 'escalate' | 'silence'
}

/**
 * The next thing the clock brings: a missed word takes the complaint one level up, once for each clock
 * of a round, the moment after it was due; an answer that nobody replied to closes it 14 days on. Null =
 * nothing, unless somebody acts.
 * Registered at noon by name: `{ at: tomorrow noon + 1 ms, type: 'escalate' }`.
 */
export function nextComplaintTimer(complaint: Complaint): ComplaintTimer | null {
  const { status, answer } = complaint
  if (status === 'answered' && answer) return { at: answer.at + SILENCE_MS, type: 'silence' }
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
