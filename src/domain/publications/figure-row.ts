import { type Figure, isMet, roundedFigure } from '../kpis/figure-of.ts'
import type { KpiDefinition } from '../kpis/kpi-definition.ts'
import { definitionOf } from '../kpis/kpi-definitions.ts'
import { type Disclosure, disclosureOf } from './disclosure.ts'
import type { FigureScope, Period, PublishedFigure } from './publication-document.ts'
import { countedBy, type PublishedId } from './published-figures.ts'

/** What floats lose in the last place is no digit. */
const SLACK = 1e-9

const cut = (value: number, digits: number, way: 'down' | 'up'): number => {
  const scaled = value * 10 ** digits
  return (way === 'down' ? Math.floor(scaled + SLACK) : Math.ceil(scaled - SLACK)) / 10 ** digits
}

/** An interval as it is published: each end cut outwards, so that it never looks surer than it is. */
const endsOf = ({ interval }: Figure, { digits }: KpiDefinition) =>
  interval === null
    ? { low: null, high: null }
    : { low: cut(interval.low, digits, 'down'), high: cut(interval.high, digits, 'up') }

type About = {
  readonly id: PublishedId
  readonly scope: FigureScope
  readonly place: string | null
  readonly period: Period
  readonly target: number | null
  /** What the rest of the publication lets be told; `rate` = all of it. */
  readonly atMost?: Disclosure
}

const SILENT = { n: null, hits: null, value: null, low: null, high: null, kept: null } as const

/** A month that can still change by more than a late entry: named, without a figure. */
export const notFinalRow = ({ id, scope, place, period, target }: About): PublishedFigure => ({
  ...{ ...id, scope, place, period, status: 'not_final', disclosure: 'nothing' },
  ...{ ...SILENT, target },
})

/**
 * A figure as it is published. Numbers that may not be told are null. Whether a target is kept is judged
 * before rounding, and only where the rate is told.
 * Of 270 kept of 300, at a target of 90: value 90, from 86.1 to 92.9, kept.
 */
export function figureRow(figure: Figure, about: About): PublishedFigure {
  const { id, scope, place, period, target, atMost = 'rate' } = about
  const definition = definitionOf(id.kpi)
  const own = disclosureOf(countedBy(id.kpi), figure.n)
  const disclosure = atMost === 'nothing' ? 'nothing' : own
  const head = { ...id, scope, place, period, status: 'final', disclosure, target } as const
  if (disclosure === 'nothing') return { ...head, ...SILENT }
  const { n, hits, value } = figure
  const counted = { ...head, n, hits, ...endsOf(figure, definition) }
  if (disclosure === 'count' || value === null) return { ...counted, value: null, kept: null }
  return {
    ...counted,
    value: roundedFigure(value, definition),
    kept: target === null ? null : isMet(figure, target, definition),
  }
}
