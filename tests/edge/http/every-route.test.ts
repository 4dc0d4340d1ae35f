import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { capabilities, createApp } from '#functions/http/app.ts'
import { MEDIA_POLICY, SECURITY_HEADERS } from '#functions/http/headers.ts'
import { openApiRoute } from '#functions/http/openapi.ts'
import { AUDIENCES } from '#functions/http/route.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, indexFile } from '../support/a-worker.ts'
import {
  aWorld,
  FORMS_OF_SEVERAL_STEPS,
  goodRequest,
  type World,
} from '../support/good-requests.ts'

const declared = [...capabilities.flat(), openApiRoute(() => ({}) as never)]
const key = (method: string, path: string) => `${method} ${path.replaceAll(/\{(.+?)\}/g, ':$1')}`
const outlets = [aCounter(), aMailInCentre()]
const files = { '/data/outlets/index.json': indexFile(outlets, 2) }
// As `npm start` runs it: a demonstration shows its messages.
const ask = aWorker({ files, vars: { DEMO_MESSAGES: 'on' } })
let world: World

/** Who is refused, and who only reads, leaves the network as it was: it serves the next one too. */
let isAsItWas = false

beforeEach(async () => {
  if (isAsItWas) return
  isAsItWas = true
  await fillHub(outlets)
  world = await aWorld(ask)
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

const isJson = (init: RequestInit | undefined): boolean =>
  new Headers(init?.headers).get('Content-Type') === 'application/json'

/** Steps of a ticket may not fit where the repair stands; that is an answer too. */
const FITS_NOT_NOW = 409

describe.each(declared.map((route) => [key(route.method, route.path), route] as const))(
  '%s',
  (_, route) => {
    const good = () => {
      isAsItWas &&= route.method === 'GET' || route.audience === 'staff'
      return goodRequest(route, world)
    }

    it('answers a good request', async () => {
      const { status } = await ask(...good())
      // What staff are answered is walked through in tests/edge/staff/permission-walk.test.ts.
      if (route.audience === 'staff') return expect(status).toBe(401)
      // Nobody has this account: a well-formed try is refused.
      if (route.path === '/desk/sign-in/' && route.method === 'POST')
        return expect(status).toBe(401)
      const isStep = route.method === 'POST' && route.audience === 'ticket'
      if (isStep && status === FITS_NOT_NOW) return
      if (route.method === 'POST' && FORMS_OF_SEVERAL_STEPS.has(route.path.replace('/zh/', '/'))) {
        return expect([200, 303, 409, 422]).toContain(status)
      }
      expect(status).toBeLessThan(400)
    })

    it('carries every security header, answering and refusing', async () => {
      const [path, init] = good()
      for (const answer of [await ask(path, init), await ask(path, { method: 'DELETE' })]) {
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
          const stricter: Record<string, string> = {
            'Referrer-Policy': 'no-referrer',
            ...(path.startsWith('/media/') && { 'Content-Security-Policy': MEDIA_POLICY }),
          }
          expect([value, stricter[name]], name).toContain(answer.headers.get(name))
        }
        expect(answer.headers.get('X-Request-Id')).toMatch(/^req_/)
      }
    })

    it('refuses another method and says which it takes', async () => {
      const answer = await ask(good()[0], { method: 'DELETE' })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('Allow')?.split(', ')).toContain(route.method)
    })

    it('lets nobody in without what its audience asks for', async () => {
      if (route.audience === 'public') return
      const [path, init] = good()
      const answer = await ask(path, {
        ...init,
        headers: isJson(init) ? { 'Content-Type': 'application/json' } : {},
      })
      const toLookUp =
        answer.status === 303 &&
        /\/(?:repairs|feedback\/look-up)\/$/.test(answer.headers.get('Location') ?? '')
      expect(toLookUp || answer.status === 401, `${answer.status}`).toBe(true)
    })
  },
)

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
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(20[01]|401)$/)]),
      )
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
