import type { Complaint, ComplaintStatus, Round } from './complaint.ts'
import type { ComplaintActionType } from './complaint-action.ts'
import type { ComplaintTally } from './complaint-tally.ts'

/** `complaint.` and the action in the past tense; a try that reached nobody has a name of its own. */
export const COMPLAINT_EVENT_TYPES = {
  register: 'complaint.registered',
  reclassify: 'complaint.reclassified',
  merge: 'complaint.merged',
  dispatch: 'complaint.dispatched',
  redirect: 'complaint.redirected',
  contact: 'complaint.contacted',
  assign: 'complaint.assigned',
  report: 'complaint.reported',
  verify: 'complaint.verified',
  send_back: 'complaint.sent_back',
  answer: 'complaint.answered',
  agree: 'complaint.agreed',
  silence: 'complaint.left_unanswered',
  disagree: 'complaint.disagreed',
  escalate: 'complaint.escalated',
  withdraw: 'complaint.withdrawn',
  reopen: 'complaint.reopened',
} as const satisfies Record<ComplaintActionType, string>
export const CONTACT_MISSED = 'complaint.contact_missed'
export type ComplaintEventType =
  | (typeof COMPLAINT_EVENT_TYPES)[ComplaintActionType]
  | typeof CONTACT_MISSED

/** What an event changes beside the standing that every event carries. */
export type ComplaintChange = Partial<
  Pick<
    Complaint,
    | 'assignedTo'
    | 'cause'
    | 'urgent'
    | 'isUnreachable'
    | 'reportedFrom'
    | 'report'
    | 'verifiedBy'
    | 'answer'
    | 'mergedInto'
    | 'alarmedAt'
  >
>

/** What every event says, so that folding and projections need the event alone. */
export type ComplaintEventData = {
  readonly from: ComplaintStatus | null
  readonly status: ComplaintStatus
  readonly level: Complaint['level']
  readonly owner: string | null
  readonly ending: Complaint['ending']
  readonly outlet: string | null
  readonly urgent: Complaint['urgent']
  /** Whether anybody can be told. */
  readonly isReachable: boolean
  readonly locale: Complaint['locale']
  /** Local date of the event. */
  readonly day: string
  readonly by: string
  readonly via: string
  /** The round after the event. */
  readonly round: Round
  readonly set: ComplaintChange
  /** What it adds to the figures, and what it added before. */
  readonly tally: ComplaintTally
  readonly tallyBefore: ComplaintTally | null
  /** Of a try that reached nobody: the first that was made on its day, in any round. */
  readonly isFirstTryOfDay?: true
  /** What only the first event says. */
  readonly registered?: Omit<Complaint, 'rounds'>
}

/** A fact about a complaint, numbered without gaps. Codes, numbers and ids only. */
export type ComplaintEvent = {
  /** `complaint/<code>` */
  readonly subject: string
  readonly version: number
  readonly type: ComplaintEventType
  readonly happenedAt: number
  readonly data: ComplaintEventData
}
