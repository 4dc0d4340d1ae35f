import { beforeEach, describe, expect, it } from 'vitest'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub, plaqueOf } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'

const ask = aWorker()
const VERIFY = '/api/v1/outlets/verify'
const ELSEWHERE = 'https://elsewhere.example'
const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { Origin: ELSEWHERE },
  { Origin: 'null' },
  { Origin: ELSEWHERE, 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
]
const plaqueCode = plaqueOf('HZ-001')

const preflight = (method: string, headers = 'content-type,x-anything'): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    Origin: ELSEWHERE,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': headers,
  },
})

const withHeaders = (init: RequestInit, headers: Readonly<Record<string, string>>) => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), ...headers },
})

beforeEach(async () => {
  await fillHub([anOutlet()])
})

describe('a page of another site', () => {
  it('may read, with the headers of a conditional request and no others', async () => {
    const answer = await ask('/api/v1/outlets', preflight('GET'))
    expect(answer.status).toBe(204)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD')
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('If-None-Match')
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  it.each(['/api/v1/outlets/NO-1', '/api/v1/outlets?limit=0', VERIFY])(
    'may read why %s is refused',
    async (path) => {
      const answer = await ask(path, { headers: { Origin: ELSEWHERE } })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    },
  )

  it.each(['POST', 'PUT', 'DELETE'])('is told nothing when it asks to %s', async (method) => {
    const answer = await ask(VERIFY, preflight(method))
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(answer.headers.get('Access-Control-Allow-Methods')).toBeNull()
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBeNull()
  })

  it.each(FOREIGN)('may not post JSON: %j', async (headers) => {
    const answer = await ask(VERIFY, withHeaders(asJson({ plaqueCode }), headers))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'cross_site' })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it.each(FOREIGN)('may not post a form: %j', async (headers) => {
    expect((await ask('/verify/', asForm({ plaqueCode }, headers))).status).toBe(403)
  })

  it('can’t use up a visitor’s allowance', async () => {
    const limited = aWorker({ vars: { RATE_LIMIT_LOOKUPS: '1' } })
    const visitor = { 'CF-Connecting-IP': '1.1.1.1' }
    for (const headers of FOREIGN) {
      const foreign = { ...visitor, ...headers }
      expect((await limited('/verify/', asForm({ plaqueCode }, foreign))).status).toBe(403)
      const json = withHeaders(asJson({ plaqueCode }), foreign)
      expect((await limited(VERIFY, json)).status).toBe(403)
    }
    expect((await limited('/verify/', asForm({ plaqueCode }, visitor))).status).toBe(200)
    expect((await limited('/verify/', asForm({ plaqueCode }, visitor))).status).toBe(429)
  })
})

it.each([
  ['our own page', { Origin: 'https://fixpoint.example', 'Sec-Fetch-Site': 'same-origin' }],
  ['an older browser on our own page', { Origin: 'https://fixpoint.example' }],
  ['what is no browser', {}],
])('%s may post, and no other site may read the answer', async (_, headers) => {
  const answer = await ask(VERIFY, withHeaders(asJson({ plaqueCode }), headers))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
})

describe('the button behind a link in a message', () => {
  const LINK = '/t/0123456789abcdefghijkl'

  it('is pressed from a page that hides its address', async () => {
    expect((await ask(LINK, asForm({}, { Origin: 'null' }))).status).toBe(410)
    expect((await ask(`/zh${LINK}`, asForm({}, { Origin: 'null' }))).status).toBe(410)
  })

  it('is not pressed by a page of another site', async () => {
    for (const headers of FOREIGN.filter(
      ({ Origin, ...rest }) => Origin !== 'null' || rest['Sec-Fetch-Site'],
    )) {
      expect((await ask(LINK, asForm({}, headers))).status).toBe(403)
    }
  })
})
