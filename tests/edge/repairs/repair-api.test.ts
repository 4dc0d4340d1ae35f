import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnRepair, type RepairStep } from '#functions/repairs/act-on-repair.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import { openLink } from '#functions/repairs/open-link.ts'
import { aCounter, aMailInCentre, aRequest } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'

const outlets = [aCounter(), aMailInCentre()]
const DAY_MS = 86_400_000
let ask: Ask
let now = NOW

beforeEach(async () => {
  now = NOW
  const seq = await fillHub(outlets)
  ask = aWorker({ now: () => now, files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
})

const STAFF: Actor = {
  id: 'stf_demo',
  roles: ['counter', 'bench', 'outlet_manager', 'agent'],
  via: 'desk',
}

async function act(code: string, action: RepairAction, change: Partial<RepairStep> = {}) {
  const step = {
    ...{ code, action, expectedVersion: null, actor: STAFF, happenedAt: null, key: null },
    ...(action.type === 'receive' ? { personal: DEVICE } : {}),
  }
  return await carryStep(() => actOnRepair(theSources({ now }), { ...step, ...change }))
}

async function booked(change = {}): Promise<string> {
  const answer = await ask('/api/v1/bookings', asJson(aRequest(change)))
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return readTicketCode(repair.code) ?? ''
}

const DEVICE = { device: { imeis: ['490154203237518'], serial: null } }
const RECEIVE: RepairAction = {
  type: 'receive',
  isAnnounced: true,
  condition: ['scratched'],
  accessories: [],
  coverage: 'out_of_warranty',
  promisedAt: NOW + 2 * DAY_MS,
  arrivedAt: null,
  ceiling: null,
  repeatOf: null,
}
const QUOTE: RepairAction = {
  type: 'ask',
  kind: 'price',
  lines: [{ item: 'screen', amountMinor: 39900 }],
  currency: 'CNY',
  declineCostMinor: 0,
  notCovered: 'impact',
  continueTo: { status: 'repairing' },
  faultCode: 'screen',
  coverage: 'customer_pays',
}

async function asked(): Promise<string> {
  const code = await booked()
  now += DAY_MS
  for (const action of [RECEIVE, { type: 'diagnose' }, QUOTE] as const) {
    expect(await act(code, action)).toMatchObject({ kind: 'done' })
  }
  return code
}

const lookUp = (code: string, phoneLast4 = '8000') =>
  ask('/api/v1/repairs/lookup', asJson({ code, phoneLast4 }))

async function ticket(code: string): Promise<string> {
  const answer = await lookUp(code)
  expect(answer.status).toBe(200)
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}
const step = (cookie: string, path: string, { version = 1, body = {} } = {}) =>
  ask(path, {
    ...asJson(body),
    headers: { 'Content-Type': 'application/json', Cookie: cookie, 'If-Match': `"${version}"` },
  })

it('finds a repair by code and digits, and shows nothing personal of it', async () => {
  const code = await asked()
  const answer = await lookUp(code)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(answer.headers.get('Set-Cookie')).toMatch(
    /^__Host-ticket=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  const text = await answer.text()
  expect(text).toContain('"status":"awaiting_decision"')
  expect(text).not.toMatch(/Demo Customer|138001|stf_/)
})

it('answers a miss and an unknown code alike in bytes, headers and rows written', async () => {
  const code = await booked()
  const unknown = '00ABCDEFGHJK'
  const alike = async (wanted: string) => {
    const answer = await lookUp(wanted, '1234')
    const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
    const text = (await answer.text()).replace(/req_\d+/, 'req')
    return { status: answer.status, headers, text }
  }
  const { checkSymbol } = await import('#domain/identifiers/crockford.ts')
  expect(await alike(code)).toEqual(await alike(`${unknown}${checkSymbol(unknown)}`))
  expect(await countOf('lookup_misses')).toBe(2)
})

it('locks a code for an hour after five misses, and its links never', async () => {
  const code = await booked()
  for (let miss = 0; miss < 5; miss++) await lookUp(code, '0000')
  const locked = await lookUp(code)
  expect([locked.status, ((await locked.json()) as { code: string }).code]).toEqual([
    429,
    'lookup_locked',
  ])
  const { keys, ...sources } = theSources({ now })
  const token = await linkToken(keys, { code, purpose: 'status', askVersion: null })
  expect(await openLink({ keys, ...sources }, token)).toMatchObject({ kind: 'open', code })
  now += 3_600_000
  expect((await lookUp(code)).status).toBe(200)
})

it('judges at most five of a hundred guesses that come at once', async () => {
  const code = await booked()
  const guesses = Array.from({ length: 100 }, (_, guess) => `${guess}`.padStart(4, '1'))
  const answers = await Promise.all(guesses.map((digits) => lookUp(code, digits)))
  expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(5)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(0)
})

it('lets the holder of a ticket withdraw, but agree to money only by the link', async () => {
  const code = await asked()
  const cookie = await ticket(code)
  const path = `/api/v1/repairs/${code}/actions`
  const accept = await step(cookie, `${path}/accept`, { version: 4, body: { askVersion: 1 } })
  expect([accept.status, ((await accept.json()) as { code: string }).code]).toEqual([
    403,
    'link_needed',
  ])
  const withdrawn = await step(cookie, `${path}/withdraw`, { version: 4 })
  expect(withdrawn.status).toBe(200)
  expect(((await withdrawn.json()) as { repair: unknown }).repair).toMatchObject({
    status: 'ready',
    outcome: 'returned_unrepaired',
  })
})

it('asks for the version seen, and refuses a stale one', async () => {
  const code = await asked()
  const cookie = await ticket(code)
  const path = `/api/v1/repairs/${code}/actions/withdraw`
  const init = asJson({})
  const without = await ask(path, { ...init, headers: { ...init.headers, Cookie: cookie } })
  expect(without.status).toBe(428)
  expect((await step(cookie, path, { version: 3 })).status).toBe(409)
  expect((await ask(path, asJson({}))).status).toBe(401)
})

describe('posting by the API', () => {
  const posting = async () => {
    const { outletCode: _, startsAt: __, ...parcel } = aRequest()
    const answer = await ask('/api/v1/repairs', asJson(parcel))
    const { repair } = (await answer.json()) as { repair: { code: string } }
    const code = repair.code.replaceAll('-', '')
    const cookie = await ticket(code)
    return async (body: object) =>
      await step(cookie, `/api/v1/repairs/${code}/actions/post`, { body })
  }

  it.each([
    ['tracking', { courier: 'sf', tracking: 'LI.WEI/13800138000' }],
    ['tracking', { courier: 'sf', tracking: 'Mrs_Wang' }],
    ['tracking', { courier: 'sf', tracking: 'my door' }],
    ['courier', { courier: 'my-brother-li', tracking: 'SF12345678' }],
  ])('takes no name and no words as %s: %j', async (field, body) => {
    const answer = await (await posting())(body)
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field)).toEqual([field])
  })

  it('reads a number as the form does', async () => {
    const answer = await (await posting())({ courier: 'jd', tracking: ' jdv 0123-4567 ' })
    expect(answer.status).toBe(200)
    const row = await env.HUB.prepare(
      "SELECT data FROM events WHERE type = 'repair.posted'",
    ).first()
    expect(JSON.parse(String(row?.data))).toMatchObject({ tracking: 'JDV0123-4567' })
  })
})

it('gives one of fifty racing steps the repair and tells the others that it is stale', async () => {
  const code = await booked()
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, racer) =>
      act(code, RECEIVE, { expectedVersion: 1, key: `racer ${racer}` }),
    ),
  )
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  expect(outcomes.filter((one) => one.kind === 'refused' && one.refusal === 'stale')).toHaveLength(
    49,
  )
})

it('answers a repeated step with its first answer', async () => {
  const code = await booked()
  const first = await act(code, RECEIVE, { expectedVersion: 1, key: 'once' })
  const again = await act(code, RECEIVE, { expectedVersion: 1, key: 'once' })
  expect(again).toEqual({ ...first, replayed: true })
  const racing = await Promise.all(
    [1, 2, 3].map(() => act(code, { type: 'diagnose' }, { expectedVersion: 2, key: 'r' })),
  )
  expect(racing.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  const { results } = await env.HUB.prepare(
    `SELECT version FROM events WHERE subject = ?1 ORDER BY version`,
  )
    .bind(`repair/${code}`)
    .all()
  expect(results.map(({ version }) => version)).toEqual([1, 2, 3])
})

it('refuses a repeated step that gives another reason, and keeps the first', async () => {
  const code = await asked()
  const cookie = await ticket(code)
  const withdraw = async (reason: string) => {
    const init = asJson({ reason })
    const headers = { ...init.headers, Cookie: cookie, 'If-Match': '"4"', 'Idempotency-Key': 'w' }
    return await ask(`/api/v1/repairs/${code}/actions/withdraw`, { ...init, headers })
  }
  expect((await withdraw('too dear')).status).toBe(200)
  expect((await withdraw('too dear')).status).toBe(200)
  const other = await withdraw('found another shop')
  expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([
    ...[422, 'key_reused'],
  ])
  const row = await env.HUB.prepare('SELECT words FROM repairs_private WHERE code = ?1')
    .bind(code)
    .first()
  expect(String(row?.words)).toContain('too dear')
})

it('tells by its ETag that the visit was moved, and takes either by it', async () => {
  const code = await booked()
  const cookie = await ticket(code)
  const path = `/api/v1/repairs/${code}`
  const tag = async () =>
    (await ask(path, { headers: { Cookie: cookie } })).headers.get('ETag') ?? ''
  const before = await tag()
  expect(before).toBe('"1.1"')
  const stepBy = async (where: string, seen: string, body: object) => {
    const init = asJson(body)
    const headers = { ...init.headers, Cookie: cookie, 'If-Match': seen }
    return (await ask(where, { ...init, headers })).status
  }
  const startsAt = '2026-11-20T11:00:00+08:00'
  expect(await stepBy(`/api/v1/bookings/${code}/move`, before, { startsAt })).toBe(200)
  expect(await tag()).toBe('"1.2"')
  expect(await stepBy(`/api/v1/bookings/${code}/move`, before, { startsAt })).toBe(409)
  expect(await stepBy(`${path}/actions/cancel`, await tag(), {})).toBe(200)
})

it('serves the visit by receiving the phone, with a queue number', async () => {
  const code = await booked()
  await act(code, RECEIVE)
  const row = await env.HUB.prepare('SELECT status, state FROM bookings WHERE code = ?1')
    .bind(code)
    .first<{ status: string; state: string }>()
  expect(row?.status).toBe('served')
  expect(JSON.parse(row?.state ?? '{}').queueNumber).toBe(1)
})

it('cancels visit and repair together and frees the seat', async () => {
  const code = await booked()
  const cookie = await ticket(code)
  const answer = await step(cookie, `/api/v1/bookings/${code}/cancel`)
  expect(answer.status).toBe(200)
  expect(((await answer.json()) as { repair: object }).repair).toMatchObject({
    status: 'closed',
    ending: 'cancelled',
    booking: { status: 'cancelled' },
  })
  const slot = await env.HUB.prepare('SELECT seats_taken FROM slots').first<{
    seats_taken: number
  }>()
  expect(slot?.seats_taken).toBe(0)
})

it('moves a visit: the old seat is free, the new one taken', async () => {
  const code = await booked()
  const cookie = await ticket(code)
  const startsAt = '2026-11-20T11:00:00+08:00'
  const answer = await step(cookie, `/api/v1/bookings/${code}/move`, { body: { startsAt } })
  expect(((await answer.json()) as { repair: object }).repair).toMatchObject({
    booking: { status: 'booked', startsAt },
  })
  const { results } = await env.HUB.prepare(
    'SELECT seats_taken FROM slots ORDER BY starts_at',
  ).all()
  expect(results.map(({ seats_taken }) => seats_taken)).toEqual([0, 1])
})

it('knows a device that was here before', async () => {
  const first = await booked()
  const through = [
    RECEIVE,
    { type: 'give_up', faultCode: 'screen', barrier: 'unrepairable' },
  ] as const
  for (const action of through) {
    expect(await act(first, action, { personal: DEVICE })).toMatchObject({ kind: 'done' })
  }
  const left = await act(first, {
    type: 'hand_over',
    functionTest: ['powers_on'],
    collectedBy: 'customer',
    paidHow: 'nothing_due',
    invoice: null,
  })
  expect(left).toMatchObject({ kind: 'done' })
  now += DAY_MS
  const second = await booked({ startsAt: '2026-11-21T10:00:00+08:00' })
  await act(second, RECEIVE, { personal: DEVICE })
  const row = await env.HUB.prepare('SELECT state FROM repairs WHERE code = ?1')
    .bind(second)
    .first<{ state: string }>()
  expect(JSON.parse(row?.state ?? '{}').repeatOf).toBe(first)
  const { results } = await env.HUB.prepare(
    `SELECT service_date AS day, counts ->> '$.handed_over' AS handedOver,
       counts ->> '$.repeat_7' AS back FROM kpi_days WHERE counts ->> '$.repeat_7' > 0`,
  ).all()
  // The return is learnt of a day later, and counts for the day when the phone was handed over.
  expect(results).toEqual([{ day: '2026-11-18', handedOver: 1, back: 1 }])
})
