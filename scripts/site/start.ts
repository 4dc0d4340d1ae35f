/**
 * `npm start`: the whole of Fixpoint on this machine. Migrates the local database, loads the demo
 * network when it is empty, builds when something changed, serves on http://127.0.0.1:8787 and
 * builds again when the rebuild hook is called (POST http://127.0.0.1:8788/). PORT moves both.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { openHub } from '../database/open-hub.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { refreshHours } from '../hours/refresh-hours.ts'
import { codeStamp } from './code-stamp.ts'
import { distDir, persistDir } from './directories.ts'
import { serveWorker } from './serve-worker.ts'
import { buildAndSwap } from './swap-build.ts'

const port = Number(process.env.PORT ?? 8787)
const hookPort = port + 1
const say = (text: string) => console.log(text)

type Stamp = { readonly code: string; readonly seq: number; readonly day: string }

function standingStamp(): Stamp | null {
  const file = join(distDir(), 'data/build.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stamp) : null
}

async function prepareDatabase(today: string): Promise<number> {
  const hub = await openHub({ persistDir: persistDir(), server: null })
  const count = () =>
    hub.database.prepare('SELECT count(*) AS outlets FROM outlets').first<number>('outlets')
  if ((await count()) === 0) {
    say('The database is empty: loading the demo network.')
    await loadDemo(hub.database, { nowMs: Date.now() })
  } else if (standingStamp()?.day !== today) {
    await refreshHours(hub.database, { today })
  }
  const seq = await hub.database
    .prepare("SELECT value FROM counters WHERE name = 'outlet_change'")
    .first<number>('value')
  say(`The network has ${await count()} outlets.`)
  hub.close()
  return seq ?? 0
}

function serveHook(): void {
  let building = false
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'POST' }).end()
      return
    }
    if (building) {
      response.writeHead(202).end('already building\n')
      return
    }
    building = true
    response.writeHead(202).end('building\n')
    say('Rebuilding the site.')
    buildAndSwap()
      .then(() => say('The new site is served.'))
      .catch((error: unknown) => console.error(`The site could not be built: ${String(error)}`))
      .finally(() => {
        building = false
      })
  })
  server.listen(hookPort, '127.0.0.1')
}

function tellWhatToOpen(baseUrl: string): void {
  say(
    [
      '',
      `  Fixpoint is ready.`,
      `  Home                 ${baseUrl}/          ${baseUrl}/zh/`,
      `  Find an outlet       ${baseUrl}/outlets/`,
      `  Check a plaque code  ${baseUrl}/verify/`,
      `  API                  ${baseUrl}/api/openapi.json`,
      `  Rebuild the site     curl -X POST http://127.0.0.1:${hookPort}/`,
      '  Stop with Ctrl-C. The data stays.',
      '',
    ].join('\n'),
  )
}

const today = new Date().toISOString().slice(0, 10)
const seq = await prepareDatabase(today)
const standing = standingStamp()
const fresh = standing?.code === codeStamp()
if (!fresh) {
  say('Building the site.')
  await buildAndSwap()
}
const worker = await serveWorker({
  port,
  persistDir: persistDir(),
  distDir: distDir(),
  vars: { ENVIRONMENT: 'development', DEPLOY_HOOK_URL: `http://127.0.0.1:${hookPort}/` },
})
serveHook()
tellWhatToOpen(worker.baseUrl)
if (fresh && (standing.seq !== seq || standing.day !== today)) {
  say('The network or the day changed since the last build: building again meanwhile.')
  await buildAndSwap().then(() => say('The new site is served.'))
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    worker.stop().finally(() => process.exit(0))
  })
}
