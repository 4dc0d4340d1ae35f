import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { runComplaintClocks } from '#functions/complaints/run-clocks.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { booked, receive, step } from '../desk-find/a-found-phone.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import {
  aComplaintDesk,
  DAY_MS,
  type Desk,
  HOUR_MS,
  NEW_COMPLAINT,
  REPORT,
  reported,
} from './a-complaint-desk.ts'

let desk: Desk

beforeEach(async () => {
  await fillHub([anOutlet({ code: 'HZ-001' }), anOutlet({ code: 'HZ-002' })])
  desk = await aComplaintDesk()
})

const complaintOf = ({ body }: { body: Record<string, unknown> }) =>
  body['complaint'] as Record<string, unknown> & { allowed: string[]; words: object }

const kpis = async (): Promise<Record<string, number>> => {
  const { results } = await env.HUB.prepare('SELECT service_date, counts FROM kpi_days').all<{
    service_date: string
    counts: string
  }>()
  return Object.fromEntries(
    results.flatMap(({ service_date: day, counts }) =>
      Object.entries(JSON.parse(counts) as Record<string, number>)
        .filter(([measure, by]) => !measure.includes('|') && by !== 0)
        .map(([measure, by]) => [`${day} ${measure}`, by]),
    ),
  )
}

describe('a complaint', () => {
  it('goes its way from the words heard to the answer', async () => {
    const code = await reported(desk)
    expect((await desk.step('quality', code, 'verify')).status).toBe(200)
    const answered = await desk.step('manager', code, 'answer', {
      ...{ verdict: 'upheld', remedy: 'apology', answer: 'We are sorry.' },
    })
    expect(answered.status).toBe(200)
    expect(complaintOf(answered)).toMatchObject({
      ...{ status: 'answered', level: 'outlet', verdict: 'upheld', outletCode: 'HZ-001' },
      words: {
        said: NEW_COMPLAINT.words,
        'answer.7': 'We are sorry.',
        'happened.5': REPORT.happened,
      },
    })
    expect(await kpis()).toEqual({
      '2026-11-18 complaints_registered': 1,
      '2026-11-18 complaints_answered': 1,
      '2026-11-19 complaint_contact_due': 1,
      '2026-11-19 complaint_contact_in_time': 1,
      '2026-11-20 complaint_report_due': 1,
      '2026-11-20 complaint_report_in_time': 1,
      '2026-11-23 complaint_answer_due': 1,
      '2026-11-23 complaint_answer_in_time': 1,
    })
    const { results } = await env.HUB.prepare('SELECT template FROM outbox ORDER BY version').all()
    expect(results).toEqual([
      { template: 'complaint_registered' },
      { template: 'complaint_answered' },
    ])
  })

  it('keeps words and contact out of its events, its state and the outbox', async () => {
    const code = await reported(desk)
    const { results } = await env.HUB.prepare(
      `SELECT data AS text FROM events UNION ALL SELECT state FROM complaints
       UNION ALL SELECT answer FROM command_records`,
    ).all<{ text: string }>()
    const texts = results.map(({ text }) => text).join('\n')
    for (const personal of [
      'battery',
      'Li Wei',
      '13800138000',
      'The phone, today',
      REPORT.happened,
    ]) {
      expect(texts).not.toContain(personal)
    }
    expect(texts).toContain(code)
  })

  it('is registered once under one key', async () => {
    const key = { 'Idempotency-Key': 'twice' }
    const first = await desk.post('agent', '/api/v1/desk/complaints', NEW_COMPLAINT, key)
    const again = await desk.post('agent', '/api/v1/desk/complaints', NEW_COMPLAINT, key)
    expect(again.body).toEqual(first.body)
    const other = { ...NEW_COMPLAINT, words: 'Something else.' }
    expect((await desk.post('agent', '/api/v1/desk/complaints', other, key)).status).toBe(422)
    const nowhere = { ...NEW_COMPLAINT, outletCode: null }
    const drawn = await desk.post('agent', '/api/v1/desk/complaints', nowhere, {
      'Idempotency-Key': 'n',
    })
    const same = await desk.post('agent', '/api/v1/desk/complaints', nowhere, {
      'Idempotency-Key': 'n',
    })
    expect(same.body).toEqual(drawn.body)
  })

  it('is refused with a bad value, a future receipt, no version, an old version', async () => {
    const wrong = (over: object) =>
      desk.post('agent', '/api/v1/desk/complaints', { ...NEW_COMPLAINT, ...over })
    expect((await wrong({ words: '  ' })).status).toBe(422)
    expect((await wrong({ channel: 'gossip' })).status).toBe(422)
    expect((await wrong({ receivedAt: '2026-11-18T10:00:00' })).status).toBe(422)
    expect((await wrong({ receivedAt: new Date(NOW + 1).toISOString() })).status).toBe(422)
    expect((await wrong({ outletCode: 'XX-999' })).status).toBe(404)
    expect((await wrong({ phone: '12' })).status).toBe(422)
    const code = await desk.register()
    const path = `/api/v1/desk/complaints/${code}/actions/dispatch`
    expect((await desk.post('agent', path, { level: 'hq' })).status).toBe(428)
    expect((await desk.step('agent', code, 'dispatch', { level: 'hq' }, 1)).status).toBe(200)
    const stale = await desk.step('agent', code, 'dispatch', { level: 'hq' }, 1)
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale' } })
    const later = await desk.step('agent', code, 'dispatch', { level: 'hq' })
    expect(later).toMatchObject({ status: 409, body: { code: 'not_allowed_now' } })
  })

  it('is given to nobody who may not act on it there', async () => {
    const code = await desk.register()
    const to = (owner: string) => desk.step('agent', code, 'dispatch', { level: 'outlet', owner })
    for (const owner of [
      'stf_nobody',
      desk.idOf('bench'),
      desk.idOf('elsewhere'),
      desk.idOf('supply'),
    ]) {
      expect((await to(owner)).status).toBe(422)
    }
    expect((await to(desk.idOf('manager'))).status).toBe(200)
  })

  it('is merged into one that is there', async () => {
    const [one, other] = [await desk.register(), await desk.register()]
    const into = (code: string) => desk.step('quality', one, 'merge', { into: code })
    expect((await into('7K3M-9QXF-2T8B-V')).status).toBe(422)
    expect((await into(one)).status).toBe(422)
    expect(complaintOf(await into(other))).toMatchObject({
      ending: 'merged',
      mergedInto: spellCode(other),
    })
    expect((await kpis())['2026-11-18 complaints_registered']).toBe(1)
  })
})

describe('who sees it', () => {
  it('is the team at once, its outlet once it is asked, another never', async () => {
    const code = await desk.register()
    const see = async (name: Parameters<Desk['send']>[0]) =>
      (await desk.send(name, `/api/v1/desk/complaints/${code}`)).status
    expect([await see('agent'), await see('quality')]).toEqual([200, 200])
    expect([await see('manager'), await see('elsewhere')]).toEqual([404, 404])
    expect([await see('bench'), await see('supply')]).toEqual([403, 403])
    await desk.step('agent', code, 'dispatch', { level: 'hq' })
    await desk.step('quality', code, 'contact', { reached: true, wants: 'An answer.' })
    expect(await see('manager')).toBe(404)
    await desk.step('quality', code, 'assign', { outlet: 'HZ-001' })
    expect([await see('manager'), await see('elsewhere')]).toEqual([200, 404])
    const { results } = await env.HUB.prepare(
      'SELECT DISTINCT staff_id FROM access_log WHERE subject = ?1',
    )
      .bind(`complaint/${code}`)
      .all<{ staff_id: string }>()
    const seers = results.map(({ staff_id: id }) => id).sort()
    expect(seers).toEqual([desk.idOf('agent'), desk.idOf('manager'), desk.idOf('quality')].sort())
  })

  it('is listed to whoever sees it, what is due first', async () => {
    const reachedUs = (hoursAgo: number) => new Date(NOW - hoursAgo * HOUR_MS).toISOString()
    const elsewhere = await desk.register({ outletCode: 'HZ-002', receivedAt: reachedUs(1) })
    const late = await desk.register({ receivedAt: reachedUs(72) })
    const mine = await desk.register()
    await desk.step('agent', mine, 'dispatch', { level: 'outlet' })
    const listed = async (name: Parameters<Desk['send']>[0]) => {
      const { body } = await desk.send(name, '/api/v1/desk/complaints')
      return (body['complaints'] as { code: string }[]).map(({ code }) => readTicketCode(code))
    }
    expect(await listed('agent')).toEqual([late, elsewhere, mine])
    expect(await listed('manager')).toEqual([mine])
    expect(await listed('elsewhere')).toEqual([])
    expect((await desk.send('bench', '/api/v1/desk/complaints')).status).toBe(403)
  })

  it('is no reason to act: each step is its own role’s', async () => {
    const code = await desk.register()
    expect((await desk.step('manager', code, 'dispatch', { level: 'hq' })).status).toBe(404)
    await desk.step('agent', code, 'dispatch', { level: 'outlet' })
    const byAgent = await desk.step('agent', code, 'contact', { reached: false })
    expect(byAgent).toMatchObject({ status: 403, body: { code: 'not_your_role' } })
    expect(byAgent.body['detail']).toBe('This is for somebody else to do: Outlet manager.')
    const atHome = await desk.register({ outletCode: 'HZ-002' }, 'bench')
    expect(atHome).toBe('unknown_outlet')
  })
})

describe('at once', () => {
  it('one of two verifiers wins', async () => {
    const code = await reported(desk)
    const seen = await desk.versionOf(code)
    const answers = await Promise.all([
      desk.step('quality', code, 'verify', {}, seen),
      desk.step('agent', code, 'verify', {}, seen),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await desk.versionOf(code)).toBe(seen + 1)
  })

  it('one who wrote the report or belongs to the outlet verifies nothing', async () => {
    const code = await reported(desk)
    expect((await desk.step('manager', code, 'verify')).status).toBe(403)
  })

  it('the clock that takes it up and the answer: the first of both stands', async () => {
    const code = await reported(desk)
    await desk.step('quality', code, 'verify')
    const seen = await desk.versionOf(code)
    desk.clock.now = NOW + 6 * DAY_MS
    const answer = { verdict: 'partly', remedy: 'explanation', answer: 'Late, but here.' }
    const [answered] = await Promise.all([
      desk.step('manager', code, 'answer', answer, seen),
      runComplaintClocks({ ...theSources(), now: desk.clock.now }),
    ])
    const row = await env.HUB.prepare('SELECT status, version FROM complaints WHERE code = ?1')
      .bind(code)
      .first<{ status: string; version: number }>()
    expect(row?.version).toBe(seen + 1)
    expect(row?.status).toBe(answered.status === 200 ? 'answered' : 'dispatched')
    const counts = await kpis()
    expect(counts['2026-11-23 complaint_answer_due']).toBe(1)
    expect(counts['2026-11-23 complaint_answer_in_time']).toBeUndefined()
  })
})

describe('the clock', () => {
  const run = (now: number) => runComplaintClocks({ ...theSources(), now })
  const stateOf = async (code: string) => {
    const row = await env.HUB.prepare('SELECT state, due_at FROM complaints WHERE code = ?1')
      .bind(code)
      .first<{ state: string; due_at: number | null }>()
    return { ...JSON.parse(row?.state ?? '{}'), dueAt: row?.due_at }
  }

  it('takes a complaint up for each missed word, and rings at the head office', async () => {
    const code = await desk.register()
    expect(await run(NOW + DAY_MS)).toBe(0)
    expect(await run(NOW + DAY_MS + 1)).toBe(1)
    expect(await stateOf(code)).toMatchObject({ level: 'region_or_partner', status: 'dispatched' })
    await run(NOW + 5 * DAY_MS + 1)
    expect(await stateOf(code)).toMatchObject({ level: 'hq', dueAt: null })
    expect(await run(NOW + 50 * DAY_MS)).toBe(0)
  })

  it('closes an answer that nobody replied to', async () => {
    const code = await reported(desk)
    await desk.step('quality', code, 'verify')
    await desk.step('manager', code, 'answer', {
      verdict: 'not_upheld',
      remedy: 'none',
      answer: 'No.',
    })
    await run(NOW + 14 * DAY_MS)
    expect(await stateOf(code)).toMatchObject({ status: 'closed', ending: 'no_reply' })
  })

  it('makes an urgent complaint of a phone that was lost, with its customer, once', async () => {
    await fillHub([aCounter()])
    const code = await booked(desk.ask)
    await receive(code, '490154203237518')
    await step(code, { type: 'report_lost', claim: 'CLM-1' })
    const later = NOW + HOUR_MS
    expect(await run(later)).toBe(1)
    expect(await run(later)).toBe(0)
    const row = await env.HUB.prepare('SELECT state FROM complaints').first<{ state: string }>()
    expect(JSON.parse(row?.state ?? '{}')).toMatchObject({
      ...{ repair: code, outlet: 'HZ-001', urgent: 'data', anonymous: false },
      source: { repair: code },
    })
  })

  it('owes nothing for a repair that is gone', async () => {
    await env.HUB.prepare('INSERT INTO complaints_owed VALUES (?1, 9, ?2)')
      .bind('7K3M9QXF2T8BV', NOW - HOUR_MS)
      .run()
    // No such repair any more: nothing to register, and nothing owed for ever.
    expect(await run(NOW)).toBe(1)
    expect(await run(NOW)).toBe(0)
  })
})
