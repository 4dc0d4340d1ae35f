/** What the network knows about a complaint. Vocabulary: docs/domain.md, "Complaints". */

export const COMPLAINT_STATUSES = [
  'registered',
  'dispatched',
  'contacted',
  'with_outlet',
  'reported',
  'verified',
  'answered',
  'closed',
] as const
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number]

/** Who answers for it, from below. */
export const COMPLAINT_LEVELS = ['outlet', 'region_or_partner', 'hq'] as const
export type ComplaintLevel = (typeof COMPLAINT_LEVELS)[number]

/** How it closed; `final`: the customer still disagreed, and there is no level above. */
export const COMPLAINT_ENDINGS = [
  'agreed',
  'no_reply',
  'final',
  'withdrawn',
  'not_a_complaint',
  'merged',
] as const
export type ComplaintEnding = (typeof COMPLAINT_ENDINGS)[number]

export const URGENT_REASONS = ['safety', 'data', 'legal_date'] as const
export type UrgentReason = (typeof URGENT_REASONS)[number]

export const COMPLAINT_CAUSES = [
  'product_quality',
  'too_slow',
  'part_missing',
  'price',
  'attitude',
  'warranty_dispute',
  'data_or_privacy',
  'other',
] as const
export type ComplaintCause = (typeof COMPLAINT_CAUSES)[number]

export const COMPLAINT_REMEDIES = [
  'apology',
  'explanation',
  'repair_again',
  'exchange',
  'refund',
  'compensation',
  'loaner',
  'better_process',
  'none',
] as const
export type ComplaintRemedy = (typeof COMPLAINT_REMEDIES)[number]

export const VERDICTS = ['upheld', 'partly', 'not_upheld'] as const
export type Verdict = (typeof VERDICTS)[number]

export const COMPLAINT_CLOCKS = ['contact', 'report', 'answer'] as const
export type ComplaintClock = (typeof COMPLAINT_CLOCKS)[number]

/** One word given: due (epoch ms), and when it was kept; both ends count as kept. */
export type Clock = {
  readonly dueAt: number
  readonly metAt: number | null
  /** Kept in time by what was only put on record after it was due. */
  readonly isLateEntry: boolean
  /** Nothing is owed any more: it closed before this was due, and unmet. */
  readonly isReleased: boolean
}

/** One way through the procedure. `disagree` and `reopen` open the next; what this one kept or missed stands. */
export type Round = {
  /** From 1. */
  readonly number: number
  /** When it reached us; of a later round, when it was opened. */
  readonly openedAt: number
  /** Whom its figures stand for; null = no outlet is concerned. */
  readonly outlet: string | null
  /** Clocks that had run out before it went to another outlet: whom their figures go on standing for. */
  readonly charged?: Readonly<Partial<Record<ComplaintClock, string | null>>>
  readonly contact: Clock | null
  readonly report: Clock | null
  readonly answer: Clock
  /** Clocks that ran out, in the order noticed: never taken back. */
  readonly breached: readonly ComplaintClock[]
  /** Clocks that already brought it to the next level. */
  readonly escalatedFor: readonly ComplaintClock[]
  /** Tries to reach the customer, and the local days of them. */
  readonly tries: number
  readonly triedOn: readonly string[]
  /** Who wrote parts of its reports, by staff id. */
  readonly writers: readonly string[]
}

export type ComplaintReport = {
  readonly cause: ComplaintCause
  readonly remedy: ComplaintRemedy
  readonly customerContacted: boolean
  readonly at: number
}

export type ComplaintAnswer = {
  readonly verdict: Verdict
  readonly remedy: ComplaintRemedy
  readonly at: number
}

/** Where it came from, if something else raised it. */
export type ComplaintSource =
  | { readonly feedback: string }
  | { readonly survey: string }
  | { readonly repair: string }

/** A complaint as its events say, without anything personal. Instants are epoch ms. */
export type Complaint = {
  readonly code: string
  /** Number of the last event, from 1. */
  readonly version: number
  readonly status: ComplaintStatus
  /** Null until it is dispatched; escalating then counts from `outlet`. */
  readonly level: ComplaintLevel | null
  /** Staff id; null = whoever holds the level's role. */
  readonly owner: string | null
  readonly ending: ComplaintEnding | null
  readonly channel: string
  readonly formal: boolean
  readonly anonymous: boolean
  readonly locale: 'en' | 'zh-CN'
  /** IANA zone of the place it was registered about: names its days, and never changes. */
  readonly zone: string
  readonly countryCode: string
  /** The outlet it is about. */
  readonly outlet: string | null
  /** The outlet that was asked for a report, from then on. */
  readonly assignedTo: string | null
  readonly repair: string | null
  readonly source: ComplaintSource | null
  /** As suspected at first, as reported later. */
  readonly cause: ComplaintCause | null
  readonly urgent: UrgentReason | null
  /** Local date by which a regulator wants the answer. */
  readonly legalDate: string | null
  readonly receivedAt: number
  readonly registeredAt: number
  /** Oldest first; the last is the one that runs. */
  readonly rounds: readonly Round[]
  /** The customer couldn't be reached: the answer goes in writing. */
  readonly isUnreachable: boolean
  /** Where `send_back` leads. */
  readonly reportedFrom: ComplaintStatus | null
  readonly report: ComplaintReport | null
  readonly verifiedBy: string | null
  readonly answer: ComplaintAnswer | null
  readonly mergedInto: string | null
  /** When it was last raised at the head office, where there is no level above. */
  readonly alarmedAt: number | null
  readonly closedAt: number | null
  /** When the last event happened: the next one never before it. */
  readonly lastHappenedAt: number
}

/** The round that runs, or that ran last. */
export function currentRound({ rounds, code }: Complaint): Round {
  const round = rounds.at(-1)
  if (!round) throw new Error(`complaint ${code} has no round`)
  return round
}

/** Whether the head office answers for it alone: its own matters, and what concerns no outlet. */
export const isHqMatter = ({ level, outlet }: Complaint): boolean =>
  level === 'hq' || outlet === null
