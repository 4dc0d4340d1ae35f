import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import geodesic from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { findNearest } from '#functions/outlets/find-nearest.ts'
import { OUTLET_COLUMNS, outletValues } from '#functions/outlets/outlet-rows.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub, theHub } from '../support/a-hub.ts'
import { type Ask, aWorker, indexFile, NOW } from '../support/a-worker.ts'

type Near = { readonly code: string; readonly distanceKm: number; readonly openState: string }

const SEED = 20_261_121
const LIMIT = 5

/** A network on a lattice around Hangzhou, far enough apart that no two distances are alike. */
const network = (count: number): readonly Outlet[] =>
  Array.from({ length: count }, (_, place) =>
    anOutlet({
      code: `N-${String(place).padStart(3, '0')}`,
      lat: 30 + ((place * 7) % 23) * 0.0713,
      lon: 120 + ((place * 11) % 29) * 0.0591,
    }),
  )

const builtFrom = async (outlets: readonly Outlet[]): Promise<Ask> => {
  const seq = await fillHub(outlets)
  return aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
}

const SET = OUTLET_COLUMNS.map((column, place) => `${column} = ?${place + 1}`).join(', ')

/** Writes an outlet as a change the site build has not seen. */
async function change(outlet: Outlet, seq: number): Promise<void> {
  await env.HUB.batch([
    env.HUB.prepare(`UPDATE outlets SET ${SET}, changed_seq = ${seq} WHERE code = ?1`).bind(
      ...outletValues(outlet),
    ),
    env.HUB.prepare(`UPDATE counters SET value = ${seq}`),
  ])
}

const truth = (outlets: readonly Outlet[], lat: number, lon: number): readonly string[] =>
  outlets
    .filter((one) => one.operation === 'open' && one.qualification !== 'disqualified')
    .map(({ code, lat: toLat, lon: toLon }) => ({
      code,
      metres: geodesic.Geodesic.WGS84.Inverse(lat, lon, toLat, toLon).s12 ?? 0,
    }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, LIMIT)
    .map(({ code }) => code)

const nearest = async (ask: Ask, query: string): Promise<readonly Near[]> => {
  const answer = await ask(`/api/v1/outlets/nearest?${query}`)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { outlets: Near[] }).outlets
}

const aChange = fc.record({
  place: fc.nat(39),
  kind: fc.constantFrom('move', 'suspend', 'close', 'disqualify'),
  lat: fc.double({ min: 30, max: 31.6, noNaN: true }),
  lon: fc.double({ min: 120, max: 121.7, noNaN: true }),
  /** Whether somebody asks between this change and the next. */
  isSeen: fc.boolean(),
})
type Change = typeof aChange extends fc.Arbitrary<infer Value> ? Value : never

function changed(outlet: Outlet, { kind, lat, lon }: Change): Outlet {
  if (kind === 'move') return { ...outlet, operation: 'open', suspension: null, lat, lon }
  if (kind === 'close') return { ...outlet, operation: 'closed', closedOn: '2026-11-01' }
  if (kind === 'disqualify') return { ...outlet, qualification: 'disqualified' }
  return {
    ...outlet,
    operation: 'suspended',
    suspension: { from: null, until: null, reason: null },
  }
}

describe('the nearest outlets by the API', () => {
  it('are those of brute force over the database after any changes that no build has seen', async () => {
    const property = fc.asyncProperty(
      fc.array(aChange, { maxLength: 25 }),
      fc.record({
        lat: fc.double({ min: 29, max: 32, noNaN: true }),
        lon: fc.double({ min: 119, max: 122, noNaN: true }),
      }),
      async (changes, from) => {
        const now = [...network(40)]
        const ask = await builtFrom(now)
        for (const [step, one] of changes.entries()) {
          const outlet = changed(now[one.place] as Outlet, one)
          now[one.place] = outlet
          await change(outlet, 41 + step)
          if (one.isSeen) await nearest(ask, `lat=${one.lat.toFixed(6)}&lon=${one.lon.toFixed(6)}`)
        }
        const lat = Number(from.lat.toFixed(6))
        const lon = Number(from.lon.toFixed(6))
        const found = await nearest(ask, `lat=${lat}&lon=${lon}&limit=${LIMIT}`)
        expect(found.map(({ code }) => code)).toEqual(truth(now, lat, lon))
      },
    )
    await fc.assert(property, { seed: SEED, numRuns: 40 })
  })

  it('are the same without any built index', async () => {
    const outlets = network(30)
    await fillHub(outlets)
    const found = await nearest(aWorker(), `lat=30.5&lon=120.5&limit=${LIMIT}`)
    expect(found.map(({ code }) => code)).toEqual(truth(outlets, 30.5, 120.5))
  })

  it('cost one trip and at most three rows an outlet, plus what changed since the build', async () => {
    const outlets = network(200)
    const seq = await fillHub(outlets)
    for (const place of [1, 2, 3])
      await change({ ...(outlets[place] as Outlet), lat: 50 }, seq + place)
    const files = { '/data/outlets/index.json': indexFile(outlets, seq) }
    const hub = theHub()
    const assets = { fetch: async () => new Response(files['/data/outlets/index.json']) }
    await findNearest(
      { hub, assets: assets as unknown as Fetcher, now: NOW },
      { lat: 30.5, lon: 120.5, limit: 10, filter: {} },
    )
    expect(hub.tally.trips).toBe(1)
    expect(hub.tally.rowsWritten).toBe(0)
    expect(hub.tally.rowsRead).toBeLessThanOrEqual(3 * 10 + 3 + 4)
  })

  it('say distance in kilometres and the open state', async () => {
    const ask = await builtFrom([anOutlet()])
    const [only] = await nearest(ask, 'lat=30.27415&lon=120.15515')
    expect(only).toMatchObject({ code: 'HZ-001', distanceKm: 0, openState: 'unknown' })
  })

  it('keep to a filter, of changed outlets too', async () => {
    const outlets = network(20)
    const ask = await builtFrom(outlets)
    await change({ ...(outlets[3] as Outlet), services: { one_hour: 'done' } }, 21)
    await change({ ...(outlets[4] as Outlet), services: { one_hour: 'collected' } }, 22)
    const found = await nearest(ask, 'lat=30&lon=120&service=one_hour&doneHere=true')
    expect(found.map(({ code }) => code)).toEqual(['N-003'])
  })

  it.each([
    ['lat=91&lon=120', 'lat', 'out_of_range'],
    ['lat=&lon=120', 'lat', 'not_a_number'],
    ['lon=120', 'lat', 'required'],
    ['lat=30&lon=NaN', 'lon', 'not_a_number'],
    ['lat=30&lon=-181', 'lon', 'out_of_range'],
    ['lat=30&lon=120&limit=0', 'limit', 'out_of_range'],
    ['lat=30&lon=120&limit=1.5', 'limit', 'not_a_whole_number'],
    ['lat=30&lon=120&service=magic', 'service', 'not_allowed'],
    ['lat=30&lon=120&stepFree=perhaps', 'stepFree', 'not_allowed'],
    ['lat=30&lon=120&openAt=2026-10-01T10:00', 'openAt', 'offset_required'],
    ['lat=30&lon=120&openAt=soon', 'openAt', 'invalid'],
    ['lat=30&lon=120&language=!', 'language', 'invalid'],
    ['lat=30&lon=120&doneHere=__proto__', 'doneHere', 'not_allowed'],
    ['lat=30&lon=120&stepFree=constructor', 'stepFree', 'not_allowed'],
    ['lat=30&lon=120&service=toString', 'service', 'not_allowed'],
    ['lat=30&lon=120&openAt=2032-01-01T00:00:00Z', 'openAt', 'out_of_range'],
    ['lat=30&lon=120&openAt=1900-01-01T00:00:00Z', 'openAt', 'out_of_range'],
    ['lat=30&lon=120&openAt=%2B200000-01-01T00:00:00Z', 'openAt', 'out_of_range'],
    ['lat=30&lon=120&openAt=-100000-01-01T00:00:00Z', 'openAt', 'out_of_range'],
  ])('refuse %s and name the field', async (query, field, code) => {
    const answer = await aWorker()(`/api/v1/outlets/nearest?${query}`)
    expect(answer.status).toBe(422)
    const body = (await answer.json()) as { errors: { field: string; code: string }[] }
    expect(body.errors).toMatchObject([{ field, code }])
  })
})
