import type { ComplaintEventData } from '../complaints/complaint-event.ts'
import { IMPORTED_REPAIR } from '../repairs/ords-import-event.ts'
import { countsOfComplaint } from './count-complaints.ts'
import { countsOfFeedback } from './count-feedback.ts'
import { countsOfSurvey } from './count-surveys.ts'

/** What an event changes in the packed counts of an outlet's day. */
export type CountDelta = {
  readonly outlet: string
  /** Outlet-local day of the event, `YYYY-MM-DD`. */
  readonly day: string
  readonly measure: string
  readonly by: number
}

type Counted = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

const COUNTED = /^(?:repair|booking)\./

/** How a phone that was not repaired is told among those given back. */
export const UNREPAIRED = 'outcome=returned_unrepaired'
const GIVEN_BACK: ReadonlySet<string> = new Set(['repair.handed_over', 'repair.delivered'])

/**
 * The counts that an event changes: how often it happened, on its outlet-local day, at the outlet that
 * answers for it. Events of other subjects, or without outlet and day, change none; nor does an
 * imported repair, which is history. Feedback and complaints are counted by their deadlines, surveys on the
 * day of what they ask about: see `countsOfFeedback`, `countsOfComplaint`, `countsOfSurvey`.
 * `repair.received` at SZ-001 on 2026-11-22 answers one delta `{measure: 'repair.received', by: 1, …}`.
 */
export function countsOfEvent(event: Counted): readonly CountDelta[] {
  const { type, data } = event
  if (type.startsWith('feedback.')) return countsOfFeedback(event)
  if (type.startsWith('survey.')) return countsOfSurvey(event)
  const { outlet, day } = data
  if (type.startsWith('complaint.')) return countsOfComplaint(data as unknown as ComplaintEventData)
  if (type === IMPORTED_REPAIR || !COUNTED.test(type)) return []
  if (typeof outlet !== 'string' || typeof day !== 'string') return []
  const counted = { outlet, day, measure: type, by: 1 }
  const isUnrepaired = GIVEN_BACK.has(type) && data['outcome'] === 'returned_unrepaired'
  return isUnrepaired ? [counted, { ...counted, measure: `${type}|${UNREPAIRED}` }] : [counted]
}
