import type { CsvCell } from '#domain/exports/csv-text.ts'
import { comparePlaces } from '#domain/kpis/compared-places.ts'
import { funnelLimits } from '#domain/kpis/funnel.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import { ledgerOf, paretoOf, spreadOf } from '#domain/kpis/parts-of-figure.ts'
import { kpiLine } from '#functions/kpis/kpi-lines.ts'
import type { Below } from '#functions/kpis/read-below.ts'
import type { ReadFigures } from '#functions/kpis/read-figures.ts'
import { peersCells } from './kpis-tables.ts'

type Row = readonly CsvCell[]

export const KPI_HEADER = [
  ...['section', 'item', 'month', 'value', 'n', 'low', 'high', 'target', 'met', 'final_on'],
  ...['standing', 'look_low', 'look_high', 'act_low', 'act_high'],
] as const

const none = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function trendRows(read: ReadFigures, id: FigureId): readonly Row[] {
  const { months, held } = kpiLine(read, id)
  return months.map(({ month, value, n, interval, met, finalOn }) => [
    ...['trend', kpiPlaceKey(read.place), month, value, n],
    ...[interval?.low ?? null, interval?.high ?? null],
    ...[held?.target ?? null, met, finalOn, ...none(5)],
  ])
}

/** Outlets like it; what may not be told has no number. */
function peersRows(read: ReadFigures, id: FigureId): readonly Row[] {
  const { peers } = kpiLine(read, id)
  if (!read.peers || peers === null) return []
  const [value = null, n = null] = peersCells(peers)
  const interval = peers === 'too_few' ? null : peers.interval
  const item = `kind/${read.peers.kind}/${read.peers.size}`
  return [
    [
      ...['peers', item, read.month, value, n, interval?.low ?? null, interval?.high ?? null],
      ...none(8),
    ],
  ]
}

function belowRows({ month }: ReadFigures, id: FigureId, below: Below): readonly Row[] {
  const { funnel, places } = comparePlaces(id, below.places)
  return places.map(({ place, figure, standing }) => {
    const { n, interval } = figure
    const limits = (['look', 'act'] as const).flatMap((line) => {
      const at = funnel && n > 0 ? funnelLimits(funnel, { n, line }) : null
      return at ? [at.low, at.high] : [null, null]
    })
    return [
      ...['below', place.key, month, figure.value, n],
      ...[interval?.low ?? null, interval?.high ?? null],
      ...[...none(3), standing, ...limits],
    ]
  })
}

/** Everything that a KPI's page shows, a line for each number, not rounded. */
export function kpiRows(read: ReadFigures, id: FigureId, below: Below): readonly Row[] {
  const counts = read.months.at(-1)?.counts ?? {}
  const row = (section: string, item: string, value: number): Row => [
    ...[section, item, read.month, value, ...none(11)],
  ]
  return [
    ...trendRows(read, id),
    ...peersRows(read, id),
    ...spreadOf(id, counts).map(({ share, value }) => row('spread', String(share), value)),
    ...ledgerOf(id, counts).map(({ code, count }) => row('held_minutes', code, count)),
    ...paretoOf(id, counts).map(({ code, count }) => row('pareto', code, count)),
    ...belowRows(read, id, below),
  ]
}
