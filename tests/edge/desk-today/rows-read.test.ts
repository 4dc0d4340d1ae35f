import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { wallKey } from '#functions/desk-today/load-wall.ts'
import { aRepair } from '#support/a-repair.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, NOW } from '../support/a-worker.ts'
import { addRepairs } from '../support/many-repairs.ts'
import { at as role, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { at, putOnRecord } from './open-repairs.ts'

const HERE = 'HZ-002'
const IN_HAND = 150
const ANNOUNCED = 200

const log: string[] = []
const ask = aWorker({ log, now: () => NOW })
let manager: SignedInStaff

type Cost = { readonly rows: number; readonly trips: number; readonly bytes: number }

/** What an address costs beside the session. */
async function costOf(path: string, etag: string | null = null): Promise<Cost> {
  const headers = { Cookie: manager.cookie, Accept: 'text/html' }
  await ask('/desk/today/fragment?outlet=NO-1', { headers })
  const session = JSON.parse(log.at(-1) ?? '{}')
  const answer = await ask(path, {
    headers: { ...headers, ...(etag && { 'If-None-Match': etag }) },
  })
  expect(answer.status).toBe(etag ? 304 : 200)
  const bytes = (await answer.arrayBuffer()).byteLength
  const told = JSON.parse(log.at(-1) ?? '{}')
  return {
    rows: told.rowsRead - session.rowsRead,
    trips: told.trips - session.trips,
    bytes,
  }
}

describe.each([1_000, 100_000])('among %i repairs of other outlets', (elsewhere) => {
  beforeAll(async () => {
    await fillHub([aCounter(), aCounter({ code: HERE })])
    await addRepairs(elsewhere)
    manager = await signedIn([role('outlet_manager', HERE)], { key: 'manager' })
    const stories = [
      aRepair().received().repair,
      aRepair().diagnosing().repair,
      aRepair().awaitingDecision().repair,
      aRepair().awaitingParts().repair,
      aRepair().ready().repair,
    ]
    const inHand = Array.from({ length: IN_HAND }, (_, place) => ({
      repair: at(stories[place % stories.length] ?? aRepair().repair, HERE),
      assignedTo: manager.id,
      shelf: `A-${place}`,
    }))
    const announced = Array.from({ length: ANNOUNCED }, () => ({
      repair: at(aRepair().repair, HERE),
    }))
    await putOnRecord([...inHand, ...announced])
    await env.HUB.prepare('INSERT INTO boards VALUES (?1, 7)').bind(HERE).run()
  }, 120_000)

  it('Today reads what is in hand and its jobs, and nothing else of the network', async () => {
    const { rows, trips } = await costOf('/desk/')
    expect(rows).toBeLessThanOrEqual(3 * IN_HAND + 30)
    expect(trips).toBe(2)
  })

  it('the board reads the same', async () => {
    expect((await costOf('/desk/board/')).rows).toBeLessThanOrEqual(3 * IN_HAND + 30)
  })

  it('a screen that asks in vain reads one row of each database, in one trip', async () => {
    for (const screen of ['today', 'board']) {
      const path = `/desk/${screen}/fragment?outlet=${HERE}`
      const answer = await ask(path, { headers: { Cookie: manager.cookie } })
      const { rows, trips } = await costOf(path, answer.headers.get('ETag'))
      expect([rows, trips]).toEqual([1, 1])
    }
  })

  it('the wall reads its outlet and its queue', async () => {
    const key = await wallKey(theSources().keys, HERE)
    await ask(`/desk/wall/${HERE}/${key}/`)
    expect(JSON.parse(log.at(-1) ?? '{}').rowsRead).toBeLessThanOrEqual(4)
  })
})
