import { type Figure, figureOf } from '#domain/kpis/figure-of.ts'
import { type JudgedFigure, judgedFigure } from '#domain/kpis/judged-figure.ts'
import { FIGURE_IDS, type FigureId } from '#domain/kpis/kpi-definitions.ts'
import { type PeerFigure, peerFigure } from '#domain/kpis/peers.ts'
import { type FigureTarget, targetOf } from '#domain/kpis/target-of.ts'
import { countsBefore, type ReadFigures } from './read-figures.ts'

export type KpiMonth = JudgedFigure & {
  readonly month: string
  readonly through: string | null
}

/** A KPI at a place: what its page, its file and the API tell. */
export type KpiLine = {
  readonly id: FigureId
  readonly held: FigureTarget | null
  /** Oldest first, from the first with data on; the last is the month asked for. */
  readonly months: readonly KpiMonth[]
  readonly now: JudgedFigure
  readonly before: Figure
  readonly network: Figure
  /** Outlets of its kind and size; null = the place is no outlet, or they aren't added up yet. */
  readonly peers: PeerFigure | 'too_few' | null
}

/** Months from before anything was counted tell nothing. */
function fromFirstData(months: readonly KpiMonth[]): readonly KpiMonth[] {
  const first = months.findIndex(({ value }) => value !== null)
  return first < 0 ? months.slice(-1) : months.slice(first)
}

/** One KPI of what was read at a place. */
export function kpiLine(read: ReadFigures, id: FigureId): KpiLine {
  const held = targetOf(id, read.standards)
  const target = held?.target ?? null
  const { today, month } = read
  const judged = (counts: ReadFigures['network'], of: string) =>
    judgedFigure(id, { counts, month: of, today, target })
  return {
    ...{ id, held },
    months: fromFirstData(
      read.months.map(({ counts, month: of, through }) => ({
        ...judged(counts, of),
        ...{ month: of, through },
      })),
    ),
    now: judged(read.months.at(-1)?.counts ?? {}, month),
    before: figureOf(id, countsBefore(read)),
    network: figureOf(id, read.network),
    peers: read.peers && peerFigure(id, read.peers),
  }
}

export const kpiLines = (read: ReadFigures): readonly KpiLine[] =>
  FIGURE_IDS.map((id) => kpiLine(read, id))
