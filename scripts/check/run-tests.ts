/** `npm test`: every test there is, the browser's too. Ends with `N passed, N failed`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '#support/find-chromium.ts'
import { countPlaywright, countVitest } from './count-tests.ts'
import { runCommand, TOOLS } from './run-command.ts'

try {
  findChromium(process.env)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const dir = mkdtempSync(join(tmpdir(), 'fixpoint-reports-'))
const reports = { vitest: join(dir, 'vitest.json'), playwright: join(dir, 'playwright.json') }
const unit = await runCommand({
  name: 'domain, edge, http',
  words: [...TOOLS.vitest, 'run'],
  env: { FIXPOINT_VITEST_JSON: reports.vitest },
  live: true,
})
const browser = await runCommand({
  name: 'browser',
  words: [...TOOLS.playwright, 'test'],
  env: { FIXPOINT_PLAYWRIGHT_JSON: reports.playwright },
  live: true,
})
const counts = [countVitest(reports.vitest), countPlaywright(reports.playwright)]
rmSync(dir, { recursive: true, force: true })

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const counted = counts.reduce((sum, count) => sum + count.failed, 0)
const unseen = [unit, browser].some(({ ok }) => !ok) && counted === 0 ? 1 : 0
const failed = counted + unseen
console.log(
  `\ndomain, edge, http: ${unit.seconds.toFixed(0)} s; browser: ${browser.seconds.toFixed(0)} s`,
)
console.log(`${passed} passed, ${failed} failed`)
if (failed) process.exitCode = 1
