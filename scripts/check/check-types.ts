/** `npm run check:types`: the site with its scripts and tests, then the Worker without the DOM. */
import { existsSync } from 'node:fs'
import { runLane, TOOLS } from './run-command.ts'

const workerTypes = {
  name: 'worker types',
  words: [...TOOLS.wrangler, 'types', '--include-runtime=true'],
}

const finished = await runLane([
  ...(existsSync('worker-configuration.d.ts') ? [] : [workerTypes]),
  { name: 'worker', words: [...TOOLS.tsc, '-p', 'functions', '--noEmit'] },
  { name: 'site', words: [...TOOLS.astro, 'check', '--minimumFailingSeverity', 'error'] },
])
for (const { name, ok, output, seconds } of finished) {
  console.log(`${name.padEnd(14)} ${ok ? 'ok' : 'FAILED'} ${seconds.toFixed(1)} s`)
  if (!ok) console.error(output)
}
if (finished.some(({ ok }) => !ok)) process.exitCode = 1
