import { env } from 'cloudflare:workers'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asForm, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import { aVisitor, type Fields, hiddenIn, tell, type Visitor } from './a-visitor.ts'

const HOUR = 3_600_000
const outlets = [aCounter(), aCounter({ code: 'HZ-002' })]
const ABOUT = { path: '/feedback/question/?outlet=HZ-001', aboutOutlet: 'yes' }
const REACHED = { reach: '138 0013 8000', name: 'Li Lei', consent: 'yes' }

let ask: Ask
let customer: Visitor
let now = NOW

beforeEach(async () => {
  now = NOW
  const seq = await fillHub(outlets)
  ask = aWorker({
    now: () => now,
    files: { '/data/outlets/index.json': indexFile(outlets, seq) },
  })
  customer = aVisitor(ask)
})

/** Somebody of the staff with a browser. */
async function desk(...grants: Parameters<typeof signedIn>[0]) {
  const { cookie, id } = await signedIn(grants, { key: grants.map(({ role }) => role).join('-') })
  const visit = async (path: string, init: RequestInit = {}) => {
    const answer = await ask(path, { redirect: 'manual', ...init, headers: { Cookie: cookie } })
    return {
      status: answer.status,
      location: answer.headers.get('Location'),
      html: await answer.text(),
    }
  }
  return { id, visit, post: (path: string, fields: Fields) => visit(path, asForm(fields)) }
}
type Desk = Awaited<ReturnType<typeof desk>>

const addressOf = (code: string) => `/desk/feedback/${code}/`

/** Sends the form of an item's page that goes to a step. */
async function act({ visit, post }: Desk, code: string, step: string, fields: Fields = {}) {
  const { html } = await visit(addressOf(code))
  const action = `${addressOf(code)}${step}`
  return await post(action, { ...hiddenIn(html, action), ...fields })
}

const ENTRY = {
  ...{ channel: 'letter', kind: 'suggestion', formality: 'formal', said: 'More seats, please.' },
  ...{ receivedAt: '2026-11-17T09:00', outletCode: 'HZ-001', language: 'zh-CN', commandId: 'e1' },
}

describe('what was told at the desk', () => {
  it('is answered by its outlet’s manager, and read by the customer', async () => {
    const { code } = await tell(customer, { ...ABOUT, ...REACHED, said: 'When is it ready?' })
    const manager = await desk(at('outlet_manager', 'HZ-001'))
    expect((await manager.visit('/desk/feedback/')).html).toContain(code.slice(0, 4))
    const page = await manager.visit(addressOf(code))
    for (const shown of ['When is it ready?', '138 0013 8000', 'Li Lei']) {
      expect(page.html).toContain(shown)
    }
    const done = await act(manager, code, 'answer', { words: 'On Friday.', isSolved: 'yes' })
    expect(done).toMatchObject({ status: 303, location: addressOf(code) })
    expect((await customer.visit('/feedback/status/')).html).toContain('On Friday.')
    const outbox = await env.HUB.prepare('SELECT template FROM outbox ORDER BY version').all()
    expect(outbox.results.map(({ template }) => template)).toEqual([
      'feedback_received',
      'feedback_answered',
    ])
    const day = await env.HUB.prepare(
      `SELECT counts FROM kpi_days WHERE outlet_code = 'HZ-001' AND service_date = '2026-11-19'`,
    ).first<{ counts: string }>()
    expect(JSON.parse(day?.counts ?? '{}')).toMatchObject({
      ...{ 'feedback.answer_due': 1, 'feedback.answered_in_time': 1 },
    })
  })

  it('is out of sight of other outlets, and what is about none is for the whole network', async () => {
    const about = await tell(customer, { ...ABOUT, said: 'one' })
    const network = await tell(customer, { said: 'two' })
    const other = await desk(at('outlet_manager', 'HZ-002'))
    const own = await desk(at('outlet_manager', 'HZ-001'), at('agent', 'HZ-001'))
    const agent = await desk(everywhere('agent'))
    const counter = await desk(at('counter', 'HZ-001'))
    for (const [who, statuses] of [
      [other, [404, 404]],
      [own, [200, 404]],
      [agent, [200, 200]],
      [counter, [403, 403]],
    ] as const) {
      const seen = [
        await who.visit(addressOf(about.code)),
        await who.visit(addressOf(network.code)),
      ]
      expect(seen.map(({ status }) => status)).toEqual(statuses)
    }
    const unseen = await other.post(`${addressOf(about.code)}answer`, { words: 'x', version: '1' })
    expect(unseen.status).toBe(404)
    expect((await other.visit('/desk/feedback/?list=all')).html).not.toContain(
      about.code.slice(0, 4),
    )
  })

  it('every opening is on record', async () => {
    const { code } = await tell(customer, { ...ABOUT, said: 'one' })
    const manager = await desk(at('outlet_manager', 'HZ-001'))
    await manager.visit(addressOf(code))
    const log = await env.HUB.prepare('SELECT subject, staff_id, act FROM access_log').all()
    expect(log.results).toEqual([
      { subject: `feedback/${code}`, staff_id: manager.id, act: 'opened' },
    ])
  })

  it('a stale answer is refused and nothing typed is lost; sent twice it is one', async () => {
    const { code } = await tell(customer, { ...ABOUT, said: 'one' })
    const manager = await desk(at('outlet_manager', 'HZ-001'))
    const action = `${addressOf(code)}answer`
    const fields = {
      ...hiddenIn((await manager.visit(addressOf(code))).html, action),
      words: 'First answer',
    }
    const [first, again] = [await manager.post(action, fields), await manager.post(action, fields)]
    expect([first.status, again.status]).toEqual([303, 303])
    const stale = await manager.post(action, { ...fields, commandId: 'x', words: 'Second one' })
    expect(stale.status).toBe(409)
    expect(stale.html).toContain('Second one')
    const empty = await act(manager, code, 'answer', { words: ' ' })
    expect(empty.status).toBe(422)
    const row = await env.HUB.prepare('SELECT words FROM voices_private').first<{ words: string }>()
    expect(JSON.parse(row?.words ?? '')).toEqual({ said: 'one', 'answer.1': 'First answer' })
  })

  it('tags themes, with what keywords suggest shown beside', async () => {
    const { code } = await tell(customer, { ...ABOUT, said: 'Waited an hour in the queue' })
    const manager = await desk(at('outlet_manager', 'HZ-001'))
    expect((await manager.visit(addressOf(code))).html).toMatch(
      /Speed and waiting.{0,80}suggested/s,
    )
    await act(manager, code, 'themes', { 'theme.speed': 'yes', 'theme.premises': 'yes' })
    const row = await env.HUB.prepare(`SELECT state ->> '$.themes' AS themes FROM feedback`).first()
    expect(row).toEqual({ themes: '["speed","premises"]' })
  })
})

describe('a suspected complaint', () => {
  const said = 'Your man was rude. I want to complain.'

  it('is decided by those who handle complaints, never by the outlet it is about', async () => {
    const { code } = await tell(customer, { ...ABOUT, ...REACHED, said })
    const manager = await desk(at('outlet_manager', 'HZ-001'))
    const page = await manager.visit(addressOf(code))
    expect(page.html).toContain('rude, complain')
    expect(page.html).not.toContain(`${addressOf(code)}dismiss`)
    for (const step of ['confirm', 'dismiss']) {
      const { status } = await manager.post(`${addressOf(code)}${step}`, { version: '2' })
      expect(status).toBe(403)
    }
    const agent = await desk(everywhere('agent'))
    expect((await act(agent, code, 'dismiss')).status).toBe(303)
    const list = await agent.visit('/desk/feedback/?list=suspected')
    expect(list.html).toContain('1 suspected, 0 confirmed as complaints, 1 not')
  })

  it('confirmed, registers one complaint with its words and when they reached us', async () => {
    const { code } = await tell(customer, { ...ABOUT, ...REACHED, said })
    now += 3 * HOUR
    const agent = await desk(everywhere('agent'))
    const action = `${addressOf(code)}confirm`
    const fields = hiddenIn((await agent.visit(addressOf(code))).html, action)
    for (const turn of [1, 2]) {
      expect({ turn, status: (await agent.post(action, fields)).status }).toEqual({
        ...{ turn, status: 303 },
      })
    }
    expect(await countOf('complaints')).toBe(1)
    const complaint = await env.HUB.prepare('SELECT * FROM complaints').first()
    expect(complaint).toMatchObject({ outlet_code: 'HZ-001', received_at: NOW })
    const words = await env.HUB.prepare('SELECT words, contact FROM voices_private WHERE code = ?1')
      .bind(complaint?.['code'])
      .first()
    expect(JSON.stringify(words)).toContain('rude')
    expect(JSON.stringify(words)).toContain('Li Lei')
    await customer.post('/feedback/look-up/', { code, contact: '8000' })
    const status = await customer.visit('/feedback/status/')
    expect(status.html).toContain('We handle this as a complaint')
    const led = await customer.post('/feedback/actions/complaint', {})
    expect(led.location).toBe('/feedback/complaint/')
    expect((await act(agent, code, 'answer', { words: 'x' })).status).toBe(409)
  })

  it('says who suspected it: the rule, though the customer sent the words', async () => {
    const { code } = await tell(customer, { ...ABOUT, said })
    const events = await env.HUB.prepare('SELECT type, actor FROM events WHERE subject = ?1')
      .bind(`feedback/${code}`)
      .all()
    expect(events.results).toEqual([
      { type: 'feedback.registered', actor: 'customer' },
      { type: 'feedback.suspected', actor: 'system' },
    ])
  })

  it('may be suspected by a person too', async () => {
    const { code } = await tell(customer, { ...ABOUT, said: 'Well, well.' })
    const manager = await desk(at('outlet_manager', 'HZ-001'))
    await act(manager, code, 'suspect')
    expect((await manager.visit(addressOf(code))).html).toContain('A person decides by')
  })
})

describe('entering what came by another channel', () => {
  it('leads to the complaint form, too, with languages named as there', async () => {
    const manager = await desk(at('outlet_manager', 'HZ-001'))
    expect((await manager.visit('/desk/feedback/')).html).toContain('href="/desk/complaints/new/"')
    for (const path of ['/desk/feedback/new/', '/desk/complaints/new/']) {
      const { html } = await manager.visit(path)
      expect(html).toMatch(/<option value="zh-CN"[^>]*>简体中文</)
      expect(html).toMatch(/<option value="en"[^>]*>English</)
    }
  })

  it('keeps when it reached us, and its clock runs from then', async () => {
    const counter = await desk(at('counter', 'HZ-001'))
    expect((await counter.visit('/desk/feedback/new/')).html).toContain('value="HZ-001"')
    const done = await counter.post('/desk/feedback/new/', ENTRY)
    expect(done.status).toBe(303)
    const row = await env.HUB.prepare('SELECT state, received_at, due_at FROM feedback').first()
    const receivedAt = Date.parse('2026-11-17T09:00:00+08:00')
    expect(row).toMatchObject({ received_at: receivedAt, due_at: receivedAt + 48 * HOUR + 1 })
    expect(JSON.parse(row?.['state'] as string)).toMatchObject({
      ...{ channel: 'letter', kind: 'suggestion', isFormal: true, touchpoint: 'web' },
    })
  })

  it('a call that was answered at once is answered, and solved', async () => {
    const agent = await desk(everywhere('agent'))
    const call = { channel: 'hotline', kind: 'question', answered: 'At nine.', isSolved: 'yes' }
    const done = await agent.post('/desk/feedback/new/', { ...ENTRY, ...call, outletCode: '' })
    expect((await agent.visit(done.location ?? '')).html).toContain('At nine.')
    const row = await env.HUB.prepare('SELECT status, due_at FROM feedback').first()
    expect(row).toEqual({ status: 'solved', due_at: null })
  })

  it.each([
    [{ channel: '' }, 'href="#channel"'],
    [{ receivedAt: '2026-11-19T09:00' }, 'href="#receivedAt"'],
    [{ receivedAt: 'soon' }, 'href="#receivedAt"'],
    [{ receivedAt: '2024-01-01T09:00' }, 'href="#receivedAt"'],
    [{ outletCode: 'HZ-002' }, 'href="#outletCode"'],
    [{ outletCode: '' }, 'href="#outletCode"'],
    [{ repairCode: '7K3M9QXF2T8BV' }, 'href="#repairCode"'],
    [{ said: '' }, 'href="#said"'],
    [{ reach: 'x' }, 'href="#reach"'],
  ])('names the field of %j, and keeps what was typed', async (wrong, named) => {
    const counter = await desk(at('counter', 'HZ-001'))
    const back = await counter.post('/desk/feedback/new/', {
      ...ENTRY,
      name: 'Han',
      consent: 'yes',
      ...wrong,
    })
    expect(back.status).toBe(422)
    expect(back.html).toContain(named)
    expect(back.html).toContain('value="Han"')
    expect(await countOf('feedback')).toBe(0)
  })
})

describe('words that would like to be more', () => {
  const HOSTILE = '<script>alert(1)</script>\n=HYPERLINK("https://evil.example")\r\nBcc: x@y.z'

  it('are words on every page, in the export and in no message', async () => {
    const fields = {
      said: HOSTILE,
      name: '=1+1\r\nBcc: x@y.z',
      reach: 'a@example.com',
      consent: 'yes',
    }
    const { code } = await tell(customer, { ...ABOUT, ...fields })
    const agent = await desk(everywhere('agent'))
    await act(agent, code, 'answer', { words: HOSTILE })
    const status = await customer.visit('/feedback/status/')
    const no = '/feedback/actions/reopen'
    await customer.post(no, { ...hiddenIn(status.html, no), words: HOSTILE })
    for (const { html } of [
      await customer.visit('/feedback/status/'),
      await agent.visit(addressOf(code)),
      await customer.post('/feedback/question/', { ...fields, topic: HOSTILE, outlet: HOSTILE }),
      await customer.post('/feedback/look-up/', { code: HOSTILE, contact: HOSTILE }),
      await agent.post('/desk/feedback/new/', { ...ENTRY, said: HOSTILE, outletCode: HOSTILE }),
    ]) {
      expect(html).not.toContain('<script>alert')
      expect(html).toContain('&lt;script&gt;')
    }
    const quality = await desk(everywhere('hq_quality'))
    const csv = await quality.visit('/desk/feedback/export.csv')
    const [header = [], row = []] = parse(csv.html, { bom: true }) as string[][]
    const said = row[header.indexOf('said')] ?? ''
    expect(said.split('\n').some((line) => /^[=+\-@]/.test(line))).toBe(false)
    expect(csv.html).not.toContain('Bcc: x@y.z\r\n"')
    expect(csv.html).not.toContain('a@example.com')
    const kept = await env.HUB.prepare('SELECT contact FROM voices_private').first<{
      contact: string
    }>()
    expect(JSON.parse(kept?.contact ?? '').name).toBe('=1+1 Bcc: x@y.z')
  })

  it('the export is for the head office’s quality people alone, and on record', async () => {
    await tell(customer, { said: 'one' })
    const agent = await desk(everywhere('agent'))
    expect((await agent.visit('/desk/feedback/export.csv')).status).toBe(403)
    const partly = await desk(at('hq_quality', 'HZ-001'))
    expect((await partly.visit('/desk/feedback/export.csv')).status).toBe(403)
    const quality = await desk(everywhere('hq_quality'))
    expect((await quality.visit('/desk/feedback/export.csv')).status).toBe(200)
    const log = await env.HUB.prepare('SELECT act FROM access_log').all()
    expect(log.results).toEqual([{ act: 'exported_feedback' }])
  })
})
