import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { runRepairClocks } from '#functions/repairs/run-clocks.ts'
import { aCounter, aMailInCentre, aRequest } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'

const outlets = [aCounter(), aMailInCentre()]
const DAY_MS = 86_400_000

beforeEach(async () => {
  const seq = await fillHub(outlets)
  const ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
  const { outletCode: _, startsAt: __, ...byPost } = aRequest()
  for (const name of ['first', 'second']) {
    const contact = { ...aRequest().contact, name }
    expect((await ask('/api/v1/repairs', asJson({ ...byPost, contact }))).status).toBe(201)
  }
})

const endings = async () => {
  const { results } = await env.HUB.prepare('SELECT state FROM repairs ORDER BY due_at').all<{
    state: string
  }>()
  return results.map(
    ({ state }) => (JSON.parse(state) as { ending?: string } | null)?.ending ?? null,
  )
}

it('closes what nobody sent in after thirty days', async () => {
  await runRepairClocks(theSources({ now: NOW + 31 * DAY_MS }))
  expect(await endings()).toEqual(['lapsed', 'lapsed'])
})

it('runs the clocks of all others where one repair can no longer be read, and tells of it', async () => {
  await env.HUB.prepare(
    "UPDATE repairs SET state = 'null', due_at = 1 WHERE code = (SELECT min(code) FROM repairs)",
  ).run()
  await expect(runRepairClocks(theSources({ now: NOW + 31 * DAY_MS }))).rejects.toThrow()
  expect((await endings()).toSorted()).toEqual(['lapsed', null].toSorted())
})
