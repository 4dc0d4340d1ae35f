import { NETWORK } from '../kpis/close-months.ts'
import { roundedFigure } from '../kpis/figure-of.ts'
import { definitionOf, FIGURE_IDS, type FigureId } from '../kpis/kpi-definitions.ts'
import type { FigureReader } from './months-of-places.ts'
import type { Cut, Period, PublicationDocument } from './publication-document.ts'

/** A published figure beside what it would have been under the definition of today. */
export type ChangedFigure = {
  readonly kpi: FigureId
  readonly cut: Cut | null
  readonly period: Period
  readonly before: {
    readonly version: number
    readonly n: number | null
    readonly value: number | null
  }
  readonly now: { readonly version: number; readonly n: number; readonly value: number | null }
}

/**
 * The network's last three months of each figure whose definition is another one than was published last,
 * as published and as the counts say now. What came in late since then is in the second one too; a figure
 * that isn't told any more is left out. Of a share of 90 whose limit became stricter: 90 beside 84.2.
 */
export function changedFigures(
  { definitions, figures }: PublicationDocument,
  reader: FigureReader,
): readonly ChangedFigure[] {
  const versions = new Map(definitions.map(({ kpi, version }) => [kpi, version]))
  return figures.flatMap(({ kpi, cut, scope, period, n, value }) => {
    const version = versions.get(kpi)
    const isTold = scope === 'network' && period.kind === 'rolling_3' && FIGURE_IDS.includes(kpi)
    if (!isTold || version === undefined || version === definitionOf(kpi).version) return []
    const definition = definitionOf(kpi)
    const figure = reader.figureAt({ kpi, cut }, NETWORK, period)
    const rounded = figure.value === null ? null : roundedFigure(figure.value, definition)
    return [
      {
        ...{ kpi, cut, period, before: { version, n, value } },
        now: { version: definition.version, n: figure.n, value: rounded },
      },
    ]
  })
}
