import type { FeedbackChannel, Touchpoint } from './channels.ts'
import type { Theme } from './themes.ts'

/** What is told; a complaint has a procedure of its own and is none of these. */
export const FEEDBACK_KINDS = ['question', 'suggestion', 'commendation'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

/** `complaint`: a suspicion was confirmed, and the complaint goes on in its stead. */
export const FEEDBACK_STATUSES = ['open', 'answered', 'solved', 'complaint'] as const
export type FeedbackStatus = (typeof FEEDBACK_STATUSES)[number]

/** From being told to the first answer to it; "not solved" opens another. Instants in epoch ms. */
export type Round = {
  readonly openedAt: number
  /** null = no clock runs. */
  readonly dueAt: number | null
  readonly answeredAt: number | null
  /** Whether the deadline passed in silence: that stands, whatever comes later. */
  readonly missed: boolean
}

export type Solving = {
  readonly dueAt: number | null
  /** Stands while nobody says that it isn't solved. */
  readonly solvedAt: number | null
  readonly missed: boolean
}

export const SUSPICION_STATES = ['open', 'confirmed', 'dismissed'] as const
export type SuspicionState = (typeof SUSPICION_STATES)[number]

/** A mark that the words may be a complaint, until a person says whether they are. */
export type Suspicion = {
  readonly state: SuspicionState
  readonly suspectedAt: number
  readonly dueAt: number
  readonly decidedAt: number | null
  /** Reference code of what was registered. */
  readonly complaint: string | null
  readonly missed: boolean
}

export type Feedback = {
  readonly code: string
  readonly version: number
  readonly status: FeedbackStatus
  readonly kind: FeedbackKind
  readonly channel: FeedbackChannel
  readonly isFormal: boolean
  readonly touchpoint: Touchpoint
  /** What whoever told it said it is about. */
  readonly topic: Theme | null
  /** null = about the network, or no outlet in particular. */
  readonly outlet: string | null
  readonly repair: string | null
  /** IANA: by whose days it is counted. */
  readonly zone: string
  readonly locale: 'en' | 'zh-CN'
  /** Whether a number or an address was left. */
  readonly isReachable: boolean
  readonly receivedAt: number
  /** At least one; the last is the one that is open, or was. */
  readonly rounds: readonly Round[]
  readonly answerCount: number
  readonly solving: Solving
  /** Staff's tags. */
  readonly themes: readonly Theme[]
  readonly suspicion: Suspicion | null
  readonly lastHappenedAt: number
}

/** What is known of feedback as it comes in; its words and whom it is from are private. */
export type NewFeedback = Pick<
  Feedback,
  | 'code'
  | 'kind'
  | 'channel'
  | 'isFormal'
  | 'touchpoint'
  | 'topic'
  | 'outlet'
  | 'repair'
  | 'zone'
  | 'locale'
  | 'isReachable'
  | 'receivedAt'
>

/** What the clocks find to have passed in silence. */
export const MISSES = ['answer', 'solution', 'suspicion'] as const
export type Miss = (typeof MISSES)[number]

export type FeedbackAction =
  | { readonly type: 'register'; readonly feedback: NewFeedback }
  /** A person's words, never an automatic acknowledgement. */
  | { readonly type: 'answer' }
  | { readonly type: 'solve' }
  /** Told by the customer: not solved. */
  | { readonly type: 'reopen' }
  | { readonly type: 'tag'; readonly themes: readonly Theme[] }
  | { readonly type: 'suspect' }
  | { readonly type: 'confirm'; readonly complaint: string }
  | { readonly type: 'dismiss' }
  | { readonly type: 'miss'; readonly what: Miss }
export type FeedbackActionType = FeedbackAction['type']

export const FEEDBACK_EVENT_TYPES = {
  register: 'feedback.registered',
  answer: 'feedback.answered',
  solve: 'feedback.solved',
  reopen: 'feedback.reopened',
  tag: 'feedback.tagged',
  suspect: 'feedback.suspected',
  confirm: 'feedback.suspicion_confirmed',
  dismiss: 'feedback.suspicion_dismissed',
  miss: 'feedback.deadline_missed',
} as const satisfies Record<FeedbackActionType, string>
export type FeedbackEventType = (typeof FEEDBACK_EVENT_TYPES)[FeedbackActionType]

/** What every event says of the feedback after it, so that folding needs the event alone. */
export type FeedbackStanding = Omit<Feedback, 'code' | 'version' | 'lastHappenedAt'> & {
  /** Local date of the event. */
  readonly day: string
}

/**
 * What each event says for counting: in time or not, and the local day of the deadline it is about;
 * null where no clock runs.
 */
export type FeedbackFacts = {
  readonly answerDueDay?: string | null
  readonly solveDueDay?: string | null
  /** Of an answer: the first of its round, by the deadline. */
  readonly answeredInTime?: boolean
  /** Of a solution: by the deadline. Of a reopening: the solution that it takes back was. */
  readonly solvedInTime?: boolean
  /** Of a confirmed suspicion: a clock that still ran goes over to the complaint's. */
  readonly answerGoesOver?: boolean
  readonly solveGoesOver?: boolean
  readonly missed?: Miss
  /** Of tagging: what was tagged before. */
  readonly themesBefore?: readonly Theme[]
}

export type FeedbackEvent = {
  /** `feedback/<code>` */
  readonly subject: string
  readonly version: number
  readonly type: FeedbackEventType
  readonly happenedAt: number
  /** Whose doing it is: the rule suspects while a customer registers. */
  readonly actor: string
  readonly data: Readonly<Record<string, unknown>>
}

export const FEEDBACK_REFUSALS = [
  'not_allowed_now',
  'stale',
  'not_your_role',
  'bad_time',
  'bad_value',
] as const
export type FeedbackRefusal = (typeof FEEDBACK_REFUSALS)[number]

export type FeedbackDecision =
  | { readonly ok: true; readonly events: readonly FeedbackEvent[]; readonly feedback: Feedback }
  | { readonly ok: false; readonly refusal: FeedbackRefusal }
