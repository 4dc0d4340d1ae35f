import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '#scripts/site/serve-worker.ts'

const MINUTES = 5 * 60_000
/** Enough for months to be closed and published. */
const REPAIRS = '300'

const dir = mkdtempSync(join(tmpdir(), 'fixpoint-first-'))
let child: ReturnType<typeof spawn> | null = null

afterAll(async () => {
  const ended = child?.exitCode === null && new Promise((resolve) => child?.once('exit', resolve))
  child?.kill('SIGTERM')
  await ended
  rmSync(dir, { recursive: true, force: true })
})

/** `npm start` with nothing kept from before, up to where it tells what to open; answers all that it said. */
function firstStart(port: number): Promise<string> {
  const env = {
    ...{ ...process.env, TZ: 'UTC', NODE_ENV: 'production', PORT: String(port) },
    FIXPOINT_DEMO_HISTORY: REPAIRS,
    FIXPOINT_PERSIST: join(dir, 'state'),
    FIXPOINT_SNAPSHOT: join(dir, 'snapshot'),
    FIXPOINT_DIST: join(dir, 'dist'),
  }
  const started = spawn(process.execPath, ['scripts/site/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = started
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Stop with Ctrl-C')) resolve(said)
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
}

it('a first start fills the empty database, publishes, builds and serves', {
  timeout: MINUTES,
}, async () => {
  const port = await freePort()
  const said = await firstStart(port)
  expect(said).toMatch(/[\d,]+ repairs, [\d,]+ events in/)
  expect(said).toMatch(/Published \d{4}-\d{2}/)
  // What fails on the way is told, and the start goes on: nobody would notice.
  expect(said).not.toMatch(/without a history|Nothing is published|could not be built/)
  const base = `http://127.0.0.1:${port}`
  for (const path of ['/', '/zh/', '/performance/', '/desk/sign-in/', '/api/v1/outlets?limit=1']) {
    expect((await fetch(`${base}${path}`)).status, path).toBe(200)
  }
  const published = await fetch(`${base}/data/publications/index.json`)
  expect(((await published.json()) as { publications: unknown[] }).publications).not.toEqual([])
})
