import { beforeEach, describe, expect, it } from 'vitest'
import { aRepair } from '#support/a-repair.ts'
import { HOUR_MS } from '#support/repair-actions.ts'
import { at as placed, putOnRecord } from '../desk-today/open-repairs.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'

const log: string[] = []
const ask = aWorker({ log })
const HERE = 'HZ-001'
const AWAY = 'SZ-001'
/** Came in so many hours ago. */
const aged = (hours: number, where = HERE, home = HERE) => ({
  repair: {
    ...placed(aRepair().received().repair, where, home),
    receivedAt: NOW - hours * HOUR_MS,
  },
})

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: AWAY, bucket: 9, regionId: 'cn-guangdong' })])
  const closed = placed(aRepair().collected().repair, HERE)
  const expected = placed(aRepair().repair, HERE)
  await putOnRecord([
    ...[0, 1, 1.1, 24, 73, 240, 241].map((hours) => aged(hours)),
    ...[aged(5, AWAY, HERE), aged(5, AWAY, AWAY), aged(300, HERE, AWAY)],
    ...[{ repair: closed }, { repair: expected }],
  ])
})

const page = async (query: string, cookie: string) => {
  const answer = await ask(`/desk/kpis/${query}`, { headers: { Cookie: cookie } })
  return await answer.text()
}
const cellsOf = (text: string) =>
  [
    ...text
      .slice(text.indexOf('id="ages"'))
      .matchAll(/<tr><th scope="row">([^<]*)<\/th><td[^>]*>(\d+)<\/td><td[^>]*>(\d+)<\/td>/g),
  ].map(([, age, here, away]) => [age, Number(here), Number(away)])

describe('what is open at an outlet', () => {
  it('stands beside its turnaround by age, in its hands and in others', async () => {
    const { cookie } = await signedIn([at('outlet_manager', HERE)])
    const text = await page('turnaround_walk_in_p90/?month=2026-11', cookie)
    expect(cellsOf(text)).toEqual([
      ['up to 1 hour ago', 2, 0],
      ['up to 1 day', 2, 1],
      ['up to 3 days', 0, 0],
      ['up to 10 days', 2, 0],
      ['longer ago', 2, 0],
    ])
  })

  it('isn’t counted for a region, which is said, and stands beside no other figure', async () => {
    const { cookie } = await signedIn([everywhere('hq_quality')])
    const region = await page('turnaround_walk_in_p90/?month=2026-11', cookie)
    expect(region).toContain('counted at outlets')
    expect(cellsOf(region)).toEqual([])
    const other = await page(`promise_kept/?month=2026-11&place=outlet/${HERE}`, cookie)
    expect(other).not.toContain('id="ages"')
  })

  it('costs two rows a phone more than the page without', async () => {
    const { cookie } = await signedIn([at('outlet_manager', HERE)])
    const read = async (id: string): Promise<number> => {
      await page(`${id}/?month=2026-11`, cookie)
      return JSON.parse(log.at(-1) ?? '{}').rowsRead
    }
    const more = (await read('turnaround_walk_in_p90')) - (await read('promise_kept'))
    expect(more).toBeLessThanOrEqual(2 * 9 + 2)
  })
})
