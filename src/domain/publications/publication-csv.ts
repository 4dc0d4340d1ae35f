import { type CsvCell, csvText } from '../exports/csv-text.ts'
import type { PublicationDocument, PublishedFigure } from './publication-document.ts'

const HEADER = [
  ...(['publication', 'kpi', 'version', 'cut', 'scope', 'place', 'period', 'from', 'to'] as const),
  ...(['status', 'disclosure', 'n', 'hits', 'value', 'low', 'high', 'unit', 'target'] as const),
  'kept',
]

/** The figures of a publication as a table, a line each, in the document's order; what is hidden is empty. */
export function publicationCsv({ publication, definitions, figures }: PublicationDocument): string {
  const byKpi = new Map(definitions.map((one) => [one.kpi, one]))
  const line = (row: PublishedFigure): readonly CsvCell[] => {
    const { kpi, cut, scope, place, period, status, disclosure } = row
    const { version = null, unit = null } = byKpi.get(kpi) ?? {}
    return [
      ...[publication.number, kpi, version, cut, scope, place],
      ...[period.kind, period.from, period.to, status, disclosure],
      ...[row.n, row.hits, row.value, row.low, row.high, unit, row.target, row.kept],
    ]
  }
  return csvText(HEADER, figures.map(line))
}
