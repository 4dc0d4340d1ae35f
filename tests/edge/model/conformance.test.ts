import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { runModel } from '../../model/run-model.ts'

const COMMANDS = 500
const SEED = 20261122

it('holds on D1 what holds on the databases of the model test', async () => {
  const world = { hub: env.HUB, others: {}, ranges: [] }
  const { kinds: _, ...ran } = await runModel({ world, commands: COMMANDS, seed: SEED })
  console.log(`D1: seed ${SEED}, ${JSON.stringify(ran)}`)
  expect(ran.commands).toBeGreaterThanOrEqual(COMMANDS)
}, 120_000)
