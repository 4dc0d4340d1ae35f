import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { aCounter, aRequest } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import {
  aRegistration,
  asker,
  eventsOf,
  IMEI,
  OTHER_IMEI,
  PRICE,
  typesOf,
} from './intake-requests.ts'

const ask = aWorker()
const HERE = '/outlets/HZ-001/repairs'

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', bucket: 9 })])
})

const counter = async () => asker(ask, await signedIn([at('counter', 'HZ-001')]))

describe('registering a walk-in', () => {
  it('asks for the repair, takes it in and serves the visit that begins with it', async () => {
    const post = await counter()
    const { status, repair } = await post(HERE, aRegistration())
    expect(status).toBe(200)
    expect(repair).toMatchObject({ status: 'received', version: 2 })
    expect(await typesOf(repair.code)).toEqual([
      ...['booking.arrived', 'booking.called', 'booking.served'],
      ...['repair.requested', 'repair.received'],
    ])
    expect(await countOf('bookings')).toBe(1)
  })

  it('keeps names, numbers and words out of every event', async () => {
    const post = await counter()
    const { repair } = await post(HERE, aRegistration())
    const told = JSON.stringify(await eventsOf(repair.code))
    for (const personal of ['Demo Customer', '138001', IMEI, 'stairs']) {
      expect(told).not.toContain(personal)
    }
    const row = await env.HUB.prepare('SELECT contact, device, words FROM repairs_private').first()
    const kept = JSON.stringify(row)
    for (const personal of ['Demo Customer', '138001', IMEI, 'stairs']) {
      expect(kept).toContain(personal)
    }
  })

  it('records test, proof of purchase and consent to losing data with the receipt', async () => {
    const post = await counter()
    const { repair } = await post(HERE, aRegistration())
    const received = (await eventsOf(repair.code)).find(({ type }) => type === 'repair.received')
    expect(JSON.parse(received?.data ?? '{}')).toMatchObject({
      condition: ['scratched', 'cracked_glass'],
      tested: { works: ['power', 'calls'], fails: ['touch'] },
      proof: { kind: 'invoice', boughtOn: '2026-05-01' },
      dataLoss: 'data_loss_2026_11',
      isOneHourListed: true,
    })
    const job = await env.HUB.prepare('SELECT shelf FROM repairs').first()
    expect(job).toEqual({ shelf: 'A-12' })
  })

  it('answers a repeated command with the first repair', async () => {
    const post = await counter()
    const key = { 'Idempotency-Key': 'once' }
    const first = await post(HERE, aRegistration(), key)
    const again = await post(HERE, aRegistration(), key)
    expect(again.repair.code).toBe(first.repair.code)
    expect(await countOf('repairs')).toBe(1)
    const other = await post(HERE, aRegistration({ shelf: 'B-1' }), key)
    expect(other).toMatchObject({ status: 422, code: 'key_reused' })
  })

  it('takes no phone in that nothing names, and no proof from the future', async () => {
    const post = await counter()
    expect(await post(HERE, aRegistration({ device: {} }))).toMatchObject({ status: 422 })
    const proof = { kind: 'invoice', boughtOn: '2026-11-19' }
    expect(await post(HERE, aRegistration({ proof }))).toMatchObject({ status: 422 })
    expect(await countOf('repairs')).toBe(0)
  })

  it('makes the last repair of the same device within 90 days the one it repeats', async () => {
    const post = await counter()
    const first = await post(HERE, aRegistration())
    const code = readTicketCode(first.repair.code)
    await env.HUB.prepare(
      `UPDATE repairs SET status = 'closed', stage = 'closed', state = json_set(state, '$.closedAt', ?2, '$.status', 'closed') WHERE code = ?1`,
    )
      .bind(code, Date.UTC(2026, 10, 1))
      .run()
    const second = await post(HERE, aRegistration())
    const received = (await eventsOf(second.repair.code)).at(-1)
    expect(JSON.parse(received?.data ?? '{}').repeatOf).toBe(code)
  })
})

describe('the quick path', () => {
  it('registers, diagnoses, asks and accepts in one batch, for which no bench is needed', async () => {
    const post = await counter()
    const { repair } = await post(HERE, aRegistration({ agreed: PRICE }))
    expect(repair).toMatchObject({ status: 'repairing', version: 5 })
    const events = (await eventsOf(repair.code)).filter(({ type }) => type.startsWith('repair.'))
    expect(events.map(({ type }) => type)).toEqual([
      ...['repair.requested', 'repair.received', 'repair.diagnosis_started'],
      ...['repair.asked', 'repair.accepted'],
    ])
    expect(JSON.parse(events.at(-1)?.data ?? '{}')).toMatchObject({
      evidence: 'signature',
      agreed: { totalMinor: 47_900, currency: 'CNY' },
    })
  })

  it('takes a booked phone in as four events, once, however often it is sent', async () => {
    const booked = await ask('/api/v1/bookings', asJson(aRequest()))
    const { repair } = (await booked.json()) as { repair: { code: string } }
    const code = repair.code.replaceAll('-', '')
    const post = await counter()
    const { condition, coverage, promisedAt, device } = aRegistration()
    const said = { receive: { condition, coverage, promisedAt, device }, agreed: PRICE }
    const headers = { 'If-Match': '"1"', 'Idempotency-Key': 'quick' }
    const first = await post(`/repairs/${code}/quick-path`, said, headers)
    expect(first).toMatchObject({ status: 200, repair: { status: 'repairing', version: 5 } })
    const again = await post(`/repairs/${code}/quick-path`, said, headers)
    expect(again).toMatchObject({ status: 200, repair: { version: 5 } })
    expect((await typesOf(code)).filter((type) => type === 'booking.served')).toHaveLength(1)
    const late = { 'If-Match': '"1"', 'Idempotency-Key': 'other' }
    expect(await post(`/repairs/${code}/quick-path`, said, late)).toMatchObject({
      status: 409,
      code: 'stale',
    })
  })

  it('does nothing at all where one of its steps is refused', async () => {
    const post = await counter()
    const bad = { ...PRICE, faultCode: 'no_fault' }
    expect(await post(HERE, aRegistration({ agreed: bad }))).toMatchObject({ status: 422 })
    expect(await countOf('repairs')).toBe(0)
    expect(await countOf('bookings')).toBe(0)
  })
})

describe('who may register', () => {
  it.each([
    ['counter elsewhere', [at('counter', 'SZ-001')], 404],
    ['bench here', [at('bench', 'HZ-001')], 403],
    ['agent', [everywhere('agent')], 403],
    ['manager here', [at('outlet_manager', 'HZ-001')], 200],
  ])('%s: %s', async (_, grants, status) => {
    const post = asker(ask, await signedIn(grants))
    expect((await post(HERE, aRegistration())).status).toBe(status)
  })

  it('answers an outlet that is not there as one of others', async () => {
    const post = await counter()
    const nowhere = await post('/outlets/XX-999/repairs', aRegistration())
    const others = await post('/outlets/SZ-001/repairs', aRegistration())
    expect(nowhere).toEqual(others)
    expect(others.status).toBe(404)
  })

  it('takes nothing in at an outlet that serves no more', async () => {
    await fillHub([aCounter({ operation: 'closed', closedOn: '2026-11-01' })])
    const post = await counter()
    expect(await post(HERE, aRegistration())).toMatchObject({ status: 409, code: 'outlet_closed' })
  })
})

describe('the walk-in’s own code', () => {
  it('is taken by the first device; a further one gets its own', async () => {
    const post = await counter()
    const ticket = (await post(HERE, aRegistration())).repair.code
    const device = { imeis: [OTHER_IMEI] }
    const stale = await post(HERE, aRegistration({ ticket, device }))
    expect(stale).toMatchObject({ status: 409, code: 'stale' })
    const further = await post(HERE, aRegistration({ ticket, device, isFurther: true }))
    expect(further.status).toBe(200)
    expect(further.repair.code).not.toBe(ticket)
    expect(await countOf('bookings')).toBe(1)
  })
})
