import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { FIGURE_IDS } from '#domain/kpis/kpi-definitions.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker()
async function json({ cookie }: Pick<SignedInStaff, 'cookie'>, path: string) {
  const headers = { Accept: 'application/json', Cookie: cookie }
  const answer = await ask(path, { headers })
  return {
    status: answer.status,
    cache: answer.headers.get('Cache-Control'),
    said: await answer.json(),
  }
}

beforeEach(async () => {
  await fillHub([aCounter()])
  await env.HUB.batch(
    ['2026-09', '2026-10'].map((month, place) =>
      env.HUB.prepare('INSERT INTO kpi_months VALUES (?1, ?2, ?3)').bind(
        ...['HZ-001', month, JSON.stringify({ promise_due: 10, promise_kept: 8 + place })],
      ),
    ),
  )
})

describe('figures over the API', () => {
  it('are every figure of a month, as the page tells them', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const { status, cache, said } = await json(manager, '/api/v1/kpis?month=2026-10')
    expect([status, cache]).toEqual([200, 'no-store'])
    expect(said).toMatchObject({ scope: 'outlet/HZ-001', month: '2026-10', nextCursor: null })
    const { kpis } = said as { kpis: readonly { id: string }[] }
    expect(kpis.map(({ id }) => id)).toEqual(FIGURE_IDS)
    expect(kpis.find(({ id }) => id === 'promise_kept')).toMatchObject({
      ...{ value: 90, n: 10, hits: 9, unit: 'percent', betterIs: 'higher', monthBefore: 80 },
      ...{ isMet: null, finalFrom: null, target: null, network: null },
    })
    expect(kpis.find(({ id }) => id === 'csat')).toMatchObject({ value: null, n: 0 })
  })

  it('are one figure’s months, oldest first', async () => {
    const hq = await signedIn([everywhere('hq_supply')])
    const path = '/api/v1/kpis/promise_kept?scope=outlet/hz-001&from=2026-08&to=2026-10'
    const { said } = await json(hq, path)
    const { kpi } = said as { kpi: { months: readonly { month: string; value: number | null }[] } }
    expect(kpi.months.map(({ month, value }) => [month, value])).toEqual([
      ['2026-09', 80],
      ['2026-10', 90],
    ])
  })

  it('aren’t there out of scope, and say which month they can’t take', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect((await json(manager, '/api/v1/kpis?scope=network')).status).toBe(404)
    expect((await json(manager, '/api/v1/kpis/promise_kept?scope=region/cn')).status).toBe(404)
    expect((await json(manager, '/api/v1/kpis/nothing')).status).toBe(404)
    const wrong = await json(manager, '/api/v1/kpis?month=2026-13')
    expect(wrong).toMatchObject({ status: 422, said: { errors: [{ field: 'month' }] } })
    const long = await json(manager, '/api/v1/kpis/promise_kept?from=2025-01&to=2026-10')
    expect(long).toMatchObject({ status: 422, said: { errors: [{ field: 'from' }] } })
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    expect((await json(counter, '/api/v1/kpis')).status).toBe(403)
    expect((await json({ cookie: '' }, '/api/v1/kpis')).status).toBe(401)
  })
})
