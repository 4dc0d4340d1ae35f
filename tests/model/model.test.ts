import { expect, it } from 'vitest'
import { THREE_DATABASES } from './network.ts'
import { openSqlite } from './open-sqlite.ts'
import { runModel } from './run-model.ts'

const COMMANDS = Number(process.env.FIXPOINT_MODEL_COMMANDS ?? 10_000)
const SEED = Number(process.env.FIXPOINT_MODEL_SEED ?? Date.now() % 1_000_000)
/** Of all commands, those over three databases. */
const SHARE_OF_THREE = 0.3

/** Longer runs, asked for by name, may take longer. */
const TIMEOUT_MS = 180_000 + COMMANDS * 20

it.each([
  { title: 'one database', ranges: [], share: 1 - SHARE_OF_THREE },
  { title: 'three databases', ranges: THREE_DATABASES, share: SHARE_OF_THREE },
])(
  `holds whatever people, clocks and broken connections do, in $title (FIXPOINT_MODEL_SEED=${SEED})`,
  async ({ title, ranges, share }) => {
    const began = performance.now()
    const commands = Math.ceil(COMMANDS * share)
    const ran = await runModel({ world: openSqlite(ranges), commands, seed: SEED })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${title}: seed ${SEED}, ${JSON.stringify(ran)}, ${seconds} s`)
    expect(ran.commands).toBeGreaterThanOrEqual(commands)
  },
  TIMEOUT_MS,
)
