import type { FigureId } from '../kpis/kpi-definitions.ts'
import type { PublishedExclusion } from './publication-document.ts'

export const CONTEST_STATUSES = ['open', 'proposed', 'excluded', 'corrected', 'refused'] as const
export type ContestStatus = (typeof CONTEST_STATUSES)[number]

/** Local days of the outlet, both ends included. */
export type ExcludedDays = Omit<PublishedExclusion, 'outlet'>

/** What an outlet says is wrong with what was counted of it. Its words are private and stand apart. */
export type Contest = {
  readonly id: string
  /** Number of its last event. */
  readonly version: number
  readonly outlet: string
  /** `2026-10` */
  readonly month: string
  readonly kpi: FigureId
  /** Code of the repair that shows it; null = none. */
  readonly repair: string | null
  readonly status: ContestStatus
  /** Staff ids; null = nobody yet. */
  readonly raisedBy: string
  readonly decidedBy: string | null
  readonly approvedBy: string | null
  /** Epoch ms. */
  readonly raisedAt: number
  /** Proposed or approved; null = none. */
  readonly exclusion: ExcludedDays | null
}

/** The subject under which the events of a contest are numbered. */
export const contestSubject = (id: string): string => `contest/${id}`
