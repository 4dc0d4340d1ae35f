import { type Funnel, type FunnelStanding, funnelOf, standingIn } from '../kpis/funnel.ts'
import type { FigureId } from '../kpis/kpi-definitions.ts'
import type { PublicationDocument } from './publication-document.ts'

export type FunnelOutlet = {
  readonly code: string
  readonly hits: number
  readonly n: number
  readonly standing: FunnelStanding
  /** Above or below the centre, whichever is better. */
  readonly isBetter: boolean
}

export type OutletFunnel = {
  readonly kpi: FigureId
  readonly funnel: Funnel
  /** By their codes, never by rank. */
  readonly outlets: readonly FunnelOutlet[]
}

/**
 * Outlets held against each other by a share over twelve months, out of what a publication tells of them:
 * an outlet that it doesn't list isn't drawn. null = the figure is no share, or no outlet is told.
 * Of 20 outlets at 95 of 100 and one at 50 of 100, that one is beyond `act`.
 */
export function outletFunnel(document: PublicationDocument, kpi: FigureId): OutletFunnel | null {
  const definition = document.definitions.find((one) => one.kpi === kpi)
  if (definition?.kind !== 'share') return null
  const points = document.figures.flatMap((figure) => {
    const { scope, place, period, n, hits } = figure
    const isAsked = scope === 'outlet' && period.kind === 'rolling_12' && figure.kpi === kpi
    return isAsked && place !== null && n !== null && hits !== null
      ? [{ code: place, hits, n }]
      : []
  })
  const funnel = funnelOf(points)
  if (!funnel) return null
  const isHigher = definition.betterIs === 'higher'
  const outlets = points
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((point) => ({
      ...point,
      standing: standingIn(funnel, point),
      isBetter: point.hits / point.n > funnel.centre === isHigher,
    }))
  return { kpi, funnel, outlets }
}
