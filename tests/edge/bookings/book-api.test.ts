import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { aCounter, aMailInCentre, aRequest, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'

const outlets = [aCounter(), aMailInCentre()]
let ask: Ask
let now = NOW

beforeEach(async () => {
  now = NOW
  const seq = await fillHub(outlets)
  ask = aWorker({ now: () => now, files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
})

type Json = Record<string, never> & {
  readonly code: string
  readonly hold: { id: string; expiresAt: string }
  readonly repair: { code: string; status: string; version: number; booking: { version: number } }
  readonly booking: { code: string; status: string; startsAt: string; version: number }
  readonly links: { status: string }
  readonly alternatives: readonly { startsAt: string }[]
  readonly slots: readonly { startsAt: string; free: number }[]
}

const keyed = (body: unknown, key: string): RequestInit => {
  const init = asJson(body)
  return { ...init, headers: { ...init.headers, 'Idempotency-Key': key } }
}
async function post(path: string, init: RequestInit) {
  const answer = await ask(path, init)
  return { status: answer.status, body: (await answer.json()) as Json, headers: answer.headers }
}
const book = (change = {}, key: string | null = null) =>
  post('/api/v1/bookings', key === null ? asJson(aRequest(change)) : keyed(aRequest(change), key))
const hold = (change = {}) =>
  post(
    '/api/v1/holds',
    asJson({ outletCode: 'HZ-001', startsAt: aRequest().startsAt, service: 'repair', ...change }),
  )
async function freeAt(startsAt = TOMORROW_AT_TEN, service = 'repair'): Promise<number | undefined> {
  const answer = await ask(`/api/v1/outlets/HZ-001/slots?days=3&service=${service}`)
  const { slots } = (await answer.json()) as Json
  return slots.find((slot) => Date.parse(slot.startsAt) === startsAt)?.free
}

it('books a visit and asks for its repair under one code, in one batch', async () => {
  const { status, body } = await book()
  expect(status).toBe(201)
  expect(body.booking).toMatchObject({ status: 'booked', startsAt: '2026-11-19T10:00:00+08:00' })
  expect(body.repair.status).toBe('requested')
  expect(body.repair.code).toBe(body.booking.code)
  expect(body.repair.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
  expect(body.links.status).toMatch(/^https:\/\/fixpoint\.example\/t\/[\w-]{22}$/)
  expect(await freeAt()).toBe(4)
  expect(await countOf('events')).toBe(2)
})

it('keeps a slot for ten minutes, and gives it to whoever comes after that', async () => {
  for (let seat = 0; seat < 5; seat++) expect((await hold()).status).toBe(201)
  const full = await hold()
  expect([full.status, full.body.code]).toEqual([409, 'slot_full'])
  expect(full.body.alternatives).toHaveLength(3)
  expect(await freeAt()).toBe(0)
  now += 600_000
  expect(await freeAt()).toBe(5)
  expect((await hold()).status).toBe(201)
  expect(await countOf('holds')).toBe(1)
  expect(await freeAt()).toBe(4)
})

it('turns a hold into a booking once, and answers the same hold again as the first time', async () => {
  const held = await hold()
  const first = await book({ holdId: held.body.hold.id })
  const again = await book({ holdId: held.body.hold.id })
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.body.booking.code).toBe(first.body.booking.code)
  expect(await freeAt()).toBe(4)
  expect(await countOf('bookings')).toBe(1)
})

it('tells who comes with a hold that lapsed and was given away', async () => {
  const held = await hold()
  now += 600_000
  await hold()
  const late = await book({ holdId: held.body.hold.id })
  expect([late.status, late.body.code]).toEqual([409, 'hold_gone'])
  expect(late.body.alternatives.length).toBeGreaterThan(0)
})

it('takes a bench in the slot and in the next for a one-hour job', async () => {
  const one = { service: 'one_hour' }
  expect((await book(one)).status).toBe(201)
  expect((await book(one)).status).toBe(201)
  const third = await book(one)
  expect([third.status, third.body.code]).toEqual([409, 'slot_full'])
  expect(await freeAt(TOMORROW_AT_TEN + 30 * 60_000, 'one_hour')).toBe(0)
  expect(await freeAt(TOMORROW_AT_TEN + 60 * 60_000, 'one_hour')).toBe(2)
  expect((await book()).status).toBe(201)
})

it('sells each of twenty contested slots exactly as often as it has seats', async () => {
  const starts = Array.from({ length: 15 }, (_, slot) => TOMORROW_AT_TEN + slot * 30 * 60_000)
  const nextDay = Array.from(
    { length: 5 },
    (_, slot) => TOMORROW_AT_TEN + 86_400_000 + slot * 1.8e6,
  )
  const racing = [...starts, ...nextDay].flatMap((startsAt) =>
    Array.from({ length: 50 }, () => book({ startsAt: new Date(startsAt).toISOString() })),
  )
  const answers = await Promise.all(racing)
  const refused = answers.filter(({ status }) => status === 409)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(100)
  expect(refused).toHaveLength(900)
  expect(refused.every(({ body }) => body.code === 'slot_full')).toBe(true)
  expect(refused.every(({ body }) => body.alternatives.length > 0)).toBe(true)
  const { results } = await env.HUB.prepare('SELECT seats_taken FROM slots').all()
  expect(results).toHaveLength(20)
  expect(results.every(({ seats_taken }) => seats_taken === 5)).toBe(true)
}, 120_000)

it('answers fifty requests under one key with one booking', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => book({}, 'one key')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ body }) => body.booking.code)).size).toBe(1)
  expect(await countOf('bookings')).toBe(1)
  expect(await freeAt()).toBe(4)
})

it('refuses a used key with another body', async () => {
  await book({}, 'k')
  const other = await book({ fault: { code: 'battery' } }, 'k')
  expect([other.status, other.body.code]).toEqual([422, 'key_reused'])
})

it('asks for a repair by post without a slot', async () => {
  const { outletCode: _, startsAt: __, ...rest } = aRequest()
  const { status, body } = await post('/api/v1/repairs', asJson(rest))
  expect(status).toBe(201)
  expect(body.repair).toMatchObject({ status: 'requested', wayIn: 'mail_in', wayBack: 'post' })
  expect(await countOf('bookings')).toBe(0)
})

it.each([
  ['contact.phone', { contact: { name: 'A', phone: '10086' } }],
  ['fault.code', { fault: { code: 'ghosts' } }],
  ['device.imei', { device: { model: 'f2', imei: '490154203237519' } }],
  ['startsAt', { startsAt: '2026-11-19T10:00:00' }],
  ['startsAt', { startsAt: '+010000-01-01T00:00:00Z' }],
  ['startsAt', { startsAt: '+275760-09-13T00:00:00Z' }],
  ['startsAt', { startsAt: '1969-12-31T23:59:59Z' }],
  ['consent', { consent: false }],
])('names %s when it can’t be used', async (field, change) => {
  const { status, body } = await book(change)
  expect(status).toBe(422)
  expect((body as unknown as { errors: { field: string }[] }).errors[0]?.field).toBe(field)
})

it('puts nothing personal into events, outbox and command records', async () => {
  await book({ fault: { code: 'other', text: 'fell into the bath' } }, 'k')
  const tables = ['events', 'outbox', 'command_records', 'repairs', 'bookings']
  for (const table of tables) {
    const { results } = await env.HUB.prepare(`SELECT * FROM ${table}`).all()
    expect(results.length, table).toBeGreaterThan(0)
    expect(JSON.stringify(results), table).not.toMatch(/Demo Customer|138|bath/)
  }
})
