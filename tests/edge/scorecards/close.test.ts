import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { runScorecards } from '#functions/scorecards/run-clocks.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { theSources } from '../support/the-sources.ts'

const GOOD = {
  ...{ promise_due: 100, promise_kept: 95, one_hour_due: 100, one_hour_kept: 95 },
  ...{ first_time_fix_due: 100, first_time_fix_kept: 95, closed: 100, record_complete: 100 },
  ...{ 'survey.csat|score=5': 100, repairs_received: 100 },
}
const BAD = {
  ...GOOD,
  promise_kept: 40,
  one_hour_kept: 40,
  record_complete: 60,
  first_time_fix_kept: 60,
}
const MINUTE = 60_000
/** 11:06 in Shanghai. */
const RING = Date.UTC(2026, 10, 18, 3, 6)

const put = (table: string, values: readonly unknown[]) =>
  env.HUB.prepare(`INSERT INTO ${table} VALUES (${values.map((_, at) => `?${at + 1}`).join()})`)
    .bind(...values)
    .run()

beforeEach(async () => {
  const codes = ['HZ-001', 'HZ-002', 'HZ-003', 'HZ-004']
  await fillHub([
    ...codes.map((code) => aCounter({ code })),
    aCounter({ code: 'GONE', operation: 'closed', closedOn: '2026-09-01' }),
    aCounter({ code: 'DESK', services: { repair: 'collected' } }),
  ])
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    for (const code of codes.slice(0, 3)) {
      await put('kpi_months', [code, month, JSON.stringify(code === 'HZ-001' ? BAD : GOOD)])
    }
    if (month === '2026-08') continue
    await put('kpi_region_months', [month, 'network', '{}', `${month}-28`])
  }
})

const run = (now: number) => runScorecards(theSources({ now }))
const rows = async (month: string) =>
  (
    await env.HUB.prepare(
      'SELECT outlet_code, score, stars, gap, line, card FROM scorecards WHERE month = ?1 ORDER BY gap DESC, outlet_code',
    )
      .bind(month)
      .all<{
        outlet_code: string
        score: number | null
        stars: number
        gap: number
        line: string
        card: string
      }>()
  ).results

it('closes the months that are due one at a time, the oldest first, in their minute', async () => {
  expect(await run(RING - MINUTE)).toBe(0)
  expect(await run(RING)).toBe(4)
  expect([(await rows('2026-09')).length, (await rows('2026-10')).length]).toEqual([4, 0])
  expect(await run(RING + 10 * MINUTE)).toBe(4)
  expect(await run(RING + 20 * MINUTE)).toBe(0)
  expect(await countOf('scorecards')).toBe(8)
})

it('scores an outlet that no longer says that it repairs, as long as there is something to score', async () => {
  await run(RING)
  await env.HUB.prepare(`UPDATE outlets SET services = '{"repair":"collected"}'`).run()
  await run(RING + 10 * MINUTE)
  const [worst, ...others] = await rows('2026-10')
  expect(worst).toMatchObject({ outlet_code: 'HZ-001', score: 35.7 })
  expect(JSON.parse(worst?.line ?? '').proposal).toMatchObject({ rule: 'failing_months' })
  // One that had nothing in September isn't asked again.
  expect(others.map(({ outlet_code }) => outlet_code)).toEqual(['HZ-002', 'HZ-003'])
})

it('scores outlets that repair, and says what is proposed after two failing months', async () => {
  await run(RING)
  await run(RING + 10 * MINUTE)
  const [worst, ...others] = await rows('2026-10')
  expect(others.map(({ outlet_code }) => outlet_code)).toEqual(['HZ-002', 'HZ-003', 'HZ-004'])
  // Of October: 0 promise, 0 one hour, 0 records, 0 first time fixed in September; 25 of voice: 25 of 70.
  expect(worst).toMatchObject({ outlet_code: 'HZ-001', score: 35.7, stars: 0 })
  expect(JSON.parse(worst?.line ?? '')).toMatchObject({
    worst: { id: 'first_time_fix', points: 0 },
    // Three outlets are too few to stand out among.
    breaches: [],
    proposal: { rule: 'failing_months', months: ['2026-09', '2026-10'] },
    before: [35.7, null],
  })
  expect(others[0]).toMatchObject({ score: 100, stars: 5 })
  expect(others[2]).toMatchObject({ score: null, gap: -1000 })
})

it('keeps a closed month as it is, whatever comes late', async () => {
  await run(RING)
  const before = await rows('2026-09')
  await env.HUB.prepare(`UPDATE kpi_months SET counts = '{}'`).run()
  await run(RING + 10 * MINUTE)
  expect(await rows('2026-09')).toEqual(before)
  const change = env.HUB.prepare(`UPDATE scorecards SET score = 100`)
  await expect(change.run()).rejects.toThrow('stays as it is')
})
