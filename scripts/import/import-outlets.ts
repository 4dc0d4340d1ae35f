/**
 * Imports outlets from a CSV or GeoJSON file:
 * `npm run outlets:import -- FILE [--map MAP.json] [--datum wgs84|gcj02|bd09] [--country CC]
 *  [--dry-run] [--skip-bad] [--remote]`
 */
import { parseArgs } from 'node:util'
import { HubBehind, HubInUse, openHub } from '../database/open-hub.ts'
import { openRemoteHub } from '../database/remote-hub.ts'
import { FILE_LIMITS, LOCAL_LIMITS } from './bulk-json.ts'
import { readCountry } from './country-code.ts'
import { DATUMS, type Datum } from './parse-coordinates.ts'
import { reportImport } from './report-import.ts'
import { BadCell } from './row-problem.ts'
import { runImport } from './run-import.ts'
import { UnreadableFile } from './source-row.ts'

const USAGE =
  'npm run outlets:import -- FILE [--map MAP.json] [--datum wgs84|gcj02|bd09] [--country CC] [--dry-run] [--skip-bad] [--remote]'
const PROGRESS_EVERY = 10_000

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      map: { type: 'string' },
      datum: { type: 'string', default: 'wgs84' },
      country: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'skip-bad': { type: 'boolean', default: false },
      remote: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UnreadableFile(`Name one file: ${USAGE}`)
  if (!DATUMS.includes(values.datum as Datum)) {
    throw new UnreadableFile(`--datum is one of ${DATUMS.join(', ')}.`)
  }
  return {
    file,
    mapFile: values.map,
    datum: values.datum as Datum,
    countryCode: values.country ? readCountry(values.country) : null,
    dryRun: values['dry-run'],
    skipBad: values['skip-bad'],
    remote: values.remote,
  }
}

function progress(step: string, count: number): void {
  if (count % PROGRESS_EVERY === 0) process.stderr.write(`${count} rows ${step} …\n`)
}

async function main(): Promise<number> {
  const { remote, ...options } = readArguments()
  const hub = remote ? openRemoteHub() : await openHub()
  try {
    const outcome = await runImport(hub.database, {
      ...options,
      nowMs: Date.now(),
      limits: remote ? FILE_LIMITS : LOCAL_LIMITS,
      onProgress: progress,
    })
    console.log(reportImport(outcome, options.dryRun))
    if (hub.servedBy) console.log(`Sent through the running server at ${hub.servedBy}.`)
    return outcome.plan ? 0 : 1
  } finally {
    hub.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const expected =
    error instanceof UnreadableFile ||
    error instanceof BadCell ||
    error instanceof HubInUse ||
    error instanceof HubBehind
  console.error(expected ? `${error.message}\nNothing was written.` : error)
  process.exitCode = 1
}
