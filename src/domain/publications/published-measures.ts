import { KPI_DEFINITIONS } from '../kpis/kpi-definitions.ts'

const formulas = Object.values(KPI_DEFINITIONS).map(({ formula }) => formula)

const NAMES: ReadonlySet<string> = new Set(
  formulas.flatMap((formula): readonly string[] =>
    formula.kind === 'share' || formula.kind === 'rate' ? [...formula.hits, ...formula.of] : [],
  ),
)

const BEFORE: readonly string[] = [
  ...formulas.flatMap((formula) => (formula.kind === 'quantile' ? [`${formula.sketch}~`] : [])),
  ...formulas.flatMap((formula) => (formula.kind === 'net' ? [formula.scores] : [])),
  'complaints_registered|cause=',
  'feedback.',
]

/**
 * Whether a packed count takes part in a publication: years of a network's counts are read at once, and
 * most of what they hold is for the desk. `repairs_received|family=phone` doesn't.
 */
export const isPublishedMeasure = (measure: string): boolean =>
  NAMES.has(measure) || BEFORE.some((before) => measure.startsWith(before))
