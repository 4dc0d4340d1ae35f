import type { SummaryLine } from './publication.ts'
import type { PublicationDocument } from './publication-document.ts'

/** The newest final month of each of the network's figures. */
export function summaryOf({ figures }: PublicationDocument): readonly SummaryLine[] {
  const seen = new Set<string>()
  return figures.flatMap(({ kpi, cut, scope, period, status, n, value, target, kept }) => {
    const key = `${kpi} ${cut}`
    if (scope !== 'network' || period.kind !== 'month' || status !== 'final') return []
    if (seen.has(key)) return []
    seen.add(key)
    return [{ kpi, cut, month: period.to, n, value, target, kept }]
  })
}
