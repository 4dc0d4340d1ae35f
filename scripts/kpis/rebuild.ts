/**
 * Counts the packed figures anew from the events, and says where they aren't what stands:
 * `npm run kpis:rebuild [-- --check] [--yes] [--remote]`. `--check` changes nothing and exits with 1
 * where something differs; otherwise it asks before it rewrites, unless `--yes`.
 */
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import config from '#config'
import { differenceLine } from '#domain/kpis/count-differences.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { HubBehind, HubInUse, openHub } from '../database/open-hub.ts'
import { openRemoteHub } from '../database/remote-hub.ts'
import { runWrangler } from '../database/run-wrangler.ts'
import { type Findings, recountDatabase } from './recount-database.ts'
import { rewriteRows } from './rewrite-rows.ts'

const MOST_LINES = 200

const options = {
  check: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  remote: { type: 'boolean', default: false },
} as const

type Opened = { readonly name: string; readonly database: HubDatabase; readonly close: () => void }

/** Each configured database once; what lies on this machine lies in one. */
async function openAll(isRemote: boolean): Promise<readonly Opened[]> {
  if (!isRemote) {
    const { database, close } = await openHub()
    return [{ name: 'hub', database, close }]
  }
  const names = ['HUB', ...new Set(config.buckets.map(({ binding }) => binding))]
  return names.map((name) => {
    const execute = ['d1', 'execute', name, '--remote', '--json', '--yes']
    return { name, ...openRemoteHub((flag, value) => runWrangler([...execute, flag, value])) }
  })
}

function report(name: string, { differences, subjects, events, rows }: Findings): void {
  console.log(`${name}: ${events} events of ${subjects} subjects, ${rows} packed rows`)
  for (const one of differences.slice(0, MOST_LINES)) console.log(`  ${differenceLine(one)}`)
  const more = differences.length - MOST_LINES
  if (more > 0) console.log(`  and ${more} more`)
  console.log(`  ${differences.length} differences`)
}

async function isAgreed(): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const said = await asking.question('Rewrite these rows as the events say? (yes/no) ')
  asking.close()
  return said.trim() === 'yes'
}

async function rebuild({ name, database }: Opened, values: { check: boolean; yes: boolean }) {
  const found = await recountDatabase(database)
  report(name, found)
  if (found.differences.length === 0 || values.check) return found.differences.length
  if (!values.yes && !(await isAgreed())) return found.differences.length
  await rewriteRows(database, found.wrong)
  const after = await recountDatabase(database)
  console.log(`  ${found.wrong.length} rows rewritten; counted again:`)
  report(name, after)
  return after.differences.length
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  let open = 0
  for (const one of await openAll(values.remote)) {
    try {
      open += await rebuild(one, values)
    } finally {
      one.close()
    }
  }
  if (open > 0) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  if (!(error instanceof HubBehind || error instanceof HubInUse)) throw error
  console.error(error.message)
  process.exitCode = 1
}
