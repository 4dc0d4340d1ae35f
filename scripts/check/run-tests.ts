/** `npm test`: every test there is, the browser's too. Ends with `N passed, N failed`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '#support/find-chromium.ts'
import { type Counted, countPlaywright, countVitest } from './count-tests.ts'
import { type Command, type Finished, runCommand, TOOLS } from './run-command.ts'

type Suite = { readonly command: Command; readonly count: () => Counted }

/** The tests of some projects, with a report of their own to count them by. */
function vitest(projects: readonly string[], { live }: { readonly live: boolean }): Suite {
  const name = projects.join(', ')
  const report = join(dir, `${name}.json`)
  const words = [...TOOLS.vitest, 'run', ...projects.flatMap((project) => ['--project', project])]
  return {
    command: { name, words, live, env: { FIXPOINT_VITEST_JSON: report } },
    count: () => countVitest(report),
  }
}

function playwright(): Suite {
  const report = join(dir, 'playwright.json')
  const env = { FIXPOINT_PLAYWRIGHT_JSON: report }
  return {
    command: { name: 'browser', words: [...TOOLS.playwright, 'test'], live: true, env },
    count: () => countPlaywright(report),
  }
}

/** Runs the suites of a lane one after the other, whatever becomes of each. */
async function runAll(lane: readonly Suite[]): Promise<readonly Finished[]> {
  const finished: Finished[] = []
  for (const { command } of lane) finished.push(await runCommand(command))
  return finished
}

/** Runs lanes at once: each keeps one core busy. What isn't shown as it comes is shown at the end. */
async function runAtOnce(lanes: readonly (readonly Suite[])[]): Promise<readonly Finished[]> {
  const finished = (await Promise.all(lanes.map(runAll))).flat()
  for (const { output } of finished) console.log(output)
  return finished
}

try {
  findChromium(process.env)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const dir = mkdtempSync(join(tmpdir(), 'fixpoint-reports-'))
// What measures how long answers take (timing) has the machine to itself, and so have the browsers.
const turns = [
  [
    [vitest(['edge'], { live: true })],
    [vitest(['domain', 'measured'], { live: false }), vitest(['http'], { live: false })],
  ],
  [[vitest(['timing'], { live: true })]],
  [[playwright()]],
]
const finished: Finished[] = []
for (const turn of turns) finished.push(...(await runAtOnce(turn)))
const counts = turns.flat(2).map(({ count }) => count())
rmSync(dir, { recursive: true, force: true })

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const counted = counts.reduce((sum, count) => sum + count.failed, 0)
const unseen = finished.some(({ ok }) => !ok) && counted === 0 ? 1 : 0
const failed = counted + unseen
console.log(
  `\n${finished.map(({ name, seconds }) => `${name}: ${seconds.toFixed(0)} s`).join('; ')}`,
)
for (const spec of counts.flatMap(({ unsteady = [] }) => unsteady)) {
  console.log(`unsteady, to be mended: ${spec}`)
}
console.log(`${passed} passed, ${failed} failed`)
if (failed) process.exitCode = 1
