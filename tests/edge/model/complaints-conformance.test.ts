import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { runComplaints } from '../../model/complaints/run-complaints.ts'

const COMMANDS = 200
const SEED = 20261122

it('holds on D1 what holds on the databases of the complaints’ model test', async () => {
  const world = { hub: env.HUB, others: {}, ranges: [] }
  const { kinds: _, ...ran } = await runComplaints({ world, commands: COMMANDS, seed: SEED })
  console.log(`complaints, D1: seed ${SEED}, ${JSON.stringify(ran)}`)
  expect(ran.done).toBeGreaterThan(COMMANDS / 4)
}, 120_000)
