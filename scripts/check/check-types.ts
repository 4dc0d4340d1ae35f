/** `npm run check:types`: the Worker without the DOM, what runs it in Node, and the site with its scripts and tests. */
import { statSync } from 'node:fs'
import { runLane, TOOLS } from './run-command.ts'

const workerTypes = {
  name: 'worker types',
  words: [...TOOLS.wrangler, 'types', '--include-runtime=true'],
}

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
/** What the Worker is bound to is told by wrangler.toml: types older than it know less. */
const isCurrent = changedAt('worker-configuration.d.ts') > changedAt('wrangler.toml')

const finished = await runLane([
  ...(isCurrent ? [] : [workerTypes]),
  { name: 'worker', words: [...TOOLS.tsc, '-p', 'functions', '--noEmit'] },
  { name: 'worker in node', words: [...TOOLS.tsc, '-p', 'tests/model', '--noEmit'] },
  { name: 'site', words: [...TOOLS.astro, 'check', '--minimumFailingSeverity', 'error'] },
])
for (const { name, ok, output, seconds } of finished) {
  console.log(`${name.padEnd(14)} ${ok ? 'ok' : 'FAILED'} ${seconds.toFixed(1)} s`)
  if (!ok) console.error(output)
}
if (finished.some(({ ok }) => !ok)) process.exitCode = 1
