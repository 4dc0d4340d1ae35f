/** What a figure is given in. */
export type KpiUnit = 'percent' | 'minutes' | 'hours' | 'days' | 'per_thousand' | 'points' | 'ratio'

/** What is measured against a limit, and in which unit: "in 60 minutes", "within 30 days". */
export type LimitUnit = 'minutes' | 'hours' | 'days' | 'km'

export type Kpi = {
  readonly betterIs: 'higher' | 'lower'
  readonly unit: KpiUnit
  /** null = the figure has no limit. */
  readonly limit: LimitUnit | null
  /** Both ends included. */
  readonly range: readonly [least: number, most: number]
}

const share = (betterIs: Kpi['betterIs'], limit: LimitUnit | null): Kpi => ({
  ...{ betterIs, unit: 'percent', limit, range: [0, 100] },
})
const spent = (unit: 'minutes' | 'hours' | 'days'): Kpi => ({
  ...{ betterIs: 'lower', unit, limit: null, range: [0, 10_000] },
})

/** Every measure that a standard may be held to, told once: which way is better, and in what. */
export const KPIS = {
  one_hour_rate: share('higher', 'minutes'),
  turnaround_share: share('higher', 'days'),
  turnaround_p90: spent('hours'),
  promise_kept: share('higher', null),
  repeat_rate: share('lower', 'days'),
  attributable_repeat: share('lower', 'days'),
  first_time_fix: share('higher', null),
  no_fault_found: share('lower', null),
  csat: share('higher', null),
  dsat: share('lower', null),
  nps: { betterIs: 'higher', unit: 'points', limit: null, range: [-100, 100] },
  ces: share('higher', null),
  response_rate: share('higher', null),
  answered_in_time: share('higher', 'hours'),
  solved_in_time: share('higher', 'hours'),
  complaint_rate: { betterIs: 'lower', unit: 'per_thousand', limit: null, range: [0, 1000] },
  upheld_share: share('lower', null),
  called_in_time: share('higher', 'minutes'),
  left_unserved: share('lower', null),
  coverage: share('higher', 'km'),
  quote_drift: { betterIs: 'lower', unit: 'ratio', limit: null, range: [0, 10] },
  unrepaired_share: share('lower', null),
  no_show: share('lower', null),
  own_held_time: spent('hours'),
  records_complete: share('higher', null),
  told_in_time: share('higher', 'minutes'),
  parts_fill: share('higher', null),
  old_part_recovery: share('higher', null),
} as const satisfies Record<string, Kpi>

export type KpiId = keyof typeof KPIS

export const KPI_IDS = Object.keys(KPIS) as readonly KpiId[]

/** A measure's row of the registry. `kpiOf('repeat_rate').betterIs` is `lower`. */
export const kpiOf = (id: KpiId): Kpi => KPIS[id]
