import type { KpiId } from '../kpis/kpi-registry.ts'
import type { LocalText, Service } from '../outlets/outlet.ts'

/** `public`: a promise. `internal`: a minimum for outlets, no commitment to customers, never published. */
export const STANDARD_AUDIENCES = ['public', 'internal'] as const
export type StandardAudience = (typeof STANDARD_AUDIENCES)[number]

/** The customer's way, in its order. */
export const STAGES = ['find', 'ask', 'visit', 'price', 'repair', 'news', 'back', 'after'] as const
export type Stage = (typeof STAGES)[number]

/** `macro`: law and industry agreement. `micro`: this job, this counter. */
export const STANDARD_CATEGORIES = ['macro', 'micro'] as const
export const DIMENSIONS = [
  'tangibles',
  'reliability',
  'responsiveness',
  'assurance',
  'empathy',
] as const
export const FIVE_S = ['smile', 'speed', 'standard', 'sincere', 'satisfy'] as const
export const CONCERNS = ['knowledge', 'skill', 'experience', 'behaviour'] as const
export const TOUCHPOINTS = ['outlet', 'hotline', 'web'] as const

/** How a standard was set; `own` = the network's own choice, with nothing else to lean on yet. */
export const BASIS_KINDS = ['law', 'industry', 'benchmark', 'survey', 'own'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]

/** Who answers for a standard. */
export const STANDARD_OWNERS = [
  'hq_quality',
  'hq_supply',
  'regional_manager',
  'outlet_manager',
] as const

/** Against whom a standard was held, and what was made of it: kept beside whatever it rests on. */
export type Benchmark = {
  readonly peer: LocalText
  /** How the peer was chosen. */
  readonly chosen: LocalText
  readonly source: LocalText
  readonly figures: LocalText
  readonly decision: LocalText
  /** Local date on which the figures were read. */
  readonly takenOn: string
}

/** What a standard rests on. */
export type Basis = {
  readonly kind: BasisKind
  /** Law with its title, benchmark with its peer and how it was chosen, survey with its sample. */
  readonly source: LocalText
  /** In force, taken or asked since: a local date; null = not told. */
  readonly since: string | null
}

/** What a standard is held to. */
export type Measure = {
  readonly kpi: KpiId
  /** In the KPI's limit unit; null where it has none. */
  readonly threshold: number | null
  /** In the KPI's unit. */
  readonly target: number
}

export type Standard = Measure & {
  /** `one-hour-repair`; never given to another. */
  readonly id: string
  readonly audience: StandardAudience
  /** Of an internal one: the promise it serves; null = none. */
  readonly serves: string | null
  readonly stage: Stage
  readonly category: (typeof STANDARD_CATEGORIES)[number]
  readonly dimension: (typeof DIMENSIONS)[number]
  readonly fiveS: (typeof FIVE_S)[number]
  readonly concerns: (typeof CONCERNS)[number]
  readonly touchpoint: (typeof TOUCHPOINTS)[number]
  readonly title: LocalText
  readonly promise: LocalText
  readonly appliesTo: LocalText
  readonly measured: LocalText
  readonly remedy: LocalText
  readonly claim: LocalText
  readonly basis: Basis
  /** null = it was held against nobody yet. */
  readonly benchmark: Benchmark | null
  readonly owner: (typeof STANDARD_OWNERS)[number]
  /** Holds in these countries; none = everywhere. */
  readonly countries: readonly string[]
  /** Holds where this service is done; null = everywhere. */
  readonly service: Service | null
}

export const STANDARD_ID = /^[a-z][a-z0-9-]{1,39}$/

/** Whether a standard is what the law says, rather than what we promise beyond it. */
export const isLaw = ({ basis }: Pick<Standard, 'basis'>): boolean => basis.kind === 'law'

/** Promises in the order of a customer's way; within a stage as the set lists them. */
export const byStage = (
  standards: readonly Standard[],
): readonly { readonly stage: Stage; readonly standards: readonly Standard[] }[] =>
  STAGES.flatMap((stage) => {
    const own = standards.filter((standard) => standard.stage === stage)
    return own.length > 0 ? [{ stage, standards: own }] : []
  })

type Served = {
  readonly countryCode: string
  readonly services: Readonly<Partial<Record<Service, string>>>
}

/**
 * Whether a standard holds at an outlet: in its country, and where the service is done there.
 * The one-hour promise doesn't hold where such repairs are only `collected`.
 */
export const holdsAt = (
  { countries, service }: Pick<Standard, 'countries' | 'service'>,
  { countryCode, services }: Served,
): boolean =>
  (countries.length === 0 || countries.includes(countryCode)) &&
  (service === null || services[service] === 'done')
