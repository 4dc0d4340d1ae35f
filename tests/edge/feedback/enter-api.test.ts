import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asJson, aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker()
const RECEIVED = '2026-11-17T09:00:00+08:00'
const BODY = {
  ...{ kind: 'suggestion', channel: 'letter', isFormal: true, receivedAt: RECEIVED },
  ...{ words: 'More seats, please.', topic: 'premises', outletCode: 'hz-001', locale: 'zh-CN' },
  contact: { reach: '138 0013 8000', name: 'Li Lei', consent: true },
}

let counter: SignedInStaff

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'HZ-002' })])
  counter = await signedIn([at('counter', 'HZ-001')])
})

async function enter(over: object = {}, who = counter, key?: string) {
  const init = asJson({ ...BODY, ...over })
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(who.cookie && { Cookie: who.cookie }),
    ...(key && { 'Idempotency-Key': key }),
  }
  const answer = await ask('/api/v1/desk/feedback', { ...init, headers })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('feedback that staff enter over the API', () => {
  it('stands as it reached us, with its channel, and its words apart', async () => {
    const { status, body } = await enter()
    expect(status).toBe(200)
    const { code } = body['feedback'] as { code: string }
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    const row = await env.HUB.prepare('SELECT * FROM feedback').first<Record<string, unknown>>()
    expect(row).toMatchObject({
      ...{ code: code.replaceAll('-', ''), outlet_code: 'HZ-001', locale: 'zh-CN' },
      received_at: Date.parse(RECEIVED),
    })
    expect(JSON.parse(String(row?.['state']))).toMatchObject({
      ...{ kind: 'suggestion', channel: 'letter', isFormal: true, topic: 'premises' },
    })
    expect(String(row?.['state'])).not.toContain('seats')
    const kept = await env.HUB.prepare('SELECT words, contact FROM voices_private').first()
    expect(JSON.parse(String(kept?.['words']))).toEqual({ said: 'More seats, please.' })
    expect(String(kept?.['contact'])).toContain('+8613800138000')
  })

  it('is informal, anonymous and answered on the spot where it was', async () => {
    const answered = { words: 'There will be four.', isSolved: true }
    const said = { channel: 'observation', isFormal: false, contact: null, answered }
    expect((await enter(said)).status).toBe(200)
    const row = await env.HUB.prepare('SELECT status, state, contact_hash FROM feedback').first()
    expect(row).toMatchObject({ status: 'solved', contact_hash: null })
    expect(JSON.parse(String(row?.['state']))).toMatchObject({
      ...{ isFormal: false, isReachable: false },
    })
  })

  it('is entered once under one key, which is for this body alone', async () => {
    const first = await enter({}, counter, 'twice')
    const again = await enter({}, counter, 'twice')
    expect(again).toEqual(first)
    expect(await countOf('feedback')).toBe(1)
    const other = await enter({ words: 'Something else.' }, counter, 'twice')
    expect(other).toMatchObject({ status: 422, body: { code: 'key_reused' } })
    expect(await countOf('feedback')).toBe(1)
  })

  it('names the field that can’t be taken', async () => {
    const field = async (over: object) => {
      const { status, body } = await enter(over)
      expect(status, JSON.stringify(over)).toBe(422)
      const [error] = (body['errors'] ?? []) as { field: string }[]
      return error?.field ?? body['code']
    }
    expect(await field({ words: '  ' })).toBe('words')
    expect(await field({ words: 'x'.repeat(2_001) })).toBe('words')
    expect(await field({ channel: 'gossip' })).toBe('channel')
    expect(await field({ isFormal: 'yes' })).toBe('isFormal')
    expect(await field({ receivedAt: '2026-11-17T09:00' })).toBe('receivedAt')
    expect(await field({ receivedAt: new Date(NOW + 60_000).toISOString() })).toBe('bad_time')
    expect(await field({ receivedAt: '2024-11-17T09:00:00+08:00' })).toBe('bad_time')
    expect(await field({ repairCode: 'nonsense' })).toBe('repairCode')
    expect(await field({ contact: { ...BODY.contact, reach: '12' } })).toBe('contact.reach')
    expect(await field({ contact: { ...BODY.contact, consent: false } })).toBe('contact.consent')
    expect(await countOf('feedback')).toBe(0)
  })

  it('is about an outlet of theirs: others aren’t there, and the network is for who works for it', async () => {
    const agent = await signedIn([everywhere('agent')], { key: 'agent' })
    const supply = await signedIn([everywhere('hq_supply')], { key: 'supply' })
    expect((await enter({ outletCode: 'HZ-002' })).status).toBe(404)
    expect((await enter({ outletCode: 'XX-999' })).status).toBe(404)
    expect((await enter({ outletCode: null })).status).toBe(403)
    expect((await enter({}, supply)).status).toBe(403)
    expect((await enter({}, { ...counter, cookie: '' })).status).toBe(401)
    expect(await countOf('feedback')).toBe(0)
    expect((await enter({ outletCode: null }, agent)).status).toBe(200)
    expect((await enter({ repairCode: '7K3M-9QXF-2T8B-V' }, agent)).status).toBe(404)
  })
})
