import { env } from 'cloudflare:workers'
import geodesic from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { type Ask, aWorker, type Files, indexFile } from '../support/a-worker.ts'

const LIMIT = 10
const BUILT = 200
const IMPORTED = 500

const network = (count: number): readonly Outlet[] =>
  Array.from({ length: count }, (_, place) =>
    anOutlet({
      code: `U-${String(place).padStart(4, '0')}`,
      lat: 30 + ((place * 7) % 97) * 0.0131,
      lon: 120 + ((place * 11) % 101) * 0.0119,
    }),
  )

type Cost = { readonly trips: number; readonly rowsRead: number }
type Site = { readonly ask: Ask; readonly cost: () => Cost }

/** A site that was built before the last outlets were imported. */
async function siteBefore(imported: readonly Outlet[], built: number): Promise<Site> {
  await fillHub(imported)
  const log: string[] = []
  const index = indexFile(imported.slice(0, built), built)
  const files: Files = built > 0 ? { '/data/outlets/index.json': index } : {}
  return { ask: aWorker({ files, log }), cost: () => JSON.parse(log.at(-1) ?? '') as Cost }
}

const trueCodes = (outlets: readonly Outlet[], lat: number, lon: number): readonly string[] =>
  outlets
    .map((outlet) => ({
      code: outlet.code,
      metres: geodesic.Geodesic.WGS84.Inverse(lat, lon, outlet.lat, outlet.lon).s12 ?? 0,
    }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, LIMIT)
    .map(({ code }) => code)

async function nearest(ask: Ask, lat: number, lon: number): Promise<readonly string[]> {
  const answer = await ask(`/api/v1/outlets/nearest?lat=${lat}&lon=${lon}&limit=${LIMIT}`)
  const { outlets } = (await answer.json()) as { outlets: { code: string }[] }
  return outlets.map(({ code }) => code)
}

describe('after an import of 500 outlets without a build', () => {
  it.each([
    ['the nearest', `/api/v1/outlets/nearest?lat=30.5&lon=120.5&limit=${LIMIT}`],
    ['the list', `/api/v1/outlets?limit=${LIMIT}`],
    ['a search', '/outlets/search?q=30.5,120.5'],
    ['a far search', '/outlets/search?q=50,100'],
  ])('%s reads them once: the second request costs its answer alone', async (_, path) => {
    const { ask, cost } = await siteBefore(network(BUILT + IMPORTED), BUILT)
    expect((await ask(path)).status).toBe(200)
    expect(cost().rowsRead).toBeGreaterThanOrEqual(IMPORTED)
    expect(cost().rowsRead).toBeLessThan(2 * IMPORTED)
    expect((await ask(path)).status).toBe(200)
    expect(cost().trips).toBe(1)
    expect(cost().rowsRead).toBeLessThanOrEqual(3 * LIMIT + 10)
  })

  it('a request of another kind does not read them again', async () => {
    const { ask, cost } = await siteBefore(network(BUILT + IMPORTED), BUILT)
    await ask(`/api/v1/outlets?limit=${LIMIT}`)
    await ask('/outlets/search?q=50,100')
    expect(cost().rowsRead).toBeLessThanOrEqual(3 * LIMIT + 10)
  })

  it('one more change costs that change, and shows at once', async () => {
    const outlets = network(BUILT + IMPORTED)
    const { ask, cost } = await siteBefore(outlets, BUILT)
    const [first = ''] = await nearest(ask, 30.5, 120.5)
    const next = BUILT + IMPORTED + 1
    await env.HUB.batch([
      env.HUB.prepare(
        `UPDATE outlets SET operation = 'closed', closed_on = '2026-11-01', changed_seq = ${next} WHERE code = ?1`,
      ).bind(first),
      env.HUB.prepare(`UPDATE counters SET value = ${next}`),
    ])
    const standing = outlets.filter(({ code }) => code !== first)
    expect(await nearest(ask, 30.5, 120.5)).toEqual(trueCodes(standing, 30.5, 120.5))
    expect(cost().rowsRead).toBeLessThanOrEqual(3 * LIMIT + 12)
  })
})

describe('without any build', () => {
  it('the network is read once, in parts where one change number stands on more than a part', async () => {
    const outlets = network(2_300)
    const { ask, cost } = await siteBefore(outlets, 0)
    await env.HUB.prepare('UPDATE outlets SET changed_seq = 7').run()
    expect(await nearest(ask, 30.7, 120.7)).toEqual(trueCodes(outlets, 30.7, 120.7))
    expect(cost().rowsRead).toBeLessThan(2_300 + 3 * LIMIT + 10)
    expect(await nearest(ask, 30.2, 120.9)).toEqual(trueCodes(outlets, 30.2, 120.9))
    expect(cost().rowsRead).toBeLessThanOrEqual(3 * LIMIT + 10)
  })
})

it('a database that was set back is read anew', async () => {
  const outlets = network(60)
  const { ask } = await siteBefore(outlets, 20)
  expect(await nearest(ask, 30.5, 120.5)).toEqual(trueCodes(outlets, 30.5, 120.5))
  const before = outlets.slice(0, 40)
  await fillHub(before)
  expect(await nearest(ask, 30.5, 120.5)).toEqual(trueCodes(before, 30.5, 120.5))
  expect(await nearest(ask, 31, 121)).toEqual(trueCodes(before, 31, 121))
})
