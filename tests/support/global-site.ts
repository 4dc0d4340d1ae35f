import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort, serveWorker } from '#scripts/site/serve-worker.ts'
import { buildSite, ownState } from './build-site.ts'
import { TEST_SECRET } from './test-secret.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the whole Worker answers, without a trailing slash. */
    baseUrl: string
    distDir: string
  }
}

/** Serves the whole Worker to the http tests; FIXPOINT_BASE_URL points them at one that runs already. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.FIXPOINT_BASE_URL
  if (running) {
    project.provide('baseUrl', running.replace(/\/$/, ''))
    project.provide('distDir', process.env.FIXPOINT_DIST ?? 'dist')
    return async () => {}
  }
  const site = await buildSite()
  const dir = mkdtempSync(join(tmpdir(), 'fixpoint-http-'))
  const worker = await serveWorker({
    persistDir: await ownState(site, dir),
    distDir: site.distDir,
    port: await freePort(),
    vars: {
      ENVIRONMENT: 'test',
      RATE_LIMIT_WRITES: '0',
      RATE_LIMIT_LOOKUPS: '0',
      BOOKING_CAPS: 'off',
      SECRET_KEY: TEST_SECRET,
    },
  })
  project.provide('baseUrl', worker.baseUrl)
  project.provide('distDir', site.distDir)
  return async () => {
    await worker.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
