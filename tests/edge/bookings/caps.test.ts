import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import config from '#config'
import { aCounter, aMailInCentre, aRequest, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'

const { holdsOfClient, requestsOfClient, openOfPhone, requestsOfPhone } = config.booking.caps
const DAY_MS = 86_400_000
const SLOT_MS = 1_800_000
const outlets = [
  aCounter({ counterSeats: 500 }),
  aCounter({ code: 'HZ-002', counterSeats: 500 }),
  aMailInCentre(),
]
let now = NOW
let ask: Ask

beforeEach(async () => {
  now = NOW
  const seq = await fillHub(outlets)
  ask = aWorker({
    now: () => now,
    vars: { BOOKING_CAPS: 'on' },
    files: { '/data/outlets/index.json': indexFile(outlets, seq) },
  })
})

/** Every request a client of its own, unless the test names one. */
let clients = 0
const from = (init: RequestInit, client = `10.0.${clients >> 8}.${clients++ & 255}`) => ({
  ...init,
  headers: { ...init.headers, 'CF-Connecting-IP': client },
})

const phoneOf = (place: number) => ({
  name: 'Demo Customer',
  phone: `138${String(place).padStart(4, '0')}8000`,
  locale: 'en',
})

const book = async (change: Readonly<Record<string, unknown>> = {}, client?: string) =>
  await ask('/api/v1/bookings', from(asJson(aRequest(change)), client))

const hold = async (client: string, outletCode = 'HZ-001', key?: string) => {
  const startsAt = new Date(TOMORROW_AT_TEN + SLOT_MS).toISOString()
  const asked = from(asJson({ outletCode, startsAt, service: 'repair' }), client)
  const headers = { ...asked.headers, ...(key && { 'Idempotency-Key': key }) }
  return await ask('/api/v1/holds', { ...asked, headers })
}

const times = (count: number) => Array.from({ length: count }, (_, place) => place)
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

/** How often each status was answered. */
const tally = (answers: readonly Response[]) =>
  Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))].map((status) => [
      status,
      answers.filter((answer) => answer.status === status).length,
    ]),
  )

describe('a phone', () => {
  it('has no more open requests than its cap, however many clients ask for it at once', async () => {
    const answers = await Promise.all(times(openOfPhone + 15).map(() => book()))
    expect(tally(answers)).toEqual({ 201: openOfPhone, 429: 15 })
    const refused = answers.find(({ status }) => status === 429) as Response
    expect(await codeOf(refused)).toBe('phone_cap')
    expect(await countOf('repairs')).toBe(openOfPhone)
    expect(await countOf('outbox')).toBe(openOfPhone)
  })

  it('is counted over visits and parcels alike, and another phone is not hindered', async () => {
    for (const _ of times(openOfPhone)) await book()
    const { outletCode: _, startsAt: __, ...parcel } = aRequest()
    expect((await ask('/api/v1/repairs', from(asJson(parcel)))).status).toBe(429)
    const other = { ...parcel, contact: phoneOf(1) }
    expect((await ask('/api/v1/repairs', from(asJson(other)))).status).toBe(201)
  })

  it('is sent no more codes in a day than its cap by booking and cancelling in turn', async () => {
    const statuses: number[] = []
    for (const _ of times(requestsOfPhone + 1)) {
      const answer = await book()
      statuses.push(answer.status)
      if (answer.status !== 201) continue
      const { repair } = (await answer.json()) as { repair: { code: string } }
      const code = repair.code.replaceAll('-', '')
      const found = await ask('/api/v1/repairs/lookup', asJson({ code, phoneLast4: '8000' }))
      const init = asJson({})
      const cookie = found.headers.get('Set-Cookie')?.split(';')[0] ?? ''
      const headers = { ...init.headers, Cookie: cookie, 'If-Match': '"1"' }
      const gone = await ask(`/api/v1/bookings/${code}/cancel`, { ...init, headers })
      expect(gone.status).toBe(200)
    }
    expect(statuses).toEqual([...times(requestsOfPhone).map(() => 201), 429])
    now += DAY_MS
    const startsAt = new Date(TOMORROW_AT_TEN + DAY_MS).toISOString()
    expect((await book({ startsAt })).status).toBe(201)
  })
})

describe('a client', () => {
  it('holds no more seats of an outlet than its cap, however fast it asks', async () => {
    const answers = await Promise.all(times(holdsOfClient + 5).map(() => hold('192.0.2.1')))
    expect(tally(answers)).toEqual({ 201: holdsOfClient, 429: 5 })
    expect(await countOf('holds')).toBe(holdsOfClient)
    expect((await hold('192.0.2.1', 'HZ-002')).status).toBe(201)
    expect((await hold('192.0.2.2')).status).toBe(201)
  })

  it('gets the hold that stands for its key, and others again when they lapsed', async () => {
    for (const place of times(holdsOfClient)) await hold('192.0.2.1', 'HZ-001', `key ${place}`)
    expect((await hold('192.0.2.1', 'HZ-001', 'key 0')).status).toBe(201)
    expect(await codeOf(await hold('192.0.2.1'))).toBe('client_cap')
    now += config.booking.holdMinutes * 60_000
    expect((await hold('192.0.2.1')).status).toBe(201)
  })

  it('makes no more requests in a day than its cap, under any number of phones', async () => {
    const answers = await Promise.all(
      times(requestsOfClient + 5).map((place) => book({ contact: phoneOf(place) }, '192.0.2.1')),
    )
    expect(tally(answers)).toEqual({ 201: requestsOfClient, 429: 5 })
    expect(await countOf('bookings')).toBe(requestsOfClient)
    now += DAY_MS
    const startsAt = new Date(TOMORROW_AT_TEN + DAY_MS).toISOString()
    expect((await book({ startsAt, contact: phoneOf(999) }, '192.0.2.1')).status).toBe(201)
  })

  it('is kept as a keyed hash only', async () => {
    await hold('192.0.2.77')
    await book({}, '192.0.2.77')
    expect(await countOf('allowances')).toBe(1)
    const rows = await env.HUB.batch([
      env.HUB.prepare('SELECT * FROM holds'),
      env.HUB.prepare('SELECT * FROM allowances'),
    ])
    expect(JSON.stringify(rows.map(({ results }) => results))).not.toContain('192.0.2')
  })
})

it('lifts no cap in production, whatever the variable says', async () => {
  const inProduction = aWorker({
    now: () => now,
    vars: { BOOKING_CAPS: 'off', ENVIRONMENT: 'production' },
  })
  const answers = await Promise.all(
    times(openOfPhone + 1).map(() => inProduction('/api/v1/bookings', from(asJson(aRequest())))),
  )
  expect(tally(answers)).toEqual({ 201: openOfPhone, 429: 1 })
})
