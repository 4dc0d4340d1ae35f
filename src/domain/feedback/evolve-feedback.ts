import type { Feedback, FeedbackEvent, FeedbackStanding } from './feedback.ts'

const codeOf = ({ subject }: FeedbackEvent): string => subject.slice('feedback/'.length)

/**
 * The feedback after an event. Every event says how it stands, so this only reads it. Throws for an
 * event that isn't the next one: the ledger has a gap, or somebody else's event.
 */
export function evolveFeedback(feedback: Feedback | null, event: FeedbackEvent): Feedback {
  const code = codeOf(event)
  if (event.version !== (feedback?.version ?? 0) + 1 || (feedback && feedback.code !== code)) {
    throw new Error(`${event.subject} has no event ${event.version} now`)
  }
  const standing = event.data as FeedbackStanding
  return {
    code,
    version: event.version,
    status: standing.status,
    kind: standing.kind,
    channel: standing.channel,
    isFormal: standing.isFormal,
    touchpoint: standing.touchpoint,
    topic: standing.topic,
    outlet: standing.outlet,
    repair: standing.repair,
    zone: standing.zone,
    locale: standing.locale,
    isReachable: standing.isReachable,
    receivedAt: standing.receivedAt,
    rounds: standing.rounds,
    answerCount: standing.answerCount,
    solving: standing.solving,
    themes: standing.themes,
    suspicion: standing.suspicion,
    lastHappenedAt: event.happenedAt,
  }
}

/** The feedback that its events tell, from the first one on; null for none. Throws where one is missing. */
export const foldFeedback = (events: readonly FeedbackEvent[]): Feedback | null =>
  events.reduce<Feedback | null>(evolveFeedback, null)
