import { type Figure, figureOf, type PackedCounts } from '../kpis/figure-of.ts'
import { finalFrom } from '../kpis/final-month.ts'
import { definitionOf, type FigureId } from '../kpis/kpi-definitions.ts'
import { monthAfter } from './publication-calendar.ts'
import type { Cut, Period, PeriodKind } from './publication-document.ts'
import type { PublishedId } from './published-figures.ts'

/** A region or an outlet in the tree below the network. */
export type PublishedPlace = {
  /** A region's id or an outlet's code. */
  readonly id: string
  readonly scope: 'region' | 'outlet'
  /** The region above, or `network`. */
  readonly parent: string
}

/** Packed counts by place (`network` too) and month. */
export type CountsByPlace = ReadonlyMap<string, ReadonlyMap<string, PackedCounts>>

export const MONTHS_OF = { month: 1, rolling_3: 3, rolling_12: 12 } as const

/** A period that ends with a month: `rolling_3` up to `2026-10` is from `2026-08`. */
export const periodTo = (kind: PeriodKind, to: string): Period => ({
  ...{ kind, from: monthAfter(to, 1 - MONTHS_OF[kind]), to },
})

/** The newest month up to the frozen one whose figure is final on a day; earlier by the figure's own days. */
export function newestFinal(id: FigureId, month: string, today: string): string {
  let newest = month
  while (finalFrom(definitionOf(id), newest) > today) newest = monthAfter(newest, -1)
  return newest
}

/** The counts of one part, under the names of the whole. */
function ofCut(counts: PackedCounts, cut: Cut): PackedCounts {
  const end = `|${cut}`
  return Object.fromEntries(
    Object.entries(counts).flatMap(([measure, count]) =>
      measure.endsWith(end) ? [[measure.slice(0, -end.length), count]] : [],
    ),
  )
}

const EMPTY: PackedCounts = {}

/** Reads figures of places and periods out of counts by month; sums of several months are kept. */
export function figureReader(counts: CountsByPlace) {
  const sums = new Map<string, PackedCounts>()
  const countsIn = (place: string, { kind, to }: Period): PackedCounts => {
    const months = counts.get(place)
    if (!months) return EMPTY
    if (kind === 'month') return months.get(to) ?? EMPTY
    const key = `${place} ${kind} ${to}`
    const kept = sums.get(key)
    if (kept) return kept
    const sum: Record<string, number> = {}
    for (let back = 0; back < MONTHS_OF[kind]; back += 1) {
      const one = months.get(monthAfter(to, -back)) ?? EMPTY
      for (const measure in one) sum[measure] = (sum[measure] ?? 0) + (one[measure] ?? 0)
    }
    sums.set(key, sum)
    return sum
  }
  const figureAt = ({ kpi, cut }: PublishedId, place: string, period: Period): Figure => {
    const own = countsIn(place, period)
    return figureOf(kpi, cut === null ? own : ofCut(own, cut))
  }
  return { countsIn, figureAt }
}
export type FigureReader = ReturnType<typeof figureReader>
