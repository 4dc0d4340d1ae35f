import type { EffectiveStandard } from '../standards/effective-standard.ts'
import type { Standard } from '../standards/standard.ts'
import { figureOfStandard } from './figure-of-standard.ts'
import { definitionOf, type FigureId } from './kpi-definitions.ts'

/** What a figure is held to: the standard that says so, and its target in the figure's unit. */
export type FigureTarget = { readonly standard: Standard; readonly target: number }

/**
 * What holds for a figure by the standards in force at a place: a promise before an internal minimum;
 * null = nobody set a target. A pledge to a stricter limit is another measure than this figure's, so then
 * HQ's own target stands.
 * Of the standard "walk-ins in 3 days, 95 %", `turnaround_walk_in_3d` is held to 95 and
 * `turnaround_mail_in_3d` to nothing.
 */
export function targetOf(
  id: FigureId,
  standards: readonly EffectiveStandard[],
): FigureTarget | null {
  const held = standards.filter(({ base }) => figureOfStandard(base) === id)
  const found = held.find(({ base }) => base.audience === 'public') ?? held[0]
  if (!found) return null
  const { standard, base } = found
  const isSameLimit = standard.threshold === definitionOf(id).limit
  return { standard, target: isSameLimit ? standard.target : base.target }
}
