import type { CsvCell } from '#domain/exports/csv-text.ts'
import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import { type KpiLine, kpiLines } from '#functions/kpis/kpi-lines.ts'
import type { ReadFigures } from '#functions/kpis/read-figures.ts'

type Row = readonly CsvCell[]

export const KPIS_HEADER = [
  ...['kpi', 'place', 'month', 'value', 'n', 'low', 'high', 'target', 'met', 'final_on'],
  ...['month_before', 'network', 'peers', 'peers_n', 'peers_others'],
] as const

/** What outlets like it come to, as far as that is told. */
export const peersCells = (peers: KpiLine['peers']): Row =>
  peers === null || peers === 'too_few'
    ? [null, null, peers === null ? null : 'too_few']
    : [peers.value, peers.n, peers.others]

/** The page of all figures, a line for each, not rounded. */
export const kpisRows = (read: ReadFigures): readonly Row[] =>
  kpiLines(read).map(({ id, held, now, before, network, peers }) => [
    ...[id, kpiPlaceKey(read.place), read.month, now.value, now.n],
    ...[now.interval?.low ?? null, now.interval?.high ?? null],
    ...[held?.target ?? null, now.met, now.finalOn, before.value, network.value],
    ...peersCells(peers),
  ])
