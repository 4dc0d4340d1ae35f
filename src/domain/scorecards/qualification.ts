import type { CriterionId } from './criteria.ts'
import type { ReviewRule } from './propose-review.ts'

/** Where the process about an outlet stands. `clear`: there is none. */
export const QUALIFICATION_STATUSES = [
  'clear',
  'reviewing',
  'on_notice',
  'curing',
  'suspended',
  'disqualified',
  'appealed',
] as const
export type QualificationStatus = (typeof QUALIFICATION_STATUSES)[number]

/** For what an outlet is suspended at once. */
export const SUSPENSION_CAUSES = ['safety', 'fraud', 'data_theft', 'counterfeit_parts'] as const
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number]

/** What is owed by a time: HQ's notice or dismissal, the outlet's reply, a decision, reasons, a review, an appeal's answer. */
export const QUALIFICATION_CLOCKS = [
  'notice',
  'reply',
  'decision',
  'reasons',
  'review',
  'appeal',
] as const
export type QualificationClock = (typeof QUALIFICATION_CLOCKS)[number]

/** What is due, epoch ms. */
export type Deadlines = Readonly<Partial<Record<QualificationClock, number>>>

/** A figure that a notice rests on. */
export type NoticedFigure = {
  readonly criterion: CriterionId
  readonly value: number
  readonly n: number
}

/** What the public is told of. */
export const STANDINGS = ['qualified', 'on_notice', 'suspended', 'disqualified'] as const
export type Standing = (typeof STANDINGS)[number]

/** From when on, by the outlet's local date. */
export type StandingSince = { readonly standing: Standing; readonly since: string }

export type Qualification = {
  /** The outlet's code. */
  readonly outlet: string
  /** Number of its last event; 0 = nothing has happened. */
  readonly version: number
  readonly status: QualificationStatus
  /** IANA zone of the outlet. */
  readonly zone: string
  readonly rule: ReviewRule | null
  readonly criterion: CriterionId | null
  readonly months: readonly string[]
  readonly figures: readonly NoticedFigure[]
  readonly cause: SuspensionCause | null
  /** Suspended and not told why yet, in time or late. */
  readonly owesReasons: boolean
  readonly deadlines: Deadlines
  /** Clocks that ran out, in that order; what is done late stays late. */
  readonly missed: readonly { readonly clock: QualificationClock; readonly dueAt: number }[]
  /** Before this nobody may say that the outlet hasn't cured what was wrong; null = nothing to cure. */
  readonly cureUntil: number | null
  /** Until when the outlet may appeal; null = it may not, or has. */
  readonly appealUntil: number | null
  /** Staff ids; null = nobody has. */
  readonly noticedBy: string | null
  readonly suspendedBy: string | null
  readonly decidedBy: string | null
  /** What a suspension broke into, and when: it goes on from there. */
  readonly before: {
    readonly status: QualificationStatus
    readonly deadlines: Deadlines
    readonly at: number
  } | null
  readonly history: readonly StandingSince[]
}

/** The subject under which the events about an outlet's qualification are numbered. */
export const qualificationSubject = (outlet: string): string => `qualification/${outlet}`

/** Nothing has happened to an outlet yet. One taken off the network by other means is no longer in it. */
export const newQualification = (
  outlet: string,
  { zone, isDisqualified }: { readonly zone: string; readonly isDisqualified: boolean },
): Qualification => ({
  ...{ outlet, version: 0, zone },
  status: isDisqualified ? 'disqualified' : 'clear',
  ...{ rule: null, criterion: null, months: [], figures: [], cause: null, owesReasons: false },
  ...{ deadlines: {}, missed: [], cureUntil: null, appealUntil: null },
  ...{ noticedBy: null, suspendedBy: null, decidedBy: null, before: null, history: [] },
})

/** When the next clock runs out that hasn't been told yet; null = none runs. */
export const nextDue = ({ deadlines }: Pick<Qualification, 'deadlines'>) =>
  QUALIFICATION_CLOCKS.flatMap((clock) => {
    const dueAt = deadlines[clock]
    return dueAt === undefined ? [] : [{ clock, dueAt }]
  }).toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null
