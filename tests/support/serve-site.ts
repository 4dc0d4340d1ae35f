/** Serves the whole Worker to the browser tests: `node tests/support/serve-site.ts PORT`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveWorker } from '#scripts/site/serve-worker.ts'
import { buildSite, ownState } from './build-site.ts'
import { TEST_SECRET } from './test-secret.ts'

const site = await buildSite()
const dir = mkdtempSync(join(tmpdir(), 'fixpoint-browser-'))
const worker = await serveWorker({
  persistDir: await ownState(site, dir),
  distDir: site.distDir,
  port: Number(process.argv[2]),
  vars: {
    ENVIRONMENT: 'development',
    DEMO_MESSAGES: 'on',
    RATE_LIMIT_WRITES: '0',
    RATE_LIMIT_LOOKUPS: '0',
    BOOKING_CAPS: 'off',
    SECRET_KEY: TEST_SECRET,
  },
})
const end = async () => {
  await worker.stop()
  rmSync(dir, { recursive: true, force: true })
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end)
