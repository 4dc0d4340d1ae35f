/** Loads the demo network into an empty local database: `npm run demo:load -- [--count 420]`. */
import { parseArgs } from 'node:util'
import config from '#config'
import { issuePlaqueCode } from '#domain/outlets/plaque-code.ts'
import { type IncomingOutlet, importOutlets } from '#functions/outlets/import-outlets.ts'
import { refreshCalendars } from '../calendar/refresh-calendars.ts'
import { loadCalendars } from '../calendar/store-calendars.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { openHub } from '../database/open-hub.ts'
import { type CompileHours, hoursCompiler } from '../hours/hours-compiler.ts'
import { LOCAL_LIMITS } from '../import/bulk-json.ts'
import { isWithinBorders } from '../import/country-borders.ts'
import { moveCounter, outletStatements, placeStatements } from '../import/write-statements.ts'
import { ensureStandards } from '../standards/load-default-set.ts'
import { readChineseCities } from './chinese-cities.ts'
import { ensureDemoImprovements } from './demo-improvements.ts'
import { DEMO_COUNT, DEMO_SEED, demoNetwork } from './demo-network.ts'
import type { DemoOutlet } from './demo-outlet.ts'
import { seededRandom } from './seeded-random.ts'

const DEMO_COUNTRY = 'CN'

function withHours(
  { lastIntakeMinutes, ...outlet }: DemoOutlet,
  compile: CompileHours,
): IncomingOutlet {
  const { hoursText: text, zone } = outlet
  const result =
    text === null ? null : compile({ text, countryCode: DEMO_COUNTRY, zone, lastIntakeMinutes })
  const hours = result?.ok ? result.hours : null
  return { outlet: { ...outlet, hours }, lastIntakeMinutes, contacts: null }
}

/** Writes the demo network; its plaque codes come from the seed, so that anybody can try one. */
export async function loadDemo(
  database: HubDatabase,
  { nowMs, count = DEMO_COUNT }: { readonly nowMs: number; readonly count?: number },
): Promise<number> {
  const today = new Date(nowMs).toISOString().slice(0, 10)
  await refreshCalendars(database, config.countries, today)
  const compile = hoursCompiler({ calendars: await loadCalendars(database), from: today })
  const isOnLand = (at: { lat: number; lon: number }) => isWithinBorders(DEMO_COUNTRY, at)
  const network = demoNetwork(readChineseCities(), { seed: DEMO_SEED, count, today, isOnLand })
  const incoming = network.outlets.map((outlet) => withHours(outlet, compile))
  const { registered, changed, events } = importOutlets(incoming, new Map())
  const random = seededRandom(`${DEMO_SEED} plaques`)
  const plaqued = registered.map((write) => ({
    ...write,
    plaqueCode: issuePlaqueCode(() => random.between(0, 255)),
  }))
  const chunk = { registered: plaqued, changed, events, nowMs, ordinalFrom: 0 }
  const statements = [
    ...placeStatements(network, LOCAL_LIMITS),
    ...outletStatements(chunk, LOCAL_LIMITS),
    moveCounter(registered.length),
  ]
  await database.batch(statements.map(({ sql, values }) => database.prepare(sql).bind(...values)))
  await ensureStandards(database, nowMs)
  await ensureDemoImprovements(database, nowMs)
  return registered.length
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { count: { type: 'string' } } })
  const count = Number(values.count ?? DEMO_COUNT)
  const hub = await openHub()
  const standing = await hub.database
    .prepare('SELECT count(*) AS outlets FROM outlets')
    .first<number>('outlets')
  if (standing) {
    console.log(`The database already holds ${standing} outlets; the demo network was not loaded.`)
  } else {
    console.log(
      `Loaded ${await loadDemo(hub.database, { nowMs: Date.now(), count })} demo outlets.`,
    )
  }
  hub.close()
}
