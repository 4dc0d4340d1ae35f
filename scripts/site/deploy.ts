/**
 * Deploys: `npm run deploy [-- --dry-run]`. Migrates the remote database, builds from it and uploads
 * Worker and files together. A dry run uses the local network (the demo where there is none), uploads
 * nothing and needs no account.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { snapshotDir } from './directories.ts'

const dryRun = process.argv.includes('--dry-run')

/** Nobody is told that this ran: a dry run is offline. */
const SILENT = { WRANGLER_SEND_METRICS: 'false', WRANGLER_SEND_ERROR_REPORTS: 'false' }

function run(what: string, script: string, args: readonly string[]): void {
  console.log(what)
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...SILENT },
  })
  if (status !== 0) {
    console.error(`${what} failed; nothing after it was done.`)
    process.exit(status ?? 1)
  }
}

/** Invented outlets have plaques that anybody can look up: they must never answer "genuine" in public. */
function refuseDemoOutlets(): void {
  const outlets = JSON.parse(readFileSync(join(snapshotDir(), 'outlets.json'), 'utf8')) as Outlet[]
  const demos = outlets.filter(({ tags }) => tags.includes('demo')).length
  if (demos === 0 || process.argv.includes('--with-demo')) return
  console.error(
    `The remote network holds ${demos} demo outlets. Nothing was uploaded. Remove them, or deploy a demonstration with --with-demo.`,
  )
  process.exit(1)
}

const WRANGLER = 'node_modules/wrangler/bin/wrangler.js'

if (dryRun) {
  run('Looking for a local network.', 'scripts/demo/load-demo.ts', [])
  run('Building from the local network.', 'scripts/site/build.ts', ['--local'])
  run('Bundling the Worker.', WRANGLER, ['deploy', '--dry-run', '--outdir', '.cache/bundle'])
  console.log('Dry run: nothing was uploaded, no database was touched.')
} else {
  run('Migrating the remote database.', WRANGLER, ['d1', 'migrations', 'apply', 'HUB', '--remote'])
  run('Refreshing opening hours.', 'scripts/hours/refresh-hours.ts', ['--remote'])
  run('Building from the remote network.', 'scripts/site/build.ts', ['--remote'])
  refuseDemoOutlets()
  run('Uploading Worker and files.', WRANGLER, ['deploy'])
}
