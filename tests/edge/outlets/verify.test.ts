import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyPlaque } from '#functions/outlets/verify-plaque.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub, plaqueOf, theHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, NOW } from '../support/a-worker.ts'

const outlets = [
  anOutlet({ openedOn: '2021-03-04' }),
  anOutlet({
    code: 'SUSPENDED',
    operation: 'suspended',
    suspension: { from: '2026-11-01', until: null, reason: { en: 'Flood', 'zh-CN': '水淹' } },
  }),
  anOutlet({
    code: 'LATER',
    operation: 'suspended',
    suspension: { from: '2026-11-19', until: null, reason: null },
  }),
  anOutlet({ code: 'OUT', qualification: 'disqualified' }),
  anOutlet({ code: 'NOTICE', qualification: 'on_notice' }),
  anOutlet({ code: 'CLOSED', operation: 'closed', closedOn: '2026-10-31' }),
  anOutlet({ code: 'REVOKED' }),
]
const STRANGER = plaqueOf('STRANGER')
const ask = aWorker()

beforeEach(async () => {
  await fillHub(outlets)
  await env.HUB.prepare(`UPDATE outlets SET plaque_revoked_at = 5 WHERE code = 'REVOKED'`).run()
})

describe('POST /api/v1/outlets/verify', () => {
  const verify = async (plaqueCode: unknown) =>
    await ask('/api/v1/outlets/verify', asJson({ plaqueCode }))

  it.each([
    ['HZ-001', true, 'authorised'],
    ['NOTICE', true, 'authorised'],
    ['LATER', true, 'authorised'],
    ['SUSPENDED', true, 'suspended'],
    ['OUT', false, 'disqualified'],
    ['CLOSED', false, 'closed'],
    ['REVOKED', false, 'revoked'],
  ])('answers for %s: genuine %s, %s', async (code, genuine, status) => {
    const answer = await verify(plaqueOf(code))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({
      verification: { genuine, status, outlet: { code, tags: ['demo'] } },
    })
  })

  it('answers name, address and since when', async () => {
    const { verification } = (await (await verify(plaqueOf('HZ-001'))).json()) as {
      verification: unknown
    }
    expect(verification).toMatchObject({
      since: '2021-03-04',
      outlet: { name: 'Hangzhou Demo Service Centre 1', address: '1 Demo Road' },
    })
  })

  it('reads the code as people write it', async () => {
    const code = plaqueOf('HZ-001')
    const written = ` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)} `
    expect((await (await verify(written)).json()) as object).toMatchObject({
      verification: { genuine: true },
    })
  })

  it('tells a code that is no plaque’s from one that is mistyped', async () => {
    expect(await (await verify(STRANGER)).json()).toEqual({
      verification: { genuine: false, status: 'unknown', since: null, outlet: null },
    })
    const mistyped = await verify('7K3M-9QXF-2')
    expect(mistyped.status).toBe(422)
    expect(await mistyped.json()).toMatchObject({
      errors: [{ field: 'plaqueCode', code: 'mistyped_code' }],
    })
  })

  it.each([
    [{}, 'required'],
    [{ plaqueCode: '' }, 'required'],
    [{ plaqueCode: 7 }, 'invalid'],
    [{ plaqueCode: 'A'.repeat(41) }, 'too_long'],
  ])('refuses %j', async (body, code) => {
    const answer = await ask('/api/v1/outlets/verify', asJson(body))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'plaqueCode', code }] })
  })

  it('reads one row for a plaque and none for a typing error', async () => {
    const hub = theHub()
    await verifyPlaque({ hub, now: NOW }, '7K3M-9QXF-2')
    expect(hub.tally.trips).toBe(0)
    await verifyPlaque({ hub, now: NOW }, plaqueOf('HZ-001'))
    expect(hub.tally.rowsRead).toBeLessThanOrEqual(2)
  })
})

describe('the page /verify/', () => {
  const post = async (plaqueCode: string, path = '/verify/') =>
    await ask(path, asForm({ plaqueCode }))

  it('shows the form, which posts to itself', async () => {
    const text = await (await ask('/verify/')).text()
    expect(text).toContain('<form method="post" action="/verify/">')
    expect(await (await ask('/zh/verify/')).text()).toContain('action="/zh/verify/"')
  })

  it.each([
    ['HZ-001', 'Genuine'],
    ['SUSPENDED', 'Genuine, but not serving at present'],
    ['OUT', 'No longer part of our network'],
    ['CLOSED', 'This outlet is closed'],
    ['REVOKED', 'This plaque is no longer valid'],
  ])('answers for %s: %s', async (code, title) => {
    const answer = await post(plaqueOf(code))
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const text = await answer.text()
    expect(text).toContain(`<h1>${title}</h1>`)
    expect(text).toContain(`<title>${title} · Is this outlet genuine? · Fixpoint</title>`)
    expect(text).toContain('Hangzhou Demo Service Centre 1')
  })

  it('warns of a plaque that is not ours, in Chinese too', async () => {
    expect(await (await post(STRANGER)).text()).toContain('Not one of our plaques')
    expect(await (await post(STRANGER, '/zh/verify/')).text()).toContain('不是我们的铭牌')
  })

  it('says in its title what came of the form, before all else', async () => {
    const titleOf = async (answer: Response) =>
      /<title>([^<]*) · Fixpoint<\/title>/.exec(await answer.text())?.[1]
    expect(await titleOf(await ask('/verify/'))).toBe('Is this outlet genuine?')
    expect(await titleOf(await post('7K3M-9QXF-2'))).toBe('Error: Is this outlet genuine?')
    expect(await titleOf(await post('', '/zh/verify/'))).toBe('错误：网点验真')
    expect(await titleOf(await post(STRANGER, '/zh/verify/'))).toBe('不是我们的铭牌 · 网点验真')
  })

  it('gives a mistyped code back to be mended, as text and never as HTML', async () => {
    const answer = await post('<script>"x"')
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('aria-invalid="true"')
    expect(text).toContain('value="&lt;script&gt;&quot;x&quot;"')
    expect(text).not.toContain('<script>')
  })

  it('refuses a form that stands on another site', async () => {
    const foreign = asForm({ plaqueCode: STRANGER }, { 'Sec-Fetch-Site': 'cross-site' })
    expect((await ask('/verify/', foreign)).status).toBe(403)
    const origin = asForm({ plaqueCode: STRANGER }, { Origin: 'https://elsewhere.example' })
    expect((await ask('/verify/', origin)).status).toBe(403)
  })

  it.each([
    ['multipart/form-data', 'plaqueCode=x'],
    ['multipart/form-data; boundary=x', 'garbage'],
    ['multipart/form-data; boundary=', '--\r\n'],
    ['application/x-www-form-urlencoded', '%%%=%E0%A4%A'],
    ['application/x-www-form-urlencoded', ''],
    ['application/x-www-form-urlencoded; charset=nonsense', '\u0000'],
  ])('asks again when a form of type %s can’t be read', async (type, body) => {
    const init = { method: 'POST', headers: { 'Content-Type': type }, body }
    const answer = await ask('/verify/', init)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Type the code that stands on the plaque.')
  })

  it('says of a demonstration outlet that it does not exist, and of no other', async () => {
    const note = {
      en: 'Demonstration data: this outlet does not exist.',
      zh: '演示数据：该网点并不存在。',
    }
    expect(await (await post(plaqueOf('HZ-001'))).text()).toContain(note.en)
    expect(await (await post(plaqueOf('HZ-001'), '/zh/verify/')).text()).toContain(note.zh)
    expect(await (await post(STRANGER)).text()).not.toContain(note.en)
    await fillHub([anOutlet({ tags: [] })])
    expect(await (await post(plaqueOf('HZ-001'))).text()).not.toContain(note.en)
  })

  it('refuses a body that is no form', async () => {
    expect((await ask('/verify/', asJson({ plaqueCode: STRANGER }))).status).toBe(415)
  })
})

it('limits lookups per client and minute across the API and the pages, and starts anew', async () => {
  let now = NOW
  const limited = aWorker({ now: () => now, vars: { RATE_LIMIT_LOOKUPS: '2' } })
  const from = (client: string) => ({
    ...asForm({ plaqueCode: STRANGER }, { 'CF-Connecting-IP': client }),
  })
  expect((await limited('/verify/', from('1.1.1.1'))).status).toBe(200)
  expect((await limited('/zh/verify/', from('1.1.1.1'))).status).toBe(200)
  const refused = await limited('/verify/', from('1.1.1.1'))
  expect(refused.status).toBe(429)
  expect(refused.headers.get('Retry-After')).toBe('60')
  expect((await limited('/verify/', from('2.2.2.2'))).status).toBe(200)
  now += 60_000
  expect((await limited('/verify/', from('1.1.1.1'))).status).toBe(200)
})
