import { type Figure, figureOf, isMet, type PackedCounts } from './figure-of.ts'
import { finalFrom } from './final-month.ts'
import { definitionOf, type FigureId } from './kpi-definitions.ts'

export type JudgedFigure = Figure & {
  /** The first local day on which the month is final; null = it is. */
  readonly finalOn: string | null
  /** null = no target, no data, or not final yet. */
  readonly met: boolean | null
}

/**
 * A month's figure with what may be said of it on a local day: nothing is kept or missed before the month
 * is final, since a phone that is still within its limit isn't late.
 * Of 9 kept of 10 by 95 %, on the last day of its own month: 90, not final, met null.
 */
export function judgedFigure(
  id: FigureId,
  {
    counts,
    month,
    today,
    target,
  }: {
    readonly counts: PackedCounts
    readonly month: string
    readonly today: string
    readonly target: number | null
  },
): JudgedFigure {
  const definition = definitionOf(id)
  const figure = figureOf(id, counts)
  const from = finalFrom(definition, month)
  const finalOn = from > today ? from : null
  const met = target === null || finalOn ? null : isMet(figure, target, definition)
  return { ...figure, finalOn, met }
}
