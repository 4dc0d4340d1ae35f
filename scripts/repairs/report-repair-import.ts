import type { FaultStatistics } from '#domain/repairs/fault-statistics.ts'
import { ORDS_STATUSES } from '#domain/repairs/ords-status.ts'
import { printable } from '../import/refuse-hostile.ts'
import type { RepairImportOutcome } from './run-repair-import.ts'

const MOST_PROBLEMS = 50
const MOST_BRANDS = 20

function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  )
  return rows.map(([name = '', ...figures]) =>
    [
      `  ${String(name).padEnd(widths[0] ?? 0)}`,
      ...figures.map((figure, column) => String(figure).padStart(widths[column + 1] ?? 0)),
    ].join('  '),
  )
}

const firstOf = (lines: readonly string[], most: number): readonly string[] =>
  lines.length > most ? [...lines.slice(0, most), `  … and ${lines.length - most} more`] : lines

function problemLines({ checked }: RepairImportOutcome): readonly string[] {
  const lines = checked.problems.map(
    ({ line, field, reason }) => `  line ${line}, ${field}: ${reason}`,
  )
  return lines.length > 0 ? ['Bad rows:', ...firstOf(lines, MOST_PROBLEMS)] : []
}

function brandLines({ checked }: RepairImportOutcome): readonly string[] {
  const changes = [...checked.tidied].sort((a, b) => b[1] - a[1])
  const lines = changes.map(([change, count]) => `  ${count} x ${change}`)
  return lines.length > 0 ? ['Brands tidied:', ...firstOf(lines, MOST_BRANDS)] : []
}

function summary({ checked, newCount, sameCount }: RepairImportOutcome): readonly string[] {
  const tidiedCount = [...checked.tidied.values()].reduce((sum, count) => sum + count, 0)
  return table([
    ['rows read', checked.readCount],
    ['bad rows', checked.badCount],
    ['exact duplicates', checked.duplicateCount],
    ['other products, passed over', checked.otherProductCount],
    ['new repairs', newCount],
    ['same as on record', sameCount],
    ['brands tidied', tidiedCount],
    ['brands unknown', checked.unknownBrandCount],
  ])
}

function verdict(outcome: RepairImportOutcome, dryRun: boolean): string {
  const { checked, newCount, stopped, written } = outcome
  if (stopped) {
    return `Nothing was written: ${checked.badCount} bad rows. Correct them, or leave them out with --skip-bad.`
  }
  if (written) return `Written in one transaction: ${newCount} repairs, each one event.`
  return dryRun ? 'Dry run: nothing was written.' : 'Nothing to write: all is on record.'
}

/** What an import of repairs did, for a person at a terminal. */
export function reportRepairImport(outcome: RepairImportOutcome, dryRun = false): string {
  const { ignored } = outcome.checked
  return [
    ...(ignored.length ? [`Columns of which nothing is kept: ${ignored.join(', ')}`] : []),
    ...problemLines(outcome),
    ...brandLines(outcome),
    ...summary(outcome),
    verdict(outcome, dryRun),
  ]
    .map(printable)
    .join('\n')
}

/** Faults by how they ended, for a person at a terminal. */
export function reportFaults({ count, byStatus, faults }: FaultStatistics): string {
  const figures = (of: FaultStatistics['byStatus']) => ORDS_STATUSES.map((status) => of[status])
  return [
    'Faults of all repairs on record, imported and our own closed ones:',
    ...table([
      ['', 'all', ...ORDS_STATUSES],
      ...faults.map((line) => [line.fault, line.count, ...figures(line.byStatus)]),
      ['all', count, ...figures(byStatus)],
    ]),
  ].join('\n')
}
