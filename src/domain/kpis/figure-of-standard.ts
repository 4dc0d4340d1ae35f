import type { Standard } from '../standards/standard.ts'
import { definitionOf, type FigureId, figuresOf } from './kpi-definitions.ts'
import { kpiOf } from './kpi-registry.ts'

type Measured = Pick<Standard, 'kpi' | 'threshold' | 'touchpoint' | 'stage'>

/** Phones come in by two ways, and a standard says which by where the customer begins. */
const TOUCHPOINTS = { walk_in: 'outlet', mail_in: 'web' } as const

/** One measure serves questions and complaints: which of them a standard is about, its stage says. */
function isAtStage(id: FigureId, stage: Standard['stage']): boolean {
  if (id.startsWith('feedback_')) return stage === 'ask'
  return id.startsWith('complaint_') ? stage === 'after' : true
}

/**
 * The figure that a standard is judged by, and the only rule that says so: the first of its measure in
 * that measure's unit, at exactly its limit, of its way in and its stage where it has one; null = nobody
 * counts just that. A rate of complaints over all causes says nothing of one cause.
 * Walk-ins within 3 days are `turnaround_walk_in_3d`; within 5 days nothing is.
 */
export function figureOfStandard(standard: Measured): FigureId | null {
  const { kpi, threshold, touchpoint, stage } = standard
  if (kpi === 'complaint_rate') return null
  const own = figuresOf(kpi).find((id) => {
    const { limit, wayIn, unit } = definitionOf(id)
    const isItsWay = wayIn === null || touchpoint === TOUCHPOINTS[wayIn]
    return unit === kpiOf(kpi).unit && limit === threshold && isItsWay && isAtStage(id, stage)
  })
  return own ?? null
}
