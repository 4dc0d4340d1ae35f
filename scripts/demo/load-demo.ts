/** Loads the demo network into an empty local database: `npm run demo:load -- [--count 420]`. */
import { parseArgs } from 'node:util'
import config from '#config'
import type { Calendar } from '#domain/calendar/calendar.ts'
import { issuePlaqueCode } from '#domain/outlets/plaque-code.ts'
import { importStatements, type OutletToStore } from '#functions/outlets/import-outlets.ts'
import { refreshCalendars } from '../calendar/refresh-calendars.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { openHub } from '../database/open-hub.ts'
import { type CompileHours, hoursCompiler } from '../hours/hours-compiler.ts'
import { readChineseCities } from './chinese-cities.ts'
import { DEMO_COUNT, DEMO_SEED, demoNetwork } from './demo-network.ts'
import type { DemoOutlet } from './demo-outlet.ts'
import { seededRandom } from './seeded-random.ts'

type DemoOptions = { readonly count?: number; readonly now?: Date }

function withHours(demo: DemoOutlet, compile: CompileHours): OutletToStore['outlet'] {
  const { lastIntakeMinutes, ...outlet } = demo
  if (outlet.hoursText === null) return outlet
  const { hoursText: text, zone } = outlet
  const result = compile({ text, countryCode: 'CN', zone, lastIntakeMinutes })
  return { ...outlet, hours: result.ok ? result.hours : null }
}

/** Always the same for a demo outlet, so that instructions may name one; real outlets get random ones. */
function demoPlaque(code: string): string {
  const random = seededRandom(`${DEMO_SEED}/plaque/${code}`)
  return issuePlaqueCode(() => random.between(0, 255))
}

/** Compiles calendars and hours, and writes the demo network as one import. Answers how many outlets. */
export async function loadDemo(
  database: HubDatabase,
  { count = DEMO_COUNT, now = new Date() }: DemoOptions = {},
): Promise<number> {
  const today = now.toISOString().slice(0, 10)
  const compiled = await refreshCalendars(database, config.countries, today)
  const calendars = new Map<string, Calendar>(compiled.map((it) => [it.countryCode, it]))
  const compile = hoursCompiler({ calendars, from: today })
  const network = demoNetwork(readChineseCities(), { seed: DEMO_SEED, count, today })
  const outlets = network.outlets.map((demo) => ({
    outlet: withHours(demo, compile),
    standing: { version: 0, plaqueCode: demoPlaque(demo.code) } as const,
  }))
  const statements = importStatements(
    { ...network, outlets },
    { at: now.getTime(), actor: 'import' },
  )
  await database.batch(statements.map(({ sql, values }) => database.prepare(sql).bind(...values)))
  return outlets.length
}

async function loadFromCommandLine(): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: 'string' } } })
  const hub = await openHub()
  const standing = await hub.database
    .prepare('SELECT count(*) AS outlets FROM outlets')
    .first<number>('outlets')
  if (standing) {
    console.error(`The database holds ${standing} outlets; the demo goes into an empty one only.`)
    process.exitCode = 1
  } else {
    const count = values.count ? Number(values.count) : DEMO_COUNT
    console.log(`Loaded ${await loadDemo(hub.database, { count })} demo outlets.`)
  }
  hub.close()
}

if (import.meta.main) await loadFromCommandLine()
