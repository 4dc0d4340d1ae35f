import type { Theme } from '../feedback/themes.ts'
import type { KpiId } from '../kpis/kpi-registry.ts'
import type { StaffRole } from '../staff/staff.ts'

/** What the network does about what it heard. Vocabulary: docs/domain.md, "You said, we did". */

export const IMPROVEMENT_STATUSES = ['planned', 'under_way', 'done', 'dropped'] as const
export type ImprovementStatus = (typeof IMPROVEMENT_STATUSES)[number]

/** Who may answer for an improvement. */
export const OWNER_ROLES = [
  'outlet_manager',
  'regional_manager',
  'hq_quality',
  'hq_supply',
  'hq_admin',
] as const satisfies readonly StaffRole[]
export type OwnerRole = (typeof OWNER_ROLES)[number]

export type BothLanguages = { readonly en: string; readonly 'zh-CN': string }

/** A measure over a period of local days `[from, until)`, YYYY-MM-DD. */
export type Figure = {
  /** Of a share or a rate: how many of `n`; of anything else the figure itself, in the measure's unit. */
  readonly amount: number
  /** People, or repairs, that it is reckoned over. */
  readonly n: number
  readonly from: string
  readonly until: string
}

/** An improvement as its events say, without its words. Days are local days of the network, YYYY-MM-DD. */
export type Improvement = {
  /** `imp_…`; later ones sort after earlier ones. */
  readonly id: string
  /** Number of the last event, from 1. */
  readonly version: number
  readonly status: ImprovementStatus
  /** What was heard is about; at least one. */
  readonly themes: readonly Theme[]
  /** Region that it is for; null = the whole network. */
  readonly region: string | null
  readonly owner: OwnerRole
  readonly dueDay: string
  /** The day that was named at first: moving it later hides nothing. */
  readonly firstDueDay: string
  readonly isPublic: boolean
  /** Measure that is to get better; null = none was named. */
  readonly kpi: KpiId | null
  readonly before: Figure | null
  readonly after: Figure | null
  /** What was measured after it before that, in turn: no figure takes another one's place unseen. */
  readonly earlier?: readonly Figure[]
  /** When it was done, or dropped. */
  readonly endedOn: string | null
}

/** Its words, none of them personal: what customers said, what is done, and how it ended. */
export type ImprovementWords = {
  readonly heard: BothLanguages
  readonly change: BothLanguages
  /** By what anybody can tell that it is done. */
  readonly evidence: BothLanguages | null
  /** Why it was dropped. */
  readonly reason: BothLanguages | null
}

/** The subject an improvement's events are numbered under. */
export const improvementSubject = (id: string): string => `improvement/${id}`

/**
 * Whether an improvement is late on a day: it is neither done nor dropped, and its day is over. On the
 * day itself it isn't. Due on 2026-11-30, under way, on 2026-12-01: true.
 */
export const isOverdue = (
  { status, dueDay }: Pick<Improvement, 'status' | 'dueDay'>,
  today: string,
): boolean => (status === 'planned' || status === 'under_way') && dueDay < today

const complement = (day: string): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)))

/**
 * Where an improvement stands in a list: what is still to be done by the day it is due, overdue first;
 * after that what ended, latest first. Keys sort as text and are each one's own.
 * Due on 2026-11-30: `a/2026-11-30/imp_1`; done on 2026-11-30: `b/7973-88-69/imp_1`.
 */
export const placeInList = ({ id, dueDay, endedOn }: Improvement): string =>
  endedOn === null ? `a/${dueDay}/${id}` : `b/${complement(endedOn)}/${id}`
