/** `npm run check:types`: the Worker without the DOM, what runs it in Node, and the site with its scripts and tests. */
import { existsSync } from 'node:fs'
import { runLane, TOOLS } from './run-command.ts'

const workerTypes = {
  name: 'worker types',
  words: [...TOOLS.wrangler, 'types', '--include-runtime=true'],
}

const finished = await runLane([
  ...(existsSync('worker-configuration.d.ts') ? [] : [workerTypes]),
  { name: 'worker', words: [...TOOLS.tsc, '-p', 'functions', '--noEmit'] },
  { name: 'worker in node', words: [...TOOLS.tsc, '-p', 'tests/model', '--noEmit'] },
  { name: 'site', words: [...TOOLS.astro, 'check', '--minimumFailingSeverity', 'error'] },
])
for (const { name, ok, output, seconds } of finished) {
  console.log(`${name.padEnd(14)} ${ok ? 'ok' : 'FAILED'} ${seconds.toFixed(1)} s`)
  if (!ok) console.error(output)
}
if (finished.some(({ ok }) => !ok)) process.exitCode = 1
