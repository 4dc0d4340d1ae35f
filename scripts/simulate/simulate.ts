/**
 * Lets a demonstration network live through some days on the local database, by the product's own rules:
 * `npm run simulate -- --outlets N --days D --seed S [--repairs N] [--until YYYY-MM-DD] [--yes]`
 */
import { parseArgs } from 'node:util'
import config from '#config'
import { openingsOfInterval } from '#domain/bookings/openings.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { isDate } from '#domain/repairs/coded-values.ts'
import { type Hub, HubBehind, HubInUse, openHub } from '../database/open-hub.ts'
import { ensureDemoStaff } from '../demo/demo-staff.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { persistDir } from '../site/directories.ts'
import { localSecret } from '../site/local-secret.ts'
import { reportSimulation } from './report-simulation.ts'
import { runSimulation } from './run-simulation.ts'

const USAGE =
  'npm run simulate -- --outlets N --days D --seed S [--repairs N] [--until YYYY-MM-DD] [--yes]'

class Unusable extends Error {}

function wholeNumber(name: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 1 && number <= most) return number
  throw new Unusable(`--${name} is a whole number from 1 to ${most}, not "${text}".\n${USAGE}`)
}

/** The history ends as that local day of the network begins; nothing lies ahead of now. */
function instantOf(until: string | undefined, now: number): number {
  if (until === undefined) return now
  const begins = isDate(until)
    ? openingsOfInterval(networkZone(config), until, [0, 1])[0]?.from
    : null
  if (begins == null)
    throw new Unusable(`--until is a date like 2026-11-22, not "${until}".\n${USAGE}`)
  if (begins > now) throw new Unusable('--until lies ahead: a history ends today at the latest.')
  return begins
}

function readArguments(now: number) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      ...{ outlets: text, days: text, seed: text, repairs: text, until: text },
      yes: { type: 'boolean', default: false },
    },
  })
  const outlets = wholeNumber('outlets', values.outlets, 8_000)
  const days = wholeNumber('days', values.days, 1_500)
  if (outlets === null || days === null || values.seed === undefined) throw new Unusable(USAGE)
  return {
    ...{ outlets, days, seed: values.seed, isSure: values.yes },
    repairs: wholeNumber('repairs', values.repairs, 5_000_000),
    until: instantOf(values.until, now),
  }
}

const REAL_OUTLET = `SELECT code FROM outlets
  WHERE NOT EXISTS (SELECT 1 FROM json_each(tags) WHERE json_each.value = 'demo') LIMIT 1`
const ANY_OUTLET = 'SELECT count(*) AS outlets FROM outlets'

/** A network to live in: the one on record, if it is a demonstration, or a new one. */
async function prepare(
  hub: Hub,
  { outlets, isSure, now }: { outlets: number; isSure: boolean; now: number },
) {
  if (hub.servedBy) {
    throw new Unusable(`A server at ${hub.servedBy} uses this database. Stop it first.`)
  }
  const { database } = hub
  if ((await database.prepare(ANY_OUTLET).first<number>('outlets')) === 0) {
    await loadDemo(database, { nowMs: now, count: outlets })
  }
  const real = await database.prepare(REAL_OUTLET).first<string>('code')
  if (real !== null && !isSure) {
    throw new Unusable(
      `${real} is no demo outlet: invented repairs would stand among real ones. With --yes they do.`,
    )
  }
  await ensureDemoStaff(database, now)
}

const showProgress = ({ day, repairs }: { readonly day: string; readonly repairs: number }): void =>
  void process.stderr.write(`${day}  ${repairs.toLocaleString('en')} repairs over\n`)

async function main(): Promise<number> {
  const now = Date.now()
  const { isSure, ...asked } = readArguments(now)
  const hub = await openHub({ patienceMs: 0 })
  try {
    await prepare(hub, { outlets: asked.outlets, isSure, now })
    const secret = localSecret(persistDir())
    const report = await runSimulation(hub, { ...asked, secret, onProgress: showProgress })
    console.log(reportSimulation(report, (Date.now() - now) / 1000))
    return 0
  } catch (error) {
    if (!/UNIQUE constraint failed/.test((error as Error).message)) throw error
    throw new Unusable(
      `This history, or one of the same seed, is on record already (${(error as Error).message}).`,
    )
  } finally {
    hub.close()
  }
}

const EXPECTED = [Unusable, HubInUse, HubBehind]

process.exitCode = await main().catch((error: unknown) => {
  if (!EXPECTED.some((kind) => error instanceof kind)) throw error
  console.error((error as Error).message)
  return 1
})
