import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { aCounter, aMailInCentre, aRequest, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, indexFile } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { booked, receive } from './a-found-phone.ts'

const outlets = [aCounter(), aMailInCentre()]
const files = { '/data/outlets/index.json': indexFile(outlets, 2) }
const log: string[] = []
const ask = aWorker({ files, log })
let agent: SignedInStaff
let code: string

beforeEach(async () => {
  await fillHub(outlets)
  agent = await signedIn([everywhere('agent')], { key: 'agent' })
  code = await booked(ask)
  log.length = 0
})

const post = (path: string, fields: Readonly<Record<string, string>>, as = agent) =>
  ask(`/desk/hotline/${path}`, { ...asForm(fields, { Cookie: as.cookie }), redirect: 'manual' })

const api = (path: string, body: object, headers: Record<string, string> = {}, as = agent) =>
  ask(`/api/v1/desk/hotline/${path}`, {
    ...asJson(body),
    headers: { 'Content-Type': 'application/json', Cookie: as.cookie, ...headers },
  })

const rows = async (sql: string, ...values: string[]) =>
  (
    await env.HUB.prepare(sql)
      .bind(...values)
      .all<Record<string, unknown>>()
  ).results
const calls = () => rows(`SELECT result, topic, code, staff_id FROM hotline_calls ORDER BY id`)
const accesses = () =>
  rows(`SELECT act, staff_id FROM access_log WHERE subject = ?1 ORDER BY at`, `repair/${code}`)

describe('telling a status', () => {
  const status = (fields: Readonly<Record<string, string>>, as?: SignedInStaff) =>
    post('status', { code: spellCode(code), ...fields }, as)

  it('says one sentence in each language once the digits are right', async () => {
    await receive(code, '490154203237518')
    const html = await (await status({ last4: '8000' })).text()
    expect(html).toContain('We have your phone. Promised for')
    expect(html).toContain('已收到您的手机。')
    expect(html).toContain('lang="zh-CN"')
    for (const hidden of ['Demo Customer', '13800138000', '490154203237518', '8000"'])
      expect(html).not.toContain(hidden)
    expect(await accesses()).toEqual([{ act: 'told_status', staff_id: agent.id }])
    expect(await calls()).toEqual([
      { result: 'told_status', topic: 'repair_status', code, staff_id: agent.id },
    ])
  })

  it('takes the whole name with the model instead, in any spelling', async () => {
    const told = await (await status({ name: 'DEMO  customer', model: 'f2' })).text()
    expect(told).toContain('Booked. Bring your phone on')
    for (const wrong of [
      { name: 'Demo', model: 'f2' },
      { name: 'Demo Customer', model: 'f1' },
      { name: '…', model: 'f2' },
    ]) {
      const html = await (await status(wrong)).text()
      expect(html, JSON.stringify(wrong)).not.toContain('Booked.')
    }
  })

  it('says nothing when the digits are wrong, and logs that somebody asked', async () => {
    const html = await (await status({ last4: '8001' })).text()
    expect(html).not.toContain('Booked')
    expect(html).toContain('Tell nothing')
    expect(html).toContain('value="8001"')
    expect(await accesses()).toEqual([{ act: 'caller_not_recognised', staff_id: agent.id }])
    expect(await calls()).toEqual([])
  })

  it('asks for what is missing and keeps what was typed', async () => {
    const nothing = await status({})
    expect([nothing.status, await nothing.text()]).toEqual([
      422,
      expect.stringContaining('Ask for the last 4 digits'),
    ])
    const half = await status({ name: 'Demo Customer' })
    expect([half.status, await half.text()]).toEqual([
      422,
      expect.stringContaining('Demo Customer'),
    ])
    expect((await post('status', { code: 'x', last4: '8000' })).status).toBe(422)
  })

  it('knows no repair out of the agent’s scope', async () => {
    const grant = { role: 'agent', scope: { kind: 'region', region: 'cn-guangdong' } } as const
    const other = await signedIn([grant], { key: 'other' })
    const answer = await status({ last4: '8000' }, other)
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.not.stringContaining('Booked'),
    ])
    expect(await accesses()).toEqual([])
  })

  it('is told as JSON', async () => {
    const told = await (await api('status-checks', { code, phoneLast4: '8000' })).json()
    expect(told).toEqual({
      isCaller: true,
      sentences: {
        en: expect.stringContaining('Booked.'),
        'zh-CN': expect.stringContaining('已预约'),
      },
    })
    expect(await (await api('status-checks', { code, phoneLast4: '8001' })).json()).toEqual({
      isCaller: false,
      sentences: null,
    })
    expect((await api('status-checks', { code })).status).toBe(422)
  })
})

describe('a call', () => {
  it('that was solved is a solved contact: one event, in codes', async () => {
    const fields = { commandId: 'k1', result: 'solved', topic: 'battery', solution: 'explained' }
    for (const _ of [1, 2]) {
      const answer = await post('calls', fields)
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        '/desk/hotline/?done=solved',
      ])
    }
    const events = await rows(
      `SELECT subject, actor, data FROM events WHERE type = 'contact.solved'`,
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.subject).toMatch(/^contact\/cal_[0-9A-Z]{15}$/)
    expect(events[0]?.actor).toBe(agent.id)
    expect(JSON.parse(String(events[0]?.data))).toEqual({
      ...{ touchpoint: 'hotline', topic: 'battery', solution: 'explained', code: null },
    })
    expect(await calls()).toEqual([
      { result: 'solved', topic: 'battery', code: null, staff_id: agent.id },
    ])
  })

  it('is logged with its repair, and shown to whoever took it', async () => {
    await post('calls', { result: 'passed_on', topic: 'complaint', code: spellCode(code) })
    expect(await calls()).toEqual([
      { result: 'passed_on', topic: 'complaint', code, staff_id: agent.id },
    ])
    expect(await countOf('events')).toBe(2)
    const page = await ask('/desk/hotline/', { headers: { Cookie: agent.cookie } })
    expect(await page.text()).toContain(`Complaint · ${spellCode(code)}`)
    const other = await signedIn([everywhere('agent')], { key: 'other' })
    const theirs = await ask('/desk/hotline/', { headers: { Cookie: other.cookie } })
    expect(await theirs.text()).not.toContain(spellCode(code))
  })

  it('comes back when something is missing, with what was chosen', async () => {
    const answer = await post('calls', { result: 'solved', topic: 'battery', code: 'nonsense' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Choose what solved it.')
    expect(html).toContain('value="nonsense"')
    expect(html).toMatch(/<option value="battery" selected=""/)
    expect(await calls()).toEqual([])
  })

  it('is not about a repair that isn’t there', async () => {
    const nobodys = `07${'0'.repeat(10)}7`
    const answer = await post('calls', { result: 'ended', topic: 'other', code: nobodys })
    expect([422, 404]).toContain(answer.status)
    expect((await api('calls', { result: 'ended', topic: 'other', code: 'x' })).status).toBe(422)
  })

  it('is logged by JSON once for its key', async () => {
    const body = { topic: 'price', solution: 'price_told' }
    const first = await api('contacts', body, { 'Idempotency-Key': 'a' })
    const again = await api('contacts', body, { 'Idempotency-Key': 'a' })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(await first.json()).toEqual(await again.json())
    const other = await api('contacts', { ...body, topic: 'battery' }, { 'Idempotency-Key': 'a' })
    expect(other.status).toBe(422)
    expect(await calls()).toHaveLength(1)
  })
})

describe('registering a caller', () => {
  const what = { fault: 'screen', model: 'f2', q: 'HZ-001' }
  const who = { name: 'Wang Xiaoming', phone: '139 0013 9001', consent: 'yes', locale: 'zh-CN' }
  const visit = `HZ-001 ${TOMORROW_AT_TEN} repair`
  const sent = {
    ...{ ...what, ...who, chosen: visit, commandId: 'k1', intent: 'register' },
    sought: 'screen|f2|HZ-001|',
  }

  it('shows the next free times of an outlet, and what is repaired by post', async () => {
    const html = await (await post('request/', { ...what, intent: 'times' })).text()
    expect(html).toContain('value="HZ-001 ')
    expect(html).toContain('value="HZ-900 mail_in"')
    expect(html).toContain('Use my name, numbers')
    expect(html).toContain('我的姓名')
  })

  it('shows the times of the day that the caller wants', async () => {
    const html = await (
      await post('request/', { ...what, day: '2026-11-21', intent: 'times' })
    ).text()
    expect(html).toContain('Sat\u00a021\u00a0Nov')
    expect(html).not.toContain('Wed\u00a018\u00a0Nov')
    const none = await (
      await post('request/', { ...what, day: '2027-11-21', intent: 'times' })
    ).text()
    expect(none).toContain('No free time')
  })

  it('books the visit in the agent’s name and shows the code to read aloud', async () => {
    const answer = await post('request/', sent)
    expect(answer.status).toBe(303)
    const location = answer.headers.get('Location') ?? ''
    const [, made = ''] = /\/desk\/hotline\/registered\/(\w+)\/$/.exec(location) ?? []
    const page = await ask(location, { headers: { Cookie: agent.cookie } })
    expect(await page.text()).toContain(`<span>${made.slice(0, 4)}</span>`)
    const events = await rows(
      `SELECT type, actor FROM events WHERE subject IN (?1, ?2) ORDER BY type`,
      `repair/${made}`,
      `booking/${made}`,
    )
    expect(events).toEqual([
      { type: 'booking.booked', actor: agent.id },
      { type: 'repair.requested', actor: agent.id },
    ])
    const [kept] = await rows(`SELECT consent FROM repairs_private WHERE code = ?1`, made)
    expect(JSON.parse(String(kept?.consent)).wording).toBe('visit_2026_11_read_out')
    expect(await calls()).toEqual([
      { result: 'registered', topic: 'repair', code: made, staff_id: agent.id },
    ])
    expect(log.join('\n')).not.toMatch(/139|Wang/)
  })

  it('books once though it is sent twice', async () => {
    const first = await post('request/', sent)
    const again = await post('request/', sent)
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'))
    expect(await countOf('bookings')).toBe(2)
    expect(await calls()).toHaveLength(1)
  })

  it('asks for a repair by post', async () => {
    const mail = { chosen: 'HZ-900 mail_in', pickUp: 'own', batteryOk: 'yes', address: 'Demo Rd 1' }
    const bad = await post('request/', { ...sent, ...mail, batteryOk: '' })
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('Demo Rd 1')])
    const answer = await post('request/', { ...sent, ...mail })
    expect(answer.status).toBe(303)
    const [row] = await rows(`SELECT home_outlet FROM repairs WHERE home_outlet = 'HZ-900'`)
    expect(row).toBeDefined()
  })

  it('keeps everything typed when a field is wrong, or the consent is missing', async () => {
    const times = await (await post('request/', { ...what, intent: 'times' })).text()
    const [, first = ''] = /name="chosen" value="(HZ-001 [^"]+)"/.exec(times) ?? []
    const answer = await post('request/', { ...sent, chosen: first, phone: '12', consent: '' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="Wang Xiaoming"')
    expect(html).toMatch(new RegExp(`value="${first}" checked`))
    expect(await countOf('bookings')).toBe(1)
  })

  it('offers other times when the slot is full meanwhile, and loses nothing', async () => {
    await fillHub([aCounter({ counterSeats: 1, benches: 1 }), aMailInCentre()])
    agent = await signedIn([everywhere('agent')], { key: 'agent' })
    await booked(ask)
    const answer = await post('request/', sent)
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('value="Wang Xiaoming"')
    expect(html).toContain('value="HZ-001 ')
    expect(html).not.toContain(`value="${visit}"`)
  })

  it('lists times anew when the place was changed, instead of booking at the old one', async () => {
    const answer = await post('request/', { ...sent, sought: 'screen|f2|HZ-777|' })
    expect(answer.status).toBe(200)
    expect(await countOf('bookings')).toBe(1)
  })

  it('says what is missing before it looks for times', async () => {
    const answer = await post('request/', { q: 'HZ-001', intent: 'times' })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Choose what is wrong.'),
    ])
  })

  it('doesn’t book at an outlet out of the agent’s scope', async () => {
    const other = await signedIn([at('agent', 'SZ-001')], { key: 'other' })
    expect((await post('request/', sent, other)).status).toBe(404)
    expect(await countOf('bookings')).toBe(1)
    const { startsAt, ...said } = aRequest()
    expect((await api('repairs', { ...said, startsAt }, {}, other)).status).toBe(404)
  })

  it('is done by JSON too, by visit and by post', async () => {
    const { startsAt, ...said } = aRequest()
    const answer = await api('repairs', { ...said, startsAt }, { 'Idempotency-Key': 'b' })
    expect(answer.status).toBe(201)
    expect(await answer.text()).not.toContain('/t/')
    const mail = await api('repairs', { ...said, outletCode: 'HZ-900' })
    expect(mail.status).toBe(201)
    expect((await calls()).map(({ result }) => result)).toEqual(['registered', 'registered'])
  })
})

it('is not for other roles', async () => {
  const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
  for (const path of ['', 'request/']) {
    const answer = await ask(`/desk/hotline/${path}`, { headers: { Cookie: counter.cookie } })
    expect(answer.status).toBe(403)
  }
  expect((await post('calls', { result: 'ended', topic: 'other' }, counter)).status).toBe(403)
})
