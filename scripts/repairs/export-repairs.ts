/**
 * Writes repairs as anonymised Open Repair data (ORDS 0.3, CSV):
 * `npm run repairs:export -- OUT.csv [--from YYYY-MM-DD] [--until YYYY-MM-DD] [--own]`
 */
import { parseArgs } from 'node:util'
import { isDate } from '#domain/repairs/coded-values.ts'
import { HubBehind, HubInUse, openHub } from '../database/open-hub.ts'
import { UnreadableFile } from '../import/source-row.ts'
import { type OrdsExported, writeOrds } from './write-ords.ts'

const USAGE =
  'npm run repairs:export -- OUT.csv [--from YYYY-MM-DD] [--until YYYY-MM-DD, left out] [--own]'

function readDay(name: string, text: string | undefined): string | null {
  if (text === undefined) return null
  if (!isDate(text)) throw new UnreadableFile(`--${name} is a day, 2026-10-03.`)
  return text
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      until: { type: 'string' },
      own: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UnreadableFile(`Name one file: ${USAGE}`)
  return {
    file,
    from: readDay('from', values.from),
    until: readDay('until', values.until),
    ownOnly: values.own,
  }
}

function report(file: string, exported: OrdsExported): string {
  const { ownCount, importedCount, providers, lonelyCount } = exported
  return [
    `${ownCount + importedCount} repairs in ${file}: ${ownCount} our own, ${importedCount} imported.`,
    ...(providers.length
      ? [`Imported ones are of ${providers.join(', ')}: their licence goes with them.`]
      : []),
    `${lonelyCount} are the only one of their day, country, category, brand and outlet.`,
  ].join('\n')
}

async function main(): Promise<void> {
  const options = readArguments()
  const hub = await openHub()
  try {
    console.log(report(options.file, await writeOrds(hub.database, options)))
  } finally {
    hub.close()
  }
}

try {
  await main()
} catch (error) {
  const expected =
    error instanceof UnreadableFile || error instanceof HubInUse || error instanceof HubBehind
  console.error(expected ? error.message : error)
  process.exitCode = 1
}
