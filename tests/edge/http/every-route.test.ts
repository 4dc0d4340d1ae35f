import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { capabilities, createApp } from '#functions/http/app.ts'
import { SECURITY_HEADERS } from '#functions/http/headers.ts'
import { openApiRoute } from '#functions/http/openapi.ts'
import { AUDIENCES } from '#functions/http/route.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub, plaqueOf } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'

const declared = [...capabilities.flat(), openApiRoute(() => ({}) as never)]
const key = (method: string, path: string) => `${method} ${path.replaceAll(/\{(.+?)\}/g, ':$1')}`
const ask = aWorker()

/** One good request for every route. A route without one fails the test below. */
const GOOD: Readonly<Record<string, readonly [path: string, init?: RequestInit]>> = {
  'GET /healthz': ['/healthz'],
  'GET /problems/:code': ['/problems/not_found'],
  'GET /zh/problems/:code': ['/zh/problems/not_found'],
  'GET /api/v1/places': ['/api/v1/places?q=hangzhou'],
  'GET /api/v1/outlets': ['/api/v1/outlets'],
  'GET /api/v1/outlets/nearest': ['/api/v1/outlets/nearest?lat=30&lon=120'],
  'GET /api/v1/outlets/:code': ['/api/v1/outlets/HZ-001'],
  'POST /api/v1/outlets/verify': [
    '/api/v1/outlets/verify',
    asJson({ plaqueCode: plaqueOf('HZ-001') }),
  ],
  'GET /verify': ['/verify', { redirect: 'manual' }],
  'GET /verify/': ['/verify/'],
  'POST /verify/': ['/verify/', asForm({ plaqueCode: plaqueOf('HZ-001') })],
  'GET /zh/verify': ['/zh/verify', { redirect: 'manual' }],
  'GET /zh/verify/': ['/zh/verify/'],
  'POST /zh/verify/': ['/zh/verify/', asForm({ plaqueCode: plaqueOf('HZ-001') })],
  'GET /outlets/search': ['/outlets/search?q=30,120'],
  'GET /zh/outlets/search': ['/zh/outlets/search?q=30,120'],
  'GET /outlets/search/': ['/outlets/search/?q=30,120', { redirect: 'manual' }],
  'GET /zh/outlets/search/': ['/zh/outlets/search/?q=30,120', { redirect: 'manual' }],
  'GET /api/openapi.json': ['/api/openapi.json'],
}

beforeEach(async () => {
  await fillHub([anOutlet()])
})

it('mounts no route that does not say who may ask', () => {
  const app = createApp({
    now: () => 0,
    randomId: () => '',
    randomByte: () => 0,
    writeLog: () => {},
  })
  const mounted = app.routes.filter(({ path }) => !path.includes('*'))
  const stated = new Set(
    declared
      .filter(({ audience }) => AUDIENCES.includes(audience))
      .map(({ method, path }) => key(method, path)),
  )
  expect(mounted.length).toBeGreaterThan(10)
  expect(
    mounted.map(({ method, path }) => `${method} ${path}`).filter((one) => !stated.has(one)),
  ).toEqual([])
})

describe.each(declared.map(({ method, path }) => key(method, path)))('%s', (route) => {
  const [path, init] = GOOD[route] ?? ['']

  it('answers a good request', async () => {
    expect(path, 'a good request for this route').not.toBe('')
    expect((await ask(path, init)).status).toBeLessThan(400)
  })

  it('carries every security header, answering and refusing', async () => {
    for (const answer of [await ask(path, init), await ask(path, { method: 'DELETE' })]) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(answer.headers.get(name)).toBe(value)
      }
      expect(answer.headers.get('X-Request-Id')).toMatch(/^req_/)
    }
  })

  it('refuses another method and says which it takes', async () => {
    const answer = await ask(path, { method: 'DELETE' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')?.split(', ')).toContain(route.split(' ')[0])
  })
})

it('answers HEAD as GET, without a body', async () => {
  const answer = await ask('/api/v1/outlets', { method: 'HEAD' })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('')
})

it('describes every route of the API in OpenAPI 3.1, and no page', async () => {
  const document = (await (await ask('/api/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, Record<string, { responses: object; 'x-audience': string }>>
  }
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const api = declared
    .filter(({ path }) => path.startsWith('/api/v1/') || path === '/healthz')
    .map(({ method, path }) => `${method} ${path}`)
  expect(described.sort()).toEqual(api.sort())
  for (const methods of Object.values(document.paths)) {
    for (const operation of Object.values(methods)) {
      expect(AUDIENCES).toContain(operation['x-audience'])
      expect(operation.responses).toHaveProperty('200')
    }
  }
})

it('refers to nothing that its OpenAPI document lacks', async () => {
  const text = await (await ask('/api/openapi.json')).text()
  const document = JSON.parse(text) as { components: { schemas: object } }
  const wanted = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  expect(wanted.length).toBeGreaterThan(3)
  for (const name of wanted) expect(document.components.schemas).toHaveProperty(name as string)
})

it('is healthy while the database answers, and says so when it does not', async () => {
  expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' })
  const broken = {
    prepare: (sql: string) => env.HUB.prepare(sql.replace('counters', 'nothing')),
    batch: env.HUB.batch.bind(env.HUB),
  }
  const answer = await aWorker({ bindings: { HUB: broken } })('/healthz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ code: 'unavailable' })
})
