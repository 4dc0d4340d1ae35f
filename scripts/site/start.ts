/**
 * `npm start`: the whole of Fixpoint on this machine. Migrates the local database, loads the demo
 * network when it is empty, builds when something changed, serves on http://127.0.0.1:8787 and
 * builds again when the rebuild hook is called (POST http://127.0.0.1:8788/). PORT moves both.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { openHub } from '../database/open-hub.ts'
import { demoHistory } from '../demo/demo-history.ts'
import { demoPublications } from '../demo/demo-publications.ts'
import { DEMO_PASSWORD, demoWorkplace, ensureDemoStaff } from '../demo/demo-staff.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { refreshHours } from '../hours/refresh-hours.ts'
import { ensureStandards } from '../standards/load-default-set.ts'
import { codeStamp } from './code-stamp.ts'
import { distDir, persistDir } from './directories.ts'
import { keepMinutes } from './keep-minutes.ts'
import { localSecret } from './local-secret.ts'
import { serveHook } from './serve-hook.ts'
import { serveWorker } from './serve-worker.ts'
import { buildAndSwap } from './swap-build.ts'
import { takenPort } from './taken-port.ts'

const port = Number(process.env.PORT ?? 8787)
const hookPort = port + 1
const say = (text: string) => console.log(text)

type Stamp = { readonly code: string; readonly seq: number; readonly day: string }

function standingStamp(): Stamp | null {
  const file = join(distDir(), 'data/build.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stamp) : null
}

type Prepared = {
  /** The network was loaded just now: no site that stands knows it. */
  readonly isNew: boolean
  readonly seq: number
  readonly plaque: string | null
  readonly demoStaff: readonly string[]
  /** Where those of an outlet work. */
  readonly workplace: string | null
}

async function prepareDatabase(today: string): Promise<Prepared> {
  const hub = await openHub({ persistDir: persistDir(), server: null })
  const count = () =>
    hub.database.prepare('SELECT count(*) AS outlets FROM outlets').first<number>('outlets')
  const isNew = (await count()) === 0
  if (isNew) {
    say('The database is empty: loading the demo network.')
    await loadDemo(hub.database, { nowMs: Date.now() })
    await ensureDemoStaff(hub.database, Date.now())
    await demoHistory(hub, { say }).catch((error: unknown) =>
      say(`The network begins without a history: ${String(error)}`),
    )
    await demoPublications(hub, { say }).catch((error: unknown) =>
      say(`Nothing is published yet: ${String(error)}`),
    )
  } else if (standingStamp()?.day !== today) {
    await refreshHours(hub.database, { today })
  }
  await ensureStandards(hub.database, Date.now())
  const plaque = await hub.database
    .prepare(`SELECT plaque_code FROM outlets WHERE operation = 'open' ORDER BY code LIMIT 1`)
    .first<string>('plaque_code')
  const seq = await hub.database
    .prepare("SELECT value FROM counters WHERE name = 'outlet_change'")
    .first<number>('value')
  const demoStaff = await ensureDemoStaff(hub.database, Date.now())
  const workplace = await demoWorkplace(hub.database)
  say(`The network has ${await count()} outlets.`)
  hub.close()
  return { isNew, seq: seq ?? 0, plaque, demoStaff, workplace }
}

/** Builds the site anew beside the standing one; a failed build leaves that one in place. */
async function rebuild(): Promise<void> {
  say('Rebuilding the site.')
  await buildAndSwap().then(
    () => say('The new site is served.'),
    (error: unknown) => console.error(`The site could not be built: ${String(error)}`),
  )
}

function tellWhatToOpen(baseUrl: string, { plaque, demoStaff, workplace }: Prepared): void {
  say(
    [
      '',
      `  Fixpoint is ready.`,
      `  Home                 ${baseUrl}/          ${baseUrl}/zh/`,
      `  Find an outlet       ${baseUrl}/outlets/`,
      `  Check a plaque code  ${baseUrl}/verify/${plaque ? `   for example ${spellCode(plaque)}` : ''}`,
      `  Book a repair        ${baseUrl}/book/`,
      `  Follow a repair      ${baseUrl}/repairs/`,
      `  Say something        ${baseUrl}/feedback/`,
      `  What we promise      ${baseUrl}/standards/`,
      `  How we did           ${baseUrl}/performance/`,
      `  You said, we did     ${baseUrl}/you-said/`,
      `  Messages sent        ${baseUrl}/demo/messages/`,
      `  The desk of staff    ${baseUrl}/desk/`,
      ...(demoStaff.length > 0
        ? [
            `    password ${DEMO_PASSWORD} for ${demoStaff.join(', ')}`,
            `    counter, bench and manager work at ${workplace}: book there`,
            '    agent answers feedback and dispatches complaints, regional verifies what outlets report,',
            '    quality looks after standards and figures, supply after parts, admin after outlets and staff',
          ]
        : ['    npm run staff:create makes the first account']),
      `  API                  ${baseUrl}/api/openapi.json`,
      `  Rebuild the site     curl -X POST http://127.0.0.1:${hookPort}/`,
      '  Stop with Ctrl-C. The data stays.',
      '',
    ].join('\n'),
  )
}

/** Limits and caps that the environment sets, passed on as they are. */
const limitsAsked = (): Record<string, string> =>
  Object.fromEntries(
    ['RATE_LIMIT_WRITES', 'RATE_LIMIT_LOOKUPS', 'BOOKING_CAPS'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const taken = await takenPort([port, hookPort])
if (taken !== null) {
  console.error(
    `Something listens on port ${taken} already. Stop it, or choose others: PORT=${port + 1000} npm start takes ${port + 1000} and ${port + 1001}.`,
  )
  process.exit(1)
}
const today = new Date().toISOString().slice(0, 10)
const prepared = await prepareDatabase(today)
const { seq } = prepared
const standing = standingStamp()
const fresh = standing?.code === codeStamp() && !prepared.isNew
if (!fresh) {
  say('Building the site.')
  await buildAndSwap()
}
const worker = await serveWorker({
  port,
  persistDir: persistDir(),
  distDir: distDir(),
  vars: {
    ENVIRONMENT: 'development',
    DEMO_MESSAGES: 'on',
    DEPLOY_HOOK_URL: `http://127.0.0.1:${hookPort}/`,
    SECRET_KEY: localSecret(persistDir()),
    ...limitsAsked(),
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    worker.stop().finally(() => process.exit(0))
  })
}
worker.broken.then((output) => {
  console.error(`${output}\nThe Worker has ended. Start again with npm start; the data stays.`)
  process.exit(1)
})
serveHook(hookPort, rebuild)
keepMinutes(worker.baseUrl)
tellWhatToOpen(worker.baseUrl, prepared)
if (fresh && (standing.seq !== seq || standing.day !== today)) {
  say('The network or the day changed since the last build.')
  await rebuild()
}
