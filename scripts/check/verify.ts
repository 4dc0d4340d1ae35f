/**
 * `npm run verify`: types, lint with the layers, messages and unit tests, in under a minute.
 * The calendar only warns: nothing is wrong yet when a covered year nears its end.
 */
import type { Finished } from './run-command.ts'
import { runCommand, runLane, TOOLS } from './run-command.ts'

const BUDGET_SECONDS = 60
const script = (name: string) => [...TOOLS.node, `scripts/check/${name}.ts`]

const begun = performance.now()
const lanes = await Promise.all([
  runLane([{ name: 'types', words: script('check-types') }]),
  runLane([
    {
      name: 'lint and layers',
      words: [...TOOLS.biome, 'check', '--max-diagnostics=40', '--error-on-warnings'],
    },
    { name: 'messages', words: script('check-messages') },
    { name: 'unit tests', words: [...TOOLS.vitest, 'run', '--project', 'domain'] },
  ]),
])
const seconds = (performance.now() - begun) / 1000

const show = ({ name, ok, output, seconds: took }: Finished): void => {
  console.log(`${name.padEnd(18)} ${ok ? 'ok' : 'FAILED'}  ${took.toFixed(1)} s`)
  if (!ok) console.error(output)
}
const finished = lanes.flat()
for (const done of finished) show(done)
const calendar = await runCommand({ name: 'calendar', words: script('check-calendar') })
process.stdout.write(calendar.output)
console.log(`verify: ${seconds.toFixed(0)} s of ${BUDGET_SECONDS}`)
if (finished.some(({ ok }) => !ok)) process.exitCode = 1
