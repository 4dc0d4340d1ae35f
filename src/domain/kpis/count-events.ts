import type { ComplaintEventData } from '../complaints/complaint-event.ts'
import { IMPORTED_REPAIR } from '../repairs/ords-import-event.ts'
import { countsOfComplaint } from './count-complaints.ts'
import { countsOfFeedback } from './count-feedback.ts'
import { countsOfSurvey } from './count-surveys.ts'
import { type Counted, deltasOf } from './tally.ts'

/** What an event changes in the packed counts of an outlet's day. */
export type CountDelta = {
  readonly outlet: string
  /** Outlet-local day of the event, `YYYY-MM-DD`. */
  readonly day: string
  readonly measure: string
  readonly by: number
}

type Event = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

const COUNTED = /^(?:repair|booking)\./
const SAYS_ITSELF = /^(?:repair|booking|repeat)\./

/** How a phone that was not repaired is told among those given back. */
export const UNREPAIRED = 'outcome=returned_unrepaired'
const GIVEN_BACK: ReadonlySet<string> = new Set(['repair.handed_over', 'repair.delivered'])

/**
 * How often each kind of step of a repair or a booking happened: by the event's own day, where the phone
 * or the visitor is, phones given back unrepaired among them. Other events, those without outlet and
 * day, and imported repairs, which are history, are none.
 * `repair.received` at SZ-001 on 2026-11-22 is one delta `{measure: 'repair.received', by: 1, …}`.
 */
export function occurrencesOf({ type, data }: Event): readonly CountDelta[] {
  const { outlet, day } = data
  if (type === IMPORTED_REPAIR || !COUNTED.test(type)) return []
  if (typeof outlet !== 'string' || typeof day !== 'string') return []
  const counted = { outlet, day, measure: type, by: 1 }
  const isUnrepaired = GIVEN_BACK.has(type) && data['outcome'] === 'returned_unrepaired'
  return isUnrepaired ? [counted, { ...counted, measure: `${type}|${UNREPAIRED}` }] : [counted]
}

/**
 * The counts that an event changes. Of a repair or a booking: that it happened, and what it says itself
 * that it changes in the figures (see `tallyOfRepair`, `tallyOfBooking`), as that a return was classified
 * does (`tallyOfRepeat`). Feedback and complaints are
 * counted by their deadlines, surveys on the day of what they ask about: see `countsOfFeedback`,
 * `countsOfComplaint`, `countsOfSurvey`. Events of other subjects change none.
 * A phone received at SZ-001 on 2026-11-22: `repair.received` and `repairs_received` by 1 on that day,
 * `promise_due` by 1 on the day that was promised.
 */
export function countsOfEvent(event: Event): readonly CountDelta[] {
  const { type, data } = event
  if (type.startsWith('feedback.')) return countsOfFeedback(event)
  if (type.startsWith('survey.')) return countsOfSurvey(event)
  if (type.startsWith('complaint.')) return countsOfComplaint(data as unknown as ComplaintEventData)
  const { counted } = data
  const changed = SAYS_ITSELF.test(type) && counted ? deltasOf(counted as Counted) : []
  return [...occurrencesOf(event), ...changed]
}
