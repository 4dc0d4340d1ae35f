import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { asJson } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { aDesk, booked, type Desk, opened, pathOf, sent, stepped } from './a-desk.ts'

let desk: Desk
let code: string
let bench: SignedInStaff
let other: SignedInStaff

beforeEach(async () => {
  desk = await aDesk()
  code = await booked(desk.ask)
  bench = await signedIn([at('bench', 'HZ-001')], { key: 'bench' })
  other = await signedIn([at('bench', 'HZ-001')], { key: 'other' })
})

const post = (path: string, fields: Record<string, string>, who = bench) =>
  sent(desk.ask, `${pathOf(code)}${path}`, fields, who)

const jobRow = () =>
  env.HUB.prepare('SELECT assigned_to, shelf FROM repairs WHERE code = ?1').bind(code).first()

const boardOf = async (outlet: string) => {
  const row = await env.HUB.prepare('SELECT revision FROM boards WHERE outlet_code = ?1')
    .bind(outlet)
    .first<{ revision: number }>()
  return row?.revision ?? 0
}

const api = (path: string, body: unknown, who = bench, headers = {}) =>
  desk.ask(`/api/v1/desk/repairs/${code}${path}`, {
    ...asJson(body),
    headers: { 'Content-Type': 'application/json', Cookie: who.cookie, ...headers },
  })

describe('a job', () => {
  it('is taken, given to somebody who works there, and given up', async () => {
    for (const to of [bench.id, other.id, '']) {
      expect((await post('assign', { to })).status).toBe(303)
      expect(await jobRow()).toEqual({ assigned_to: to || null, shelf: null })
    }
  })

  it('goes to nobody who works elsewhere, is disabled, or isn’t', async () => {
    const far = await signedIn([at('bench', 'SZ-001')], { key: 'far' })
    await env.HUB.prepare('UPDATE staff SET disabled_at = 1 WHERE id = ?1').bind(other.id).run()
    for (const to of [far.id, other.id, 'stf_nobody']) {
      expect((await post('assign', { to })).status).toBe(422)
    }
    expect(await jobRow()).toEqual({ assigned_to: null, shelf: null })
  })

  it('stays with whoever was quicker, and the slower one is told', async () => {
    await post('assign', { to: other.id, seen: '' }, other)
    const slow = await post('assign', { to: bench.id, seen: '' })
    expect(slow.status).toBe(409)
    const html = await slow.text()
    expect(html).toContain('Somebody was quicker')
    expect(html).toContain('Job of Staff other')
    expect(await jobRow()).toMatchObject({ assigned_to: other.id })
  })

  it('is offered to the people of the outlet as their grants stand now', async () => {
    const shown = async () => await (await opened(desk.ask, pathOf(code), bench)).text()
    expect(await shown()).toContain('Staff other</option>')
    await signedIn([at('bench', 'SZ-001')], { key: 'other' })
    expect(await shown()).not.toContain('Staff other</option>')
  })

  it('tells every open screen of the outlet', async () => {
    const before = await boardOf('HZ-001')
    await post('assign', { to: bench.id })
    await post('shelf', { shelf: 'A-12' })
    await post('notes', { words: 'waits for glue', commandId: 'one' })
    expect(await boardOf('HZ-001')).toBe(before + 3)
  })
})

describe('a shelf', () => {
  it('is said, changed and left', async () => {
    for (const shelf of ['A-12', 'B-3', '']) {
      expect((await post('shelf', { shelf })).status).toBe(303)
      expect(await jobRow()).toEqual({ assigned_to: null, shelf: shelf || null })
    }
  })

  it('is a code; what was typed stays', async () => {
    const answer = await post('shelf', { shelf: 'by the window' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="by the window"')
  })
})

describe('a note', () => {
  it('is left for the next shift, with who and when', async () => {
    expect((await post('notes', { words: 'Customer prefers <evening> calls' })).status).toBe(303)
    const html = await (await opened(desk.ask, pathOf(code), other)).text()
    expect(html).toContain('Customer prefers &lt;evening&gt; calls')
    expect(html).toContain('Staff bench')
  })

  it('sent twice is one', async () => {
    await Promise.all([1, 2, 3].map(() => post('notes', { words: 'once', commandId: 'same' })))
    const { results } = await env.HUB.prepare('SELECT words FROM repair_notes').all()
    expect(results).toEqual([{ words: 'once' }])
  })

  it('of no words is refused', async () => {
    expect((await post('notes', { words: '   ' })).status).toBe(422)
  })

  it('stands in no event and no command record', async () => {
    await post('notes', { words: 'very private words', commandId: 'one' })
    for (const table of ['events', 'command_records', 'outbox']) {
      const { results } = await env.HUB.prepare(`SELECT * FROM ${table}`).all()
      expect(JSON.stringify(results)).not.toContain('very private words')
    }
  })
})

describe('the device', () => {
  it('shows what it was here for before, and by whom that was done', async () => {
    await stepped(desk, code, [['receive'], ['start']])
    await stepped(desk, code, [['finish'], ['pass_check'], ['hand_over']], other.id)
    const again = await booked(desk.ask, { startsAt: '2026-11-20T10:00:00+08:00' })
    // The same phone: its serial is the first repair's.
    await env.HUB.prepare(
      `UPDATE repairs_private SET device = json_object('imeis', json_array(), 'serial', ?1) WHERE code = ?2`,
    )
      .bind(`SER${code}`, again)
      .run()
    const html = await (await opened(desk.ask, pathOf(again), bench)).text()
    expect(html).toContain('This device before and since')
    expect(html).toContain(`href="${pathOf(code)}"`)
    expect(html).toMatch(/Closed: collected[\s\S]*Staff other/)
  })
})

describe('the prints', () => {
  it('are a job sheet without the customer’s name and number, and a report with the record', async () => {
    await stepped(desk, code, [['receive'], ['start'], ['finish'], ['pass_check']])
    const sheet = await (await opened(desk.ask, `${pathOf(code)}job-sheet/`, bench)).text()
    expect(sheet).not.toContain('Demo Customer')
    expect(sheet).not.toContain('8000')
    expect(sheet).toContain('Checked by')
    const report = await (await opened(desk.ask, `${pathOf(code)}report/`, bench)).text()
    for (const words of ['Demo Customer', 'A part was replaced', 'Handed over', 'Tested']) {
      if (words !== 'Handed over') expect(report).toContain(words)
    }
    const log = await env.HUB.prepare('SELECT act FROM access_log ORDER BY act').all()
    expect(log.results).toEqual([{ act: 'printed_job_sheet' }, { act: 'printed_report' }])
  })
})

describe('the API of a repair', () => {
  const shown = async (who: SignedInStaff) => {
    const answer = await desk.ask(`/api/v1/desk/repairs/${code}`, {
      headers: { Cookie: who.cookie },
    })
    const said = (await answer.json()) as object
    return { status: answer.status, etag: answer.headers.get('ETag'), ...said }
  }

  it('says what the page says', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']], bench.id)
    await api('/assign', { to: 'me' })
    await api('/shelf', { shelf: 'A-12' })
    await api('/notes', { words: 'waits for glue' }, bench, { 'Idempotency-Key': 'k1' })
    await api('/notes', { words: 'waits for glue' }, bench, { 'Idempotency-Key': 'k1' })
    const { etag, repair } = (await shown(bench)) as unknown as {
      etag: string
      repair: Record<string, unknown>
    }
    expect(etag).toBe('"3"')
    expect(repair).toMatchObject({
      status: 'diagnosing',
      assignedTo: { id: bench.id, name: 'Staff bench' },
      shelf: 'A-12',
      notes: [{ words: 'waits for glue', by: { name: 'Staff bench' } }],
      customer: { name: 'Demo Customer', phone: '138 0013 8000' },
    })
    expect(repair['allowedActions']).toContain('start')
    expect(repair['record']).toMatchObject([
      { type: 'repair.requested', by: { id: 'customer' } },
      { type: 'repair.received', by: { name: 'Staff bench' } },
      { type: 'repair.diagnosis_started' },
    ])
  })

  it('keeps the customer from whoever may not see customers', async () => {
    const supply = await signedIn([everywhere('hq_supply')], { key: 'supply' })
    expect(await shown(supply)).toMatchObject({ repair: { customer: null } })
  })

  it('answers a stale assignment 409 and an unknown note 422', async () => {
    expect((await api('/assign', { to: 'me', seen: other.id })).status).toBe(409)
    expect((await api('/assign', { to: 'stf_nobody' })).status).toBe(422)
    expect((await api('/notes', { words: '' })).status).toBe(422)
  })
})
