import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from './tests/support/find-chromium.ts'

const port = Number(process.env.FIXPOINT_TEST_PORT ?? 8799)
const running = process.env.FIXPOINT_BASE_URL

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // docs/decisions/unsteady-specs.md: a real defect fails twice, and what passes at the second try is named.
  retries: process.env.CI ? 1 : 0,
  timeout: 30_000,
  // Two browsers on two slow cores: a page may come late, and is as right then.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: process.env.FIXPOINT_PLAYWRIGHT_JSON
    ? [['list'], ['json', { outputFile: process.env.FIXPOINT_PLAYWRIGHT_JSON }]]
    : [['list']],
  use: {
    baseURL: running ?? `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium(process.env), args: [...CHROMIUM_ARGS] },
    viewport: { width: 1280, height: 900 },
    // Neither the outlets' zone nor UTC: what leans on the visitor's zone fails.
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
  },
  ...(running
    ? {}
    : {
        webServer: {
          command: `node tests/support/serve-site.ts ${port}`,
          url: `http://127.0.0.1:${port}/healthz`,
          timeout: 240_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
        },
      }),
})
