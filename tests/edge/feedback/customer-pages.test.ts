import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { actOnFeedback } from '#functions/feedback/act-on-feedback.ts'
import { runFeedbackClocks } from '#functions/feedback/run-clocks.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { aCounter, aRequest } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { at, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { aVisitor, hiddenIn, tell, type Visitor } from './a-visitor.ts'

const HOUR = 3_600_000
const SAID = 'When will the part be there?'
const REACHED = { said: SAID, reach: '138 0013 8000', name: 'Li Lei', consent: 'yes' }
const outlets = [aCounter()]

let ask: Ask
let me: Visitor
let now = NOW

beforeEach(async () => {
  now = NOW
  const seq = await fillHub(outlets)
  ask = aWorker({
    now: () => now,
    files: { '/data/outlets/index.json': indexFile(outlets, seq) },
  })
  me = aVisitor(ask)
})

/** A manager's answer, as the desk gives it. */
async function answered(code: string, words: string): Promise<void> {
  const { id } = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
  const staff = {
    ...{ id, name: 'x', email: 'x', locale: 'en' as const },
    grants: [at('agent'), { role: 'agent' as const, scope: { kind: 'network' as const } }],
  }
  const outcome = await carryStep(() =>
    actOnFeedback(theSources({ now }), {
      ...{ code, actions: [{ type: 'answer' }], expectedVersion: 1, by: staff, words, key: 'a' },
    }),
  )
  expect(outcome.kind).toBe('done')
}

describe('telling us something', () => {
  it('names who answers and by when, the next level and the help from outside', async () => {
    const { html } = await me.visit('/feedback/')
    expect(html).toContain('answers within 24 hours')
    expect(html).toContain('12315')
    expect((await me.visit('/zh/feedback/')).html).toContain('全国 12315 平台')
  })

  it('names the help of the country that it is about alone, where that is known', async () => {
    expect((await me.visit('/feedback/')).html).toContain('Federal Trade Commission')
    const start = (await me.visit('/feedback/?outlet=HZ-001')).html
    expect(start).toContain('12315')
    expect(start).not.toContain('Federal Trade Commission')
    await tell(me, {
      ...{ path: '/feedback/question/?outlet=HZ-001', aboutOutlet: 'yes' },
      ...REACHED,
    })
    const told = (await me.visit('/feedback/status/')).html
    expect(told).toContain('12315')
    expect(told).not.toContain('Federal Trade Commission')
  })

  it('reached us by the web, whatever outlet it is about', async () => {
    await tell(me, {
      ...{ path: '/feedback/question/?outlet=HZ-001', aboutOutlet: 'yes' },
      ...REACHED,
    })
    const row = await env.HUB.prepare('SELECT outlet_code, state FROM feedback').first<{
      outlet_code: string
      state: string
    }>()
    expect(row?.outlet_code).toBe('HZ-001')
    expect(JSON.parse(row?.state ?? '{}')).toMatchObject({ touchpoint: 'web' })
  })

  it('shows what is sent before it is, and gives a reference code', async () => {
    const form = await me.visit('/feedback/question/?outlet=hz-001')
    const review = await me.post('/feedback/question/', {
      ...hiddenIn(form.html),
      ...REACHED,
      aboutOutlet: 'yes',
    })
    expect(review.status).toBe(200)
    for (const shown of [SAID, '138 0013 8000', 'Li Lei']) expect(review.html).toContain(shown)
    expect(await countOf('feedback')).toBe(0)
    const { code, sent } = await tell(me, {
      ...{ path: '/feedback/question/?outlet=HZ-001', aboutOutlet: 'yes' },
      ...REACHED,
    })
    expect(code).toHaveLength(13)
    expect(sent).not.toContain('/t/')
    const row = await env.HUB.prepare('SELECT * FROM feedback').first()
    expect(row).toMatchObject({ code, outlet_code: 'HZ-001', status: 'open', received_at: NOW })
    expect(row?.['due_at']).toBe(NOW + 24 * HOUR + 1)
  })

  it('keeps everything typed when something is wrong with it', async () => {
    const typed = { said: SAID, reach: '123', name: 'Li Lei', topic: 'speed' }
    const { status, html } = await me.post('/feedback/suggestion/', typed)
    expect(status).toBe(422)
    for (const kept of [SAID, 'value="123"', 'value="Li Lei"', 'value="speed" selected']) {
      expect(html).toContain(kept)
    }
    expect(html).toContain('href="#reach"')
    expect(html).toContain('href="#consent"')
    expect((await me.post('/feedback/suggestion/', { said: '' })).html).toContain('href="#said"')
    const long = await me.post('/feedback/suggestion/', { said: 'x'.repeat(2_001) })
    expect(long.html).toContain('2,000')
  })

  it('sent twice is on record once', async () => {
    const form = await me.visit('/feedback/question/')
    const fields = { ...hiddenIn(form.html), ...REACHED, step: 'send' }
    const answers = await Promise.all([1, 2, 3].map(() => me.post('/feedback/question/', fields)))
    now += 60_000
    const later = await me.post('/feedback/question/', fields)
    expect([...answers, later].map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await countOf('feedback')).toBe(1)
  })

  it('keeps words and contact out of events and outbox', async () => {
    await tell(me, { ...REACHED, said: 'rude to 13800138000' })
    const events = await env.HUB.prepare(
      `SELECT data FROM events WHERE subject LIKE 'feedback/%'`,
    ).all()
    const outbox = await env.HUB.prepare('SELECT * FROM outbox').all()
    expect(events.results).toHaveLength(2)
    for (const text of [JSON.stringify(events.results), JSON.stringify(outbox.results)]) {
      expect(text).not.toMatch(/rude|138|Li Lei/)
    }
    expect(outbox.results).toMatchObject([{ template: 'feedback_received' }])
  })

  it('a complaint becomes one, under the same roof', async () => {
    const { code, sent } = await tell(me, {
      ...{ path: '/feedback/new-complaint/', topic: 'attitude' },
      ...REACHED,
    })
    expect(sent).toContain('A person contacts you by')
    expect(await countOf('feedback')).toBe(0)
    const row = await env.HUB.prepare(
      `SELECT code, state ->> '$.cause' AS cause FROM complaints`,
    ).first()
    expect(row).toEqual({ code, cause: 'attitude' })
    const found = await aVisitor(ask).post('/feedback/look-up/', { code, contact: '8000' })
    expect(found.location).toBe('/feedback/complaint/')
  })

  it('a complaint sent once more, later, is the same', async () => {
    const form = await me.visit('/feedback/new-complaint/')
    const fields = { ...hiddenIn(form.html), ...REACHED, step: 'send' }
    for (let turn = 0; turn < 2; turn++, now += 60_000) {
      expect((await me.post('/feedback/new-complaint/', fields)).status).toBe(303)
    }
    expect(await countOf('complaints')).toBe(1)
  })

  it('about the repair in hand, belongs to where its customer came', async () => {
    const booked = await ask('/api/v1/bookings', asJson(aRequest()))
    const { repair } = (await booked.json()) as { repair: { code: string } }
    await me.post('/repairs/', { code: repair.code, phoneLast4: '8000' })
    expect((await me.visit('/feedback/question/')).html).toContain(repair.code)
    await tell(me, { said: SAID, aboutRepair: 'yes' })
    const row = await env.HUB.prepare('SELECT repair_code, outlet_code FROM feedback').first()
    expect(row).toEqual({ repair_code: repair.code.replaceAll('-', ''), outlet_code: 'HZ-001' })
  })

  it('anonymous, shows its link at the end and asks for no message', async () => {
    const { sent } = await tell(me, { said: SAID })
    const path = /href="(\/t\/[^"]+)"/.exec(sent)?.[1] ?? ''
    expect(await countOf('outbox')).toBe(0)
    const other = aVisitor(ask)
    const opened = await other.post(path, {})
    expect(opened.location).toBe('/feedback/status/')
    expect((await other.visit('/feedback/status/')).html).toContain(SAID)
  })

  it('refuses whoever sends too much, without losing what they typed', async () => {
    const capped = aVisitor(aWorker({ vars: { BOOKING_CAPS: 'on' } }))
    for (let turn = 0; turn < 10; turn++) await tell(capped, { ...REACHED, said: `${turn}` })
    await expect(tell(capped, REACHED)).rejects.toThrow(/^429 .*When will the part/s)
    expect(await countOf('feedback')).toBe(10)
  })
})

describe('following it', () => {
  it('opens by code and digits, and by nothing else', async () => {
    const { code } = await tell(me, REACHED)
    const other = aVisitor(ask)
    const miss = await other.post('/feedback/look-up/', { code, contact: '0000' })
    const unknown = await other.post('/feedback/look-up/', {
      ...{ code: '7K3M9QXF2T8BV', contact: '0000' },
    })
    expect([miss.status, unknown.status]).toEqual([404, 404])
    expect(miss.html.replaceAll(code, '7K3M9QXF2T8BV')).toBe(unknown.html)
    expect((await other.visit('/feedback/status/')).status).toBe(303)
    const found = await other.post('/feedback/look-up/', { code, contact: '138 0013 8000' })
    expect(found.location).toBe('/feedback/status/')
    const { html } = await other.visit('/feedback/status/')
    expect(html).toContain(SAID)
    expect(html).not.toContain('Li Lei')
  })

  it('opens by the whole e-mail, whatever its case', async () => {
    const { code } = await tell(me, { ...REACHED, reach: 'li.lei@example.com' })
    const other = aVisitor(ask)
    for (const contact of ['lei@example.com', '8000']) {
      expect((await other.post('/feedback/look-up/', { code, contact })).status).toBe(404)
    }
    const found = await other.post('/feedback/look-up/', { code, contact: 'Li.Lei@Example.com' })
    expect(found.status).toBe(303)
  })

  it('locks after five misses, whether the code exists or not', async () => {
    const { code } = await tell(me, REACHED)
    for (const tried of [code, '7K3M9QXF2T8BV']) {
      const fields = { code: tried, contact: '0000' }
      const statuses = []
      for (let turn = 0; turn < 6; turn++) {
        statuses.push((await me.post('/feedback/look-up/', fields)).status)
      }
      expect(statuses).toEqual([404, 404, 404, 404, 429, 429])
    }
    const right = await me.post('/feedback/look-up/', { code, contact: '8000' })
    expect(right.status).toBe(429)
    now += HOUR
    expect((await me.post('/feedback/look-up/', { code, contact: '8000' })).status).toBe(303)
  })

  it('shows the answer; "not solved" keeps the words and opens another round', async () => {
    const { code } = await tell(me, REACHED)
    await answered(code, 'On Friday.')
    const { html } = await me.visit('/feedback/status/')
    expect(html).toContain('On Friday.')
    const no = '/feedback/actions/reopen'
    const said = { ...hiddenIn(html, no), words: 'It was not there on Friday' }
    expect((await me.post(no, said)).status).toBe(303)
    expect((await me.post(no, said)).status).toBe(303)
    const after = await me.visit('/feedback/status/')
    expect(after.html).toContain('It was not there on Friday')
    expect(after.html).toContain('A person answers by')
    const stale = await me.post(no, { ...said, commandId: 'another', words: 'Still not' })
    expect(stale.status).toBe(409)
  })

  it('solved is told by the customer', async () => {
    const { code } = await tell(me, REACHED)
    await answered(code, 'On Friday.')
    const { html } = await me.visit('/feedback/status/')
    await me.post('/feedback/actions/solve', hiddenIn(html, '/feedback/actions/solve'))
    expect((await me.visit('/feedback/status/')).html).toContain('<h1>Solved</h1>')
  })

  it('says that an answer is late once it is, and the miss is on record once', async () => {
    const { code } = await tell(me, REACHED)
    now += 24 * HOUR + 1
    expect(await runFeedbackClocks(theSources({ now }))).toBe(1)
    expect(await runFeedbackClocks(theSources({ now: now + HOUR }))).toBe(0)
    const missed = await env.HUB.prepare(
      `SELECT count(*) AS n FROM events WHERE subject = ?1 AND type = 'feedback.deadline_missed'`,
    )
      .bind(`feedback/${code}`)
      .first()
    expect(missed).toEqual({ n: 1 })
    await me.post('/feedback/look-up/', { code, contact: '8000' })
    expect((await me.visit('/feedback/status/')).html).toContain('We are late')
  })
})
