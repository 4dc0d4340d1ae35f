import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub, plaqueOf } from '../support/a-hub.ts'
import { type Ask, aWorker, indexFile } from '../support/a-worker.ts'

type Page = {
  readonly outlets: { code: string; name: string }[]
  readonly nextCursor: string | null
}

const many = (count: number): readonly Outlet[] =>
  Array.from({ length: count }, (_, place) =>
    anOutlet({
      code: `L-${String(place).padStart(2, '0')}`,
      lat: 30 + place * 0.01,
      regionId: place % 3 === 0 ? 'cn-guangdong' : 'cn-zhejiang-hangzhou',
      kind: place % 2 === 0 ? 'in_store' : 'collection_point',
    }),
  )

async function built(outlets: readonly Outlet[]): Promise<Ask> {
  const seq = await fillHub(outlets)
  return aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
}

const page = async (ask: Ask, query: string): Promise<Page> =>
  (await (await ask(`/api/v1/outlets?${query}`)).json()) as Page

async function everyCode(ask: Ask, query: string): Promise<readonly string[]> {
  const codes: string[] = []
  let cursor: string | null = null
  do {
    const next: Page = await page(ask, `${query}${cursor ? `&cursor=${cursor}` : ''}`)
    codes.push(...next.outlets.map(({ code }) => code))
    cursor = next.nextCursor
  } while (cursor)
  return codes
}

it('pages through every outlet once, by code', async () => {
  const outlets = many(23)
  const ask = await built(outlets)
  expect(await everyCode(ask, 'limit=5')).toEqual(outlets.map(({ code }) => code))
})

it('ends a full last page without a further cursor', async () => {
  const ask = await built(many(10))
  expect((await page(ask, 'limit=10')).nextCursor).toBeNull()
  expect((await page(ask, 'limit=9')).nextCursor).not.toBeNull()
})

it('leaves out what was closed since the build and takes in what was opened', async () => {
  const outlets = many(12)
  const ask = await built(outlets.slice(0, 11))
  await fillHub(outlets)
  await env.HUB.prepare(
    `UPDATE outlets SET operation = 'closed', closed_on = '2026-11-01', changed_seq = 13 WHERE code = 'L-03'`,
  ).run()
  const expected = outlets.map(({ code }) => code).filter((code) => code !== 'L-03')
  expect(await everyCode(ask, 'limit=4')).toEqual(expected)
})

it('lists a region with everything below it', async () => {
  const ask = await built(many(9))
  expect(await everyCode(ask, 'region=cn-guangdong')).toEqual(['L-00', 'L-03', 'L-06'])
  expect(await everyCode(ask, 'region=cn-zhejiang&limit=2')).toHaveLength(6)
  expect(await everyCode(ask, 'region=cn')).toHaveLength(9)
})

it('keeps to the kind asked for', async () => {
  const ask = await built(many(6))
  expect(await everyCode(ask, 'kind=in_store')).toEqual(['L-00', 'L-02', 'L-04'])
})

it('names an outlet in the language asked for, English otherwise', async () => {
  const ask = await built(many(1))
  expect((await page(ask, '')).outlets[0]?.name).toBe('Hangzhou Demo Service Centre 1')
  expect((await page(ask, 'locale=zh-CN')).outlets[0]?.name).toBe('杭州演示服务中心1')
})

it.each([
  ['cursor=%21', 'cursor', 'bad_cursor'],
  ['cursor=YWJj', 'cursor', 'bad_cursor'],
  ['limit=101', 'limit', 'out_of_range'],
  ['region=nowhere', 'region', 'unknown_region'],
  ['kind=palace', 'kind', 'not_allowed'],
  ['locale=fr', 'locale', 'not_allowed'],
  ['locale=__proto__', 'locale', 'not_allowed'],
  ['region=__proto__', 'region', 'unknown_region'],
  ['openAt=9999-01-01T00:00:00Z', 'openAt', 'out_of_range'],
])('refuses %s and names the field', async (query, field, code) => {
  const ask = await built(many(1))
  const answer = await ask(`/api/v1/outlets?${query}`)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ errors: [{ field, code }] })
})

it('shows one outlet by its code in any case, with its suspension', async () => {
  const suspension = { from: '2026-11-01', until: '2026-12-01', reason: null }
  await fillHub([anOutlet({ operation: 'suspended', suspension })])
  const answer = await aWorker()('/api/v1/outlets/hz-001')
  expect(await answer.json()).toMatchObject({
    outlet: { code: 'HZ-001', status: 'suspended', suspension, version: 1 },
  })
})

it('never gives a plaque code away', async () => {
  const ask = await built(many(2))
  const answers = await Promise.all(
    ['/api/v1/outlets', '/api/v1/outlets/L-00', '/api/v1/outlets/nearest?lat=30&lon=120'].map(
      async (path) => await (await ask(path)).text(),
    ),
  )
  for (const text of answers) {
    expect(text).toContain('L-00')
    expect(text).not.toContain(plaqueOf('L-00'))
    expect(text).not.toMatch(/plaque/i)
  }
})

it.each(['XX-404', 'has%20space', 'search'])('has no outlet %s', async (code) => {
  await fillHub([anOutlet()])
  expect((await aWorker()(`/api/v1/outlets/${code}`)).status).toBe(404)
})
