import type { Theme } from '../feedback/themes.ts'
import type { KpiId } from '../kpis/kpi-registry.ts'
import type { Figure, ImprovementStatus, OwnerRole } from './improvement.ts'

/** What may be changed while nothing has ended. */
export type ImprovementPlan = {
  readonly themes: readonly Theme[]
  readonly region: string | null
  readonly owner: OwnerRole
  readonly dueDay: string
  readonly kpi: KpiId | null
  readonly before: Figure | null
}

export type ImprovementAction =
  | { readonly type: 'plan'; readonly id: string; readonly plan: ImprovementPlan }
  | { readonly type: 'revise'; readonly plan: ImprovementPlan }
  | { readonly type: 'start' }
  | { readonly type: 'finish'; readonly day: string }
  | { readonly type: 'drop' }
  | { readonly type: 'measure'; readonly after: Figure }
  | { readonly type: 'publish' }
  | { readonly type: 'withdraw' }
export type ImprovementActionType = ImprovementAction['type']

/** From which statuses each action leads, null = from nothing. What isn't here is refused. */
export const IMPROVEMENT_TABLE: Readonly<
  Record<ImprovementActionType, readonly (ImprovementStatus | null)[]>
> = {
  plan: [null],
  revise: ['planned', 'under_way'],
  start: ['planned'],
  finish: ['planned', 'under_way'],
  drop: ['planned', 'under_way'],
  measure: ['done'],
  publish: ['planned', 'under_way', 'done', 'dropped'],
  withdraw: ['planned', 'under_way', 'done', 'dropped'],
}

export const IMPROVEMENT_EVENT_TYPES = {
  plan: 'improvement.planned',
  revise: 'improvement.revised',
  start: 'improvement.started',
  finish: 'improvement.finished',
  drop: 'improvement.dropped',
  measure: 'improvement.measured',
  publish: 'improvement.published',
  withdraw: 'improvement.withdrawn',
} as const satisfies Record<ImprovementActionType, string>
export type ImprovementEventType = (typeof IMPROVEMENT_EVENT_TYPES)[ImprovementActionType]

/** Steps that somebody takes with an improvement that stands. */
export const IMPROVEMENT_STEPS = [
  'start',
  'finish',
  'drop',
  'measure',
  'publish',
  'withdraw',
] as const satisfies readonly ImprovementActionType[]
export type ImprovementStep = (typeof IMPROVEMENT_STEPS)[number]
