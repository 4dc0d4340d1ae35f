import { DAY_MS } from '../repairs/spans.ts'

/** Who a return is charged to: the outlet that did the earlier repair, whoever supplied its part, or nobody. */
export type ChargedTo = 'outlet' | 'supply' | 'nobody'

/**
 * Why a device is back, and who answers for that. Who classifies chooses a reason and nothing else. The
 * first two are the outlet's: the same symptom of the same part, or the hand that repaired it.
 */
export const REPEAT_REASONS = {
  same_fault: 'outlet',
  workmanship: 'outlet',
  dead_part: 'supply',
  new_fault: 'nobody',
  customer_caused: 'nobody',
  nothing_found: 'nobody',
  not_repaired_then: 'nobody',
} as const satisfies Record<string, ChargedTo>

export type RepeatReason = keyof typeof REPEAT_REASONS
export const REPEAT_REASON_IDS = Object.keys(REPEAT_REASONS) as readonly RepeatReason[]

/** `chargedTo('dead_part')` is `supply`. */
export const chargedTo = (reason: RepeatReason): ChargedTo => REPEAT_REASONS[reason]

export const REPEAT_STATUSES = ['unclassified', 'classified', 'contested', 'decided'] as const
export type RepeatStatus = (typeof REPEAT_STATUSES)[number]

/** Only who is back within so many days is classified: what a scorecard counts. */
export const CLASSIFIED_DAYS = 30
/** From a classification on, of 24 hours each. */
export const CONTEST_DAYS = 10
/** How long the outlet may contest a classification, in ms. */
export const CONTEST_MS = CONTEST_DAYS * DAY_MS

/** What a device's return is known by, before anybody said why. */
export type RepeatFacts = {
  /** Code of the earlier repair. */
  readonly of: string
  /** Home outlet of the earlier repair, which would answer for it, and its local day of that hand-over. */
  readonly outlet: string
  readonly day: string
  /** Where the device was received again, and when (epoch ms). */
  readonly byOutlet: string
  readonly cameBackAt: number
}

/** Where the classification of a return stands. */
export type Repeat = RepeatFacts & {
  /** Code of the repair that the device came back with. */
  readonly code: string
  /** Number of its last event; 0 = nobody has classified it. */
  readonly version: number
  readonly status: RepeatStatus
  readonly reason: RepeatReason | null
  /** Staff ids. */
  readonly classifiedBy: string | null
  readonly contestedBy: string | null
  readonly decidedBy: string | null
  /** Epoch ms: until when it may be contested, or classified anew; null = nobody has classified it. */
  readonly contestUntil: number | null
}

/** The subject under which the events of a return's classification are numbered. */
export const repeatSubject = (code: string): string => `repeat/${code}`

/** A return that nobody has classified yet. */
export const newRepeat = (code: string, facts: RepeatFacts): Repeat => ({
  ...{ code, ...facts, version: 0, status: 'unclassified', reason: null },
  ...{ classifiedBy: null, contestedBy: null, decidedBy: null, contestUntil: null },
})

/** Since when somebody has something to do about it, epoch ms; null = nobody has. */
export const repeatTodoAt = ({ status, cameBackAt }: Repeat): number | null =>
  status === 'unclassified' || status === 'contested' ? cameBackAt : null
