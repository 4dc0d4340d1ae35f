import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { putPublications } from './put-publications.ts'
import { putServiceNotice } from './service-notice.ts'
import { putTestStaff } from './test-staff.ts'

/** What the built site is made from: a change in any of these makes it stale. */
const SOURCES = [
  'src',
  'scripts',
  'migrations',
  'public',
  'functions',
  'fixpoint.config.ts',
  'fixpoint.catalogue.ts',
  'fixpoint.standards.ts',
  'astro.config.mjs',
  'astro.config.ts',
  'package-lock.json',
]

export type BuiltSite = { readonly distDir: string; readonly persistDir: string }

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Changes with any source file and with the day, since pages say what is open today. */
function fingerprint(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10))
  for (const source of SOURCES) {
    const files = source.includes('.')
      ? [source].filter((file) => existsSync(file))
      : filesUnder(source)
    for (const file of files) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function run(script: string, env: Readonly<Record<string, string>>): void {
  const done = spawnSync('npm', ['run', '--silent', ...script.split(' ')], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (done.status !== 0) {
    throw new Error(
      `npm run ${script} failed\n${done.stdout.slice(-4_000)}\n${done.stderr.slice(-4_000)}`,
    )
  }
}

/**
 * The demo network, loaded, snapshot and built the way a deployment is, under `.cache/test-site`.
 * Built again only when a source changed. FIXPOINT_TEST_SITE names another place for it.
 */
export async function buildSite(): Promise<BuiltSite> {
  const root = process.env.FIXPOINT_TEST_SITE ?? '.cache/test-site'
  const site = { distDir: join(root, 'test-dist'), persistDir: join(root, 'state') }
  const stamp = join(root, 'fingerprint')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return site
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  const env = {
    FIXPOINT_PERSIST: site.persistDir,
    FIXPOINT_SNAPSHOT: join(root, 'snapshot'),
    FIXPOINT_DIST: site.distDir,
    TZ: 'UTC',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
  run('demo:load', env)
  await putServiceNotice(site.persistDir)
  await putPublications(site.persistDir, env.FIXPOINT_SNAPSHOT)
  for (const script of ['snapshot -- --local', 'build']) run(script, env)
  writeFileSync(stamp, wanted)
  return site
}

/** A database of this run's own, with people to sign in as, so that tests that write leave nothing behind for the next. */
export async function ownState(site: BuiltSite, dir: string): Promise<string> {
  cpSync(site.persistDir, dir, { recursive: true })
  await putTestStaff(dir)
  return dir
}
