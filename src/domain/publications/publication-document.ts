import type { KpiDate, KpiExclusion } from '../kpis/kpi-definition.ts'
import type { FigureId } from '../kpis/kpi-definitions.ts'
import type { KpiUnit } from '../kpis/kpi-registry.ts'
import type { CountedThing, Disclosure } from './disclosure.ts'

/** Form of the document; another form gets another number and another schema. */
export const DOCUMENT_FORM = 1

/** How much time a figure tells of: one month, or as many months rolling, up to the newest final one. */
export const PERIOD_KINDS = ['month', 'rolling_3', 'rolling_12'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** Months, both ends included: `2026-08` to `2026-10`. */
export type Period = { readonly kind: PeriodKind; readonly from: string; readonly to: string }

export const FIGURE_SCOPES = ['network', 'region', 'outlet'] as const
export type FigureScope = (typeof FIGURE_SCOPES)[number]

/** A part of what a figure counts, where it is told by parts alone. */
export const CUTS = ['touchpoint=hotline', 'touchpoint=web', 'touchpoint=outlet'] as const
export type Cut = (typeof CUTS)[number]

/** Why a publication replaces another of its month. */
export const REVISION_REASONS = ['late_facts', 'wrong_counts', 'exclusion', 'definition'] as const
export type RevisionReason = (typeof REVISION_REASONS)[number]

export const EXCLUSION_REASONS = ['flood', 'power', 'other'] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

export type PublicationHead = {
  readonly number: number
  /** The month that was frozen, `2026-10`. */
  readonly month: string
  /** 1 = the first of its month. */
  readonly revision: number
  /** The publication that it replaces, and why; null of the first. */
  readonly revises: number | null
  readonly reason: RevisionReason | null
  /** ISO 8601, UTC. */
  readonly frozenAt: string
  /** Figures of a demonstration, of nobody's repairs. */
  readonly isDemo: boolean
}

/** A definition as it was when the figures were frozen. */
export type PublishedDefinition = {
  readonly kpi: FigureId
  readonly version: number
  readonly kind: 'share' | 'rate' | 'quantile' | 'net'
  readonly unit: KpiUnit
  readonly betterIs: 'higher' | 'lower'
  readonly digits: number
  readonly limit: number | null
  readonly wayIn: 'walk_in' | 'mail_in' | null
  readonly date: KpiDate
  readonly finalAfterDays: number
  readonly exclusions: readonly KpiExclusion[]
  readonly counted: CountedThing
}

/** What a public standard promises, and the figure that tells whether it was kept. */
export type PublishedTarget = {
  readonly standard: string
  readonly kpi: FigureId
  readonly cut: Cut | null
  readonly target: number
}

/**
 * One figure. What may not be told is null here already: `nothing` has no number at all, `count` has n,
 * hits and the interval but no value. A month that isn't final is told as such for the network alone.
 * Of regions and outlets, what would say nothing isn't listed.
 */
export type PublishedFigure = {
  readonly kpi: FigureId
  readonly cut: Cut | null
  readonly scope: FigureScope
  /** A region's id or an outlet's code; null of the network. */
  readonly place: string | null
  readonly period: Period
  readonly status: 'final' | 'not_final'
  readonly disclosure: Disclosure
  readonly n: number | null
  readonly hits: number | null
  /** Cut to the definition's digits towards the worse side. */
  readonly value: number | null
  /** 95 % (Wilson), in the value's unit, each end cut outwards. */
  readonly low: number | null
  readonly high: number | null
  readonly target: number | null
  /** Judged before rounding; null = no target, or no rate to judge. */
  readonly kept: boolean | null
}

/** Parts of a count of the network over twelve months; null = hidden. */
export type Breakdown = {
  readonly id: 'satisfaction' | 'complaint_causes'
  readonly period: Period
  /** All of it; null = hidden. */
  readonly n: number | null
  readonly parts: Readonly<Record<string, number | null>>
}

/** How long it took, of the network over three months. Hours; the last bucket has no end. */
export type Distribution = {
  readonly id: 'turnaround_walk_in' | 'turnaround_mail_in' | 'queue'
  readonly unit: 'hours' | 'minutes'
  readonly period: Period
  readonly n: number
  readonly p50: number | null
  readonly p90: number | null
  readonly buckets: readonly { readonly upTo: number | null; readonly count: number }[]
}

/** Facts that are simply counted, as the figures were frozen. */
export type NetworkFacts = {
  readonly outlets: number
  readonly cities: number
  readonly oneHourOutlets: number
}

/** Days that were taken out of an outlet's figures, both ends included. */
export type PublishedExclusion = {
  readonly outlet: string
  readonly from: string
  readonly to: string
  readonly reason: ExclusionReason
}

/** `/data/publications/<number>/figures.json`: everything that a publication says. */
export type PublicationDocument = {
  readonly $schema: 'schema.json'
  readonly form: typeof DOCUMENT_FORM
  readonly publication: PublicationHead
  readonly definitions: readonly PublishedDefinition[]
  readonly targets: readonly PublishedTarget[]
  readonly network: NetworkFacts
  /** The network first, then regions, then outlets; of each figure the newest month first. */
  readonly figures: readonly PublishedFigure[]
  readonly breakdowns: readonly Breakdown[]
  readonly distributions: readonly Distribution[]
  readonly exclusions: readonly PublishedExclusion[]
}

/** A file of a publication. */
export type PublicationFile = {
  readonly name: 'figures.json' | 'figures.csv' | 'schema.json'
  /** Lower-case hex. */
  readonly sha256: string
  readonly bytes: number
}

/** A line of `/data/publications/index.json`, newest first: `{ publications: PublicationEntry[] }`. */
export type PublicationEntry = Omit<PublicationHead, 'isDemo'> & {
  /** ISO 8601, UTC. */
  readonly publishedAt: string
  /** The publication that replaced it; null = it stands. */
  readonly revisedBy: number | null
  readonly files: readonly PublicationFile[]
}
