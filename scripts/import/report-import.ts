import { printable } from './refuse-hostile.ts'
import type { ImportOutcome } from './run-import.ts'

const MOST_PROBLEMS = 50
const MOST_TEXTS = 10

function problemLines({ checked, source }: ImportOutcome): string[] {
  const place = source.format === 'csv' ? 'line' : 'feature'
  const lines = checked.problems
    .slice(0, MOST_PROBLEMS)
    .map(({ line, field, reason }) => `  ${place} ${line}, ${field}: ${reason}`)
  const more = checked.problems.length - lines.length
  return more > 0 ? [...lines, `  … and ${more} more`] : lines
}

function table(rows: readonly (readonly [string, number | string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length))
  const digits = Math.max(...rows.map(([, value]) => String(value).length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${String(value).padStart(digits)}`)
}

function summary({ checked, plan }: ImportOutcome): string[] {
  return table([
    ['rows read', checked.readCount],
    ['bad rows', checked.badCount],
    ['exact duplicates', checked.duplicateCount],
    ...(plan
      ? ([
          ['new outlets', plan.newCount],
          ['changed outlets', plan.changedCount],
          ['same as before', plan.sameCount],
          ['new regions', plan.newRegionCount],
          ['new partners', plan.newPartnerCount],
          ['hours known', plan.hours.known],
          ['hours unreadable', plan.hours.unreadable],
          ['hours not given', plan.hours.none],
          ['phones unreadable', checked.unreadablePhoneCount],
        ] as const)
      : []),
  ])
}

function unreadableHours({ plan }: ImportOutcome): string[] {
  const texts = [...(plan?.hours.texts ?? [])].sort((a, b) => b[1] - a[1])
  if (texts.length === 0) return []
  return [
    'Hours kept as text and shown as unknown:',
    ...texts.slice(0, MOST_TEXTS).map(([text, count]) => `  ${count} x ${text.slice(0, 80)}`),
    ...(texts.length > MOST_TEXTS ? [`  … and ${texts.length - MOST_TEXTS} more texts`] : []),
  ]
}

function verdict(outcome: ImportOutcome, dryRun: boolean): string {
  const { checked, plan, written } = outcome
  if (!plan) {
    return `Nothing was written: ${checked.badCount} bad rows. Correct them, or leave them out with --skip-bad.`
  }
  if (written)
    return `Written in one transaction: ${plan.newCount} new, ${plan.changedCount} changed.`
  return dryRun ? 'Dry run: nothing was written.' : 'Nothing to write: all is as it was.'
}

/** What an import did, for a person at a terminal. */
export function reportImport(outcome: ImportOutcome, dryRun = false): string {
  const { source, ignored, checked } = outcome
  const delimiter = source.delimiter === '\t' ? 'tab' : source.delimiter
  const kind = source.format === 'csv' ? `CSV (${delimiter})` : 'GeoJSON'
  return [
    `${kind}, ${source.encoding}`,
    ...(ignored.length ? [`Columns ignored: ${ignored.join(', ')}`] : []),
    ...(checked.problems.length ? ['Bad rows:', ...problemLines(outcome)] : []),
    ...summary(outcome),
    ...unreadableHours(outcome),
    verdict(outcome, dryRun),
  ]
    .map(printable)
    .join('\n')
}
