import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { forgetServer, noteServer } from '../database/noted-server.ts'

export type WorkerRun = {
  readonly persistDir: string
  readonly distDir: string
  readonly port: number
  /** Variables on top of wrangler.toml's; those that are secrets stay off the command line. */
  readonly vars?: Readonly<Record<string, string>>
}
export type ServedWorker = {
  readonly baseUrl: string
  readonly stop: () => Promise<void>
  /** Says what it wrote last when it ends without having been stopped. */
  readonly broken: Promise<string>
}

const STARTUP_MS = 60_000
const POLL_MS = 100
const KEPT_OUTPUT = 8_000
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
}

/** A port nobody listens on right now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer()
    server.once('error', () =>
      reject(new Error(`Port ${port} is taken. Stop what listens there, or set PORT to another.`)),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })
}

/** Anybody on the machine can read a command line. */
const SECRETS: ReadonlySet<string> = new Set(['SECRET_KEY', 'WEBHOOK_SECRET'])

const varsOf = ({ vars = {} }: WorkerRun, areSecret: boolean) =>
  Object.entries(vars).filter(([name]) => SECRETS.has(name) === areSecret)

/** Writes the run's secrets beside its database, for its owner's eyes; answers where. */
export function writeSecrets(run: WorkerRun): string {
  const file = join(run.persistDir, 'secrets.env')
  const lines = varsOf(run, true).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
  mkdirSync(run.persistDir, { recursive: true })
  // Written anew, since a file that is there would keep the mode it has.
  rmSync(file, { force: true })
  writeFileSync(file, lines.join(''), { mode: 0o600 })
  return file
}

type Launch = { readonly inspectorPort: number; readonly secretsFile: string }

export const wranglerArgs = (run: WorkerRun, { inspectorPort, secretsFile }: Launch): string[] => [
  'node_modules/wrangler/bin/wrangler.js',
  'dev',
  ...['--ip', '127.0.0.1', '--port', String(run.port), '--inspector-port', String(inspectorPort)],
  ...['--persist-to', run.persistDir, '--assets', run.distDir],
  ...['--show-interactive-dev-session=false', '--log-level', 'warn'],
  ...['--env-file', secretsFile],
  ...varsOf(run, false).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
]

async function answers(baseUrl: string): Promise<boolean> {
  const probe = fetch(`${baseUrl}/healthz`, { signal: AbortSignal.timeout(2_000) })
  return (await probe.catch(() => null))?.ok ?? false
}

function follow(child: ChildProcess): { tail: () => string; ended: Promise<void> } {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT)
    })
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { tail: () => output, ended }
}

/** Ends a child with all it started. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGTERM')
  } catch {
    // The last of them has ended by itself.
  }
}

/** Starts the whole Worker with its files, as `wrangler dev` serves it, and waits until it answers. */
export async function serveWorker(run: WorkerRun): Promise<ServedWorker> {
  await refuseTakenPort(run.port)
  const launch = { inspectorPort: await freePort(), secretsFile: writeSecrets(run) }
  const child = spawn(process.execPath, wranglerArgs(run, launch), {
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const { tail, ended } = follow(child)
  let stopped = false
  const stop = async () => {
    stopped = true
    forgetServer(run.persistDir)
    if (child.exitCode === null) endGroup(child)
    await ended
  }
  const broken = ended.then(() => {
    if (stopped) return new Promise<never>(() => {})
    endGroup(child)
    return tail()
  })
  const baseUrl = `http://127.0.0.1:${run.port}`
  const deadline = Date.now() + STARTUP_MS
  while (!(await answers(baseUrl))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      if (child.exitCode === null) await stop()
      throw new Error(`The Worker did not start.\n${tail()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  noteServer(run.persistDir, baseUrl)
  return { baseUrl, stop, broken }
}
