import { type Figure, figureOf, type PackedCounts } from './figure-of.ts'
import { type Funnel, type FunnelStanding, funnelOf, standingIn } from './funnel.ts'
import { definitionOf, type FigureId } from './kpi-definitions.ts'

/** Where a place stands, and on which side; a figure that knows no funnel has no standing. */
export type PlaceStanding = FunnelStanding | null

export type ComparedPlace<Place> = {
  readonly place: Place
  readonly figure: Figure
  readonly standing: PlaceStanding
  /** Beyond a limit: whether that is the better side. */
  readonly isBetter: boolean
}

export type Comparison<Place> = {
  /** null = the figure is no share, or nobody has data. */
  readonly funnel: Funnel | null
  readonly places: readonly ComparedPlace<Place>[]
}

const shareOf = ({ hits, n }: Figure) => ({ hits: Math.min(hits ?? 0, n), n })

/**
 * Places held against each other by a figure, in the order given: shares by the funnel of all of them,
 * whose centre is what they come to together. A distribution or a net score has figures alone.
 * Of 9 of 10 and 70 of 100, both `within` a centre of 0.718.
 */
export function comparePlaces<Place extends { readonly counts: PackedCounts }>(
  id: FigureId,
  places: readonly Place[],
): Comparison<Place> {
  const { formula, betterIs } = definitionOf(id)
  const figures = places.map((place) => ({ place, figure: figureOf(id, place.counts) }))
  const isShare = formula.kind === 'share' || formula.kind === 'rate'
  const funnel = isShare ? funnelOf(figures.map(({ figure }) => shareOf(figure))) : null
  return {
    funnel,
    places: figures.map(({ place, figure }) => {
      const point = shareOf(figure)
      const isAbove = funnel !== null && point.n > 0 && point.hits / point.n > funnel.centre
      return {
        ...{ place, figure },
        standing: funnel && point.n > 0 ? standingIn(funnel, point) : null,
        isBetter: isAbove === (betterIs === 'higher'),
      }
    }),
  }
}
