import type { Complaint, Round } from './complaint.ts'
import type { ComplaintEvent } from './complaint-event.ts'

/** The round that runs takes its own place; a new one comes behind it. */
const withRound = (rounds: readonly Round[], round: Round): readonly Round[] => [
  ...rounds.filter(({ number }) => number < round.number),
  round,
]

function before(complaint: Complaint | null, event: ComplaintEvent): Complaint {
  if (complaint) return complaint
  const { registered } = event.data
  if (!registered) throw new Error(`${event.subject} doesn't begin with its registration`)
  return { ...registered, rounds: [] }
}

/**
 * The complaint after one of its events, which needs nothing but the event: fold(events) is the state.
 * Null is the complaint before it was registered. Throws for an event that isn't the next one: a gap in
 * the numbers, a first event that registers nothing.
 */
export function evolveComplaint(complaint: Complaint | null, event: ComplaintEvent): Complaint {
  const stood = before(complaint, event)
  const { version, happenedAt } = event
  if (version !== stood.version + 1) {
    throw new Error(`${event.subject} has ${stood.version} events, ${version} isn't the next`)
  }
  const { status, level, owner, ending, outlet, urgent, set, round } = event.data
  return {
    ...stood,
    ...{ status, level, owner, ending, outlet, urgent },
    ...set,
    ...{ version, lastHappenedAt: happenedAt },
    rounds: withRound(stood.rounds, round),
    closedAt: status === 'closed' ? happenedAt : null,
  }
}

/** The complaint that a list of all its events tells, oldest first; null of an empty list. */
export const foldComplaint = (events: readonly ComplaintEvent[]): Complaint | null =>
  events.reduce<Complaint | null>(evolveComplaint, null)
