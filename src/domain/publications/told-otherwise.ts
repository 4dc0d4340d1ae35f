import type { PublicationDocument, PublishedFigure } from './publication-document.ts'
import type { PublishedId } from './published-figures.ts'

/** A final month of the network as a publication told it. */
export type ToldMonth = {
  readonly number: number
  /** Of the definition by which it was counted. */
  readonly version: number
  readonly figure: PublishedFigure
}

/** A month that an earlier publication told, and a later one tells otherwise. */
export type ToldOtherwise = PublishedId & {
  readonly month: string
  readonly before: ToldMonth
  readonly now: ToldMonth
}

const keyOf = ({ kpi, cut, period }: PublishedFigure): string => `${kpi} ${cut} ${period.to}`

/** Final months of the network that a document tells something of. */
export function toldMonths(document: PublicationDocument): readonly ToldMonth[] {
  const { number } = document.publication
  const versions = new Map(document.definitions.map(({ kpi, version }) => [kpi, version]))
  return document.figures.flatMap((figure) =>
    figure.scope === 'network' &&
    figure.period.kind === 'month' &&
    figure.status === 'final' &&
    figure.disclosure !== 'nothing'
      ? [{ number, version: versions.get(figure.kpi) ?? 0, figure }]
      : [],
  )
}

const isAlike = (one: PublishedFigure, other: PublishedFigure): boolean =>
  (['n', 'hits', 'value', 'disclosure'] as const).every((field) => one[field] === other[field])

/**
 * Months that were told before and now read otherwise, because of facts that came late, of days that were
 * taken out or of a changed definition: each beside the first publication that told it, figures in the
 * document's order, the newest month first. What is no longer told at all isn't listed.
 * 90.0% of 40 in September's publication, 87.8% of 41 in October's: September is told otherwise.
 */
export function toldOtherwise(
  now: readonly ToldMonth[],
  /** Of publications that stand, the oldest first. */
  earlier: readonly (readonly ToldMonth[])[],
): readonly ToldOtherwise[] {
  const first = new Map<string, ToldMonth>()
  for (const one of earlier.flat()) {
    const key = keyOf(one.figure)
    if (!first.has(key)) first.set(key, one)
  }
  return now.flatMap((one) => {
    const { kpi, cut, period } = one.figure
    const before = first.get(keyOf(one.figure))
    if (!before || isAlike(before.figure, one.figure)) return []
    return [{ kpi, cut, month: period.to, before, now: one }]
  })
}
