import type { Scores } from '../surveys/questions.ts'
import type { CountDelta } from './count-events.ts'

type Counted = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Complaint handling has figures of its own; the panel is reckoned wave by wave. */
const PREFIXES: Readonly<Record<string, string>> = {
  repair: 'survey',
  contact: 'survey',
  complaint: 'complaint_survey',
}

/** Each score given or taken back: `csat|score=4`. */
function scoreDeltas(before: Scores, after: Scores): readonly (readonly [string, number])[] {
  const deltas = (scores: Scores, by: number) =>
    Object.entries(scores).map(([question, score]) => [`${question}|score=${score}`, by] as const)
  return [...deltas(before, -1), ...deltas(after, 1)]
}

function measuresOf({ type, data }: Counted): readonly (readonly [string, number])[] {
  switch (type) {
    case 'survey.invited':
      return [['delivered', 1]]
    case 'survey.undelivered':
      return [['delivered', -1]]
    case 'survey.answered':
      return [
        ...(data['isFirst'] === true ? [['answered', 1] as const] : []),
        ...scoreDeltas(data['before'] as Scores, data['scores'] as Scores),
      ]
    case 'survey.suspected':
      return [['suspected', 1]]
    case 'survey.suspicion_decided':
      return data['confirmed'] === true ? [['confirmed', 1]] : []
    case 'survey.callback_opened':
      return [['callback', 1]]
    case 'survey.callback_tried':
      return data['inTime'] === true ? [['callback_in_time', 1]] : []
    default:
      return []
  }
}

/**
 * What an event of a survey changes in the packed counts of the outlet that was surveyed, on the local
 * day of what ended: invitations delivered, answers, each score of each question. A changed answer takes
 * back what it replaces. Surveys about no outlet, and the panel, change none.
 * A first answer of `{ csat: 4 }` at SZ-001: `survey.answered` +1, `survey.csat|score=4` +1.
 */
export function countsOfSurvey(event: Counted): readonly CountDelta[] {
  const { outlet, day, kind } = event.data
  const prefix = PREFIXES[String(kind)]
  if (prefix === undefined || typeof outlet !== 'string' || typeof day !== 'string') return []
  const sums = new Map<string, number>()
  for (const [measure, by] of measuresOf(event)) {
    sums.set(measure, (sums.get(measure) ?? 0) + by)
  }
  return [...sums]
    .filter(([, by]) => by !== 0)
    .map(([measure, by]) => ({ outlet, day, measure: `${prefix}.${measure}`, by }))
}
