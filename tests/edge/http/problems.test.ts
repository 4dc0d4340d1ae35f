import { beforeEach, describe, expect, it } from 'vitest'
import { PROBLEMS } from '#functions/http/problem.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub, plaqueOf } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'

const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const brokenHub = {
  prepare: () => {
    throw new Error('no such table: outlets, asked about Ms Wang 13800138000')
  },
}
const ask = aWorker()

beforeEach(async () => {
  await fillHub([anOutlet()])
})

describe('a problem', () => {
  it.each([
    ['malformed_json', 400, '/api/v1/outlets/verify', asJson('{"plaqueCode":')],
    ['too_large', 413, '/api/v1/outlets/verify', asJson({ plaqueCode: 'A'.repeat(70_000) })],
    ['unsupported_type', 415, '/api/v1/outlets/verify', asForm({ plaqueCode: 'x' })],
    ['unsupported_type', 415, '/api/v1/outlets/verify', { method: 'POST', body: '{}' }],
    ['invalid_value', 422, '/api/v1/outlets/verify', asJson([])],
    ['invalid_value', 422, '/api/v1/outlets/verify', asJson('null')],
    ['not_found', 404, '/api/v1/nothing', {}],
    ['not_found', 404, '/api/', {}],
    ['unknown_outlet', 404, '/api/v1/outlets/NO-1', {}],
    ['method_not_allowed', 405, '/api/v1/outlets', { method: 'POST' }],
    ['method_not_allowed', 405, '/api/v1/outlets/verify', {}],
    ['not_found', 404, '/verify/else', {}],
  ])('%s answers %i as problem details', async (code, status, path, init) => {
    const answer = await ask(path, init)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const body = (await answer.json()) as Record<string, unknown>
    expect(body).toMatchObject({ type: `/problems/${code}`, status, code })
    expect(body.requestId).toBe(answer.headers.get('X-Request-Id'))
    expect(Object.keys(body).sort()).toEqual(
      ['code', 'detail', 'errors', 'requestId', 'status', 'title', 'type'].sort(),
    )
  })

  it('speaks the reader’s language', async () => {
    const chinese = { headers: { 'Accept-Language': 'fr;q=0.9, zh-Hans-CN, en;q=0.8' } }
    expect(await (await ask('/api/v1/nothing', chinese)).json()).toMatchObject({
      title: '页面不存在',
    })
    expect(await (await ask('/api/v1/nothing')).json()).toMatchObject({
      title: 'There is nothing here',
    })
    expect(await (await ask('/zh/verify/else')).json()).toMatchObject({ title: '页面不存在' })
  })

  it('is a page for a browser on a page’s address, and JSON on the API’s', async () => {
    const page = await ask('/verify/else', { headers: BROWSER })
    expect(page.status).toBe(404)
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(await page.text()).toContain('<h1>There is nothing here</h1>')
    const api = await ask('/api/v1/nothing', { headers: BROWSER })
    expect(api.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
  })

  it.each(Object.keys(PROBLEMS))(
    '%s has an address that explains it in both languages',
    async (code) => {
      for (const [language, path] of [
        ['en', `/problems/${code}`],
        ['zh-CN', `/zh/problems/${code}`],
      ]) {
        const answer = await ask(path ?? '')
        expect(answer.status).toBe(200)
        expect(await answer.text()).toContain(`<html lang="${language}">`)
      }
    },
  )
})

describe('a failure', () => {
  it('says nothing but a request id', async () => {
    const log: string[] = []
    const failing = aWorker({ bindings: { HUB: brokenHub }, log })
    const answer = await failing('/api/v1/outlets/HZ-001')
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      type: '/problems/internal',
      title: expect.any(String),
      status: 500,
      detail: expect.any(String),
      code: 'internal',
      errors: [],
      requestId: 'req_1',
    })
  })

  it('is logged with where it happened and without what it was about', async () => {
    const log: string[] = []
    await aWorker({ bindings: { HUB: brokenHub }, log })('/api/v1/outlets/HZ-001')
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      level: 'error',
      status: 500,
      route: '/api/v1/outlets/{code}',
      error: 'Error',
    })
    expect(log.join()).toContain('"at ')
    expect(log.join()).not.toMatch(/Wang|13800138000|HZ-001/)
  })
})

describe('the log', () => {
  it('has one line a request and nothing about a person or a device', async () => {
    const log: string[] = []
    const logged = aWorker({ log })
    const plaque = plaqueOf('HZ-001')
    const client = { 'CF-Connecting-IP': '203.0.113.9', 'User-Agent': 'Secret/1.0' }
    await logged('/api/v1/outlets/nearest?lat=30.274151&lon=120.155152', { headers: client })
    await logged('/outlets/search?q=30.274151,120.155152', { headers: client })
    await logged('/verify/', asForm({ plaqueCode: plaque }, client))
    await logged('/api/v1/outlets/verify', asJson({ plaqueCode: plaque }))
    await logged('/verify/13800138000')
    expect(log).toHaveLength(5)
    for (const line of log) {
      expect(line).not.toMatch(/30\.27|120\.15|203\.0|Secret|13800138000/)
      expect(line).not.toContain(plaque)
      expect(line).not.toContain('\n')
      expect(JSON.parse(line)).toHaveProperty('rowsRead')
    }
    expect(log.map((line) => JSON.parse(line).route)).toEqual([
      '/api/v1/outlets/nearest',
      '/outlets/search',
      '/verify/',
      '/api/v1/outlets/verify',
      'none',
    ])
  })
})

describe('Server-Timing', () => {
  it('shows rows in development and nowhere else', async () => {
    const development = aWorker({ vars: { ENVIRONMENT: 'development' } })
    const timing = (await development('/api/v1/outlets/HZ-001')).headers.get('Server-Timing')
    expect(timing).toMatch(/^total;dur=\d.*, db;dur=[\d.]+;desc="trips 1, read 1, written 0"$/)
    const production = aWorker({ vars: { ENVIRONMENT: 'production' } })
    expect((await production('/healthz')).headers.get('Server-Timing')).toBeNull()
  })
})

describe('at the desk', () => {
  const shell = '<header data-desk-head></header><main data-shell></main>'
  const asked = aWorker({ files: { '/shell/desk.en/': shell } })
  const read = async (path: string, cookie = '') => {
    const answer = await asked(path, { headers: { ...BROWSER, Cookie: cookie } })
    return { status: answer.status, text: await answer.text() }
  }

  it('a mistyped code leaves its reader there, with the head that leads on', async () => {
    const { cookie } = await signedIn([at('counter', 'HZ-001')])
    const { status, text } = await read('/desk/repairs/AAAA/', cookie)
    expect(status).toBe(404)
    expect(text).toContain('href="/desk/intake/"')
    expect(text).toContain('action="/desk/find/"')
    expect(text).toContain('href="/desk/">Go to the desk')
    expect(text).not.toContain('Go to the start page')
  })

  it('an address that isn’t there leads to the desk, and tells nobody who is signed in', async () => {
    const { text } = await read('/desk/nowhere/')
    expect(text).toContain('Go to the desk')
    expect(text).not.toContain('/desk/account/')
  })

  it('nobody is shown the way to a page that a role for a part of the network doesn’t open', async () => {
    const part = await signedIn([at('hq_admin', 'HZ-001')], { key: 'part' })
    const whole = await signedIn([everywhere('hq_admin')], { key: 'whole' })
    for (const path of ['/desk/notices/', '/desk/site/']) {
      expect((await read('/desk/account/', part.cookie)).text).not.toContain(`href="${path}"`)
      expect((await read('/desk/account/', whole.cookie)).text).toContain(`href="${path}"`)
    }
    const places = async (cookie: string) => (await read('/desk/outlets/', cookie)).text
    expect(await places(part.cookie)).not.toContain('href="/desk/partners/"')
    expect(await places(whole.cookie)).toContain('href="/desk/partners/"')
  })
})
