import type { Touchpoint } from '#domain/surveys/survey.ts'
import type { WantedSurvey } from '#domain/surveys/wanted-survey.ts'
import type { Agenda } from './agenda.ts'
import type { PackedCounts } from './packed-counts.ts'
import type { Case } from './sim-case.ts'
import type { SimKeys } from './sim-keys.ts'
import type { SimOutlet } from './sim-outlet.ts'
import type { Sink } from './sink.ts'

/** A fault that comes in one province for two weeks: parts of a bad batch. */
export type Spike = { readonly province: string; readonly from: number; readonly until: number }

/** What ended beside a repair, and is asked about. */
export type EndedVoice = {
  readonly wanted: WantedSurvey
  readonly kind: 'complaint' | 'contact'
  readonly outlet: string | null
  readonly touchpoint?: Touchpoint
  readonly endedAt: number
}

/** Totals for the report. */
export type Tally = {
  repairs: number
  events: number
  surveys: number
  answers: number
  complaints: number
  feedback: number
  readonly outcomes: Map<string, number>
}

/** The network in time: who is in it, what is to happen, and where it is written. */
export type World = {
  readonly seed: string
  /** The history ends before it, epoch ms. */
  readonly until: number
  readonly agenda: Agenda
  readonly sink: Sink
  readonly packed: PackedCounts
  readonly keys: SimKeys
  /** Every outlet there is; those whose lives are lived in this world. */
  readonly network: readonly SimOutlet[]
  readonly outlets: ReadonlySet<SimOutlet>
  readonly spike: Spike | null
  /** Repairs and visits that aren't over. */
  readonly open: Set<Case>
  /** What else isn't over, and how it is written. */
  readonly openVoices: Set<() => void>
  /** Surveys that are still to be made. */
  readonly wanted: Map<string, { readonly dueAt: number; readonly kind: string }>
  readonly boards: Map<string, number>
  readonly tally: Tally
  /** Nothing more happens to a repair. */
  readonly onOver: (own: Case) => void
  /** A repair ended that its customer is to be asked about. */
  readonly onEnded: (own: Case, wanted: WantedSurvey) => void
  /** A complaint or a contact ended that its customer is to be asked about. */
  readonly onVoiceEnded: (own: Case, ended: EndedVoice) => void
  /** A phone was reported lost: the clock makes an urgent complaint of it. */
  readonly onLost: (own: Case, at: number) => void
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
