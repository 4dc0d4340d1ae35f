/**
 * Imports repairs from Open Repair data (ORDS 0.3, CSV) as history, and tells the faults on record:
 * `npm run repairs:import -- FILE [--outlet CODE] [--dry-run] [--skip-bad]`
 */
import { parseArgs } from 'node:util'
import { faultStatistics } from '#domain/repairs/fault-statistics.ts'
import { HubBehind, HubInUse, openHub } from '../database/open-hub.ts'
import { UnreadableFile } from '../import/source-row.ts'
import { countFaults } from './fault-counts.ts'
import { loadImported } from './imported-rows.ts'
import { loadOwn } from './own-records.ts'
import { reportFaults, reportRepairImport } from './report-repair-import.ts'
import { runRepairImport } from './run-repair-import.ts'

const USAGE = 'npm run repairs:import -- FILE [--outlet CODE] [--dry-run] [--skip-bad]'
const PROGRESS_EVERY = 10_000

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      outlet: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'skip-bad': { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UnreadableFile(`Name one file: ${USAGE}`)
  return {
    file,
    outletCode: values.outlet?.toUpperCase() ?? null,
    dryRun: values['dry-run'],
    skipBad: values['skip-bad'],
  }
}

function progress(step: string, count: number): void {
  if (count % PROGRESS_EVERY === 0) process.stderr.write(`${count} rows ${step} …\n`)
}

async function main(): Promise<number> {
  const options = readArguments()
  const hub = await openHub()
  try {
    const outcome = await runRepairImport(hub.database, {
      ...options,
      nowMs: Date.now(),
      onProgress: progress,
    })
    console.log(reportRepairImport(outcome, options.dryRun))
    const counts = await countFaults(loadImported(hub.database), loadOwn(hub.database))
    console.log(reportFaults(faultStatistics(counts)))
    if (hub.servedBy) console.log(`Sent through the running server at ${hub.servedBy}.`)
    return outcome.stopped ? 1 : 0
  } finally {
    hub.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const expected =
    error instanceof UnreadableFile || error instanceof HubInUse || error instanceof HubBehind
  console.error(expected ? `${error.message}\nNothing was written.` : error)
  process.exitCode = 1
}
