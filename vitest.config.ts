import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { TEST_SECRET } from './tests/support/test-secret.ts'

/** Not UTC, with daylight saving, a day ahead of most of the network: what leans on the machine's zone fails. */
const TEST_ZONE = 'Pacific/Auckland'
process.env.TZ = TEST_ZONE

/** Thousands of queries, zones or histories: part of `npm test`, too slow for each `npm run verify`. */
const MEASURED = [
  'tests/domain/outlets/exactness.test.ts',
  'tests/domain/outlets/index-budget.test.ts',
  'tests/model/model.test.ts',
  'tests/model/complaints.test.ts',
  'tests/domain/bookings/clock-changes.test.ts',
  'tests/domain/hours/agreement.test.ts',
  'tests/domain/house/demo-network.test.ts',
  'tests/domain/import/export-outlets.test.ts',
  'tests/domain/import/demo-round-trip.test.ts',
  'tests/domain/repairs/properties.test.ts',
  'tests/domain/simulate/history.test.ts',
  'tests/domain/simulate/games.test.ts',
]

/** How long answers take says something on a machine that does nothing besides. */
const TIMED = ['tests/http/*-timing.test.ts']

/** The whole Worker, asked over HTTP. */
const overHttp = {
  environment: 'node',
  env: { TZ: TEST_ZONE },
  globalSetup: ['tests/support/global-site.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  fileParallelism: false,
}

/** As in wrangler.toml: the Worker renders the shared TSX by hono/jsx. */
const workerJsx = {
  'react/jsx-runtime': 'hono/jsx/jsx-runtime',
  'react/jsx-dev-runtime': 'hono/jsx/jsx-dev-runtime',
}

export default defineConfig({
  test: {
    reporters: process.env.FIXPOINT_VITEST_JSON
      ? ['default', ['json', { outputFile: process.env.FIXPOINT_VITEST_JSON }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'domain',
          include: ['tests/{domain,model}/**/*.test.{ts,tsx}'],
          exclude: MEASURED,
          // Pure functions leave nothing behind: one process serves file after file.
          isolate: false,
          environment: 'node',
          env: { TZ: TEST_ZONE },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'measured',
          include: MEASURED,
          environment: 'node',
          env: { TZ: TEST_ZONE },
          testTimeout: 120_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ENVIRONMENT: 'test',
                SECRET_KEY: TEST_SECRET,
                HUB_MIGRATIONS: await readD1Migrations('migrations'),
              },
            },
          })),
        ],
        resolve: { alias: workerJsx },
        test: {
          name: 'edge',
          // Each test fills its own database: one Worker serves file after file, which spares its start.
          isolate: false,
          include: ['tests/edge/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/apply-migrations.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...overHttp,
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          exclude: TIMED,
        },
      },
      { test: { ...overHttp, name: 'timing', include: TIMED } },
    ],
  },
})
