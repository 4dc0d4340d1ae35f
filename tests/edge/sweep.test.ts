import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import config from '#config'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import { eachMinute } from '#functions/each-minute.ts'
import { sweepWhatLapsed } from '#functions/sweep-what-lapsed.ts'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { aCounter, aRequest, TOMORROW_AT_TEN } from './support/a-counter.ts'
import { countOf, fillHub } from './support/a-hub.ts'
import { type Ask, asJson, aWorker, NOW } from './support/a-worker.ts'
import { at, signedIn } from './support/signed-in.ts'
import { theSources } from './support/the-sources.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const { holdMinutes } = config.booking
let ask: Ask
let random = seededRandom('sweep')
const randomByte = () => random.between(0, 255)

beforeEach(async () => {
  random = seededRandom('sweep')
  await fillHub([aCounter({ counterSeats: 20 })])
  ask = aWorker()
})

/** The sweeps of so many minutes; answers how many rows went in each. */
async function sweep(from: number, minutes = 2): Promise<number[]> {
  const swept: number[] = []
  for (let minute = 0; minute < minutes; minute++) {
    swept.push(await sweepWhatLapsed(theSources({ now: from + minute * MINUTE_MS, randomByte })))
  }
  return swept
}

const hold = async (service: string) =>
  await ask(
    '/api/v1/holds',
    asJson({ outletCode: 'HZ-001', startsAt: new Date(TOMORROW_AT_TEN).toISOString(), service }),
  )

const taken = async () =>
  (
    await env.HUB.prepare(
      'SELECT sum(seats_taken) AS seats, sum(benches_taken) AS benches FROM slots',
    ).all()
  ).results[0]

const insertMany = async (sql: string, rows: readonly (readonly (string | number)[])[]) =>
  await env.HUB.prepare(sql).bind(JSON.stringify(rows)).run()

describe('a lapsed hold', () => {
  it('stays an hour for whoever took long over the form, then gives back its seat and its benches', async () => {
    for (const service of ['repair', 'one_hour']) expect((await hold(service)).status).toBe(201)
    expect((await ask('/api/v1/bookings', asJson(aRequest()))).status).toBe(201)
    expect(await taken()).toEqual({ seats: 3, benches: 2 })
    const lapsedAt = NOW + holdMinutes * MINUTE_MS
    expect(await sweep(lapsedAt + HOUR_MS - 2 * MINUTE_MS)).toEqual([0, 0])
    expect(await countOf('holds')).toBe(2)
    await sweep(lapsedAt + HOUR_MS)
    expect([await countOf('holds'), await taken()]).toEqual([0, { seats: 1, benches: 0 }])
  })

  it('is no reason to touch one beside it that stands', async () => {
    await hold('repair')
    const later = aWorker({ now: () => NOW + HOUR_MS })
    const init = asJson({
      ...{ outletCode: 'HZ-001', service: 'repair' },
      startsAt: new Date(TOMORROW_AT_TEN + 1_800_000).toISOString(),
    })
    // Taking this one takes the lapsed neighbour off already; the sweep must leave it alone.
    expect((await later('/api/v1/holds', init)).status).toBe(201)
    await sweep(NOW + holdMinutes * MINUTE_MS + HOUR_MS)
    expect(await countOf('holds')).toBe(1)
  })
})

describe('wrong digits', () => {
  it('are forgotten two days after, however the codes lie, and a lock that lasts is not', async () => {
    const codes = Array.from({ length: 2_000 }, () =>
      issueTicketCode(random.between(0, 1023), randomByte),
    )
    // Somebody chose these so that they lie together at either end.
    const near = ['0', 'Z'].flatMap((end) =>
      Array.from({ length: 700 }, (_, place) => `${end}${end}${String(place).padStart(11, '0')}`),
    )
    const old = [...codes.slice(0, 1_500), ...near]
    const insert = `INSERT INTO lookup_misses (code, misses, first_at, earlier)
      SELECT value ->> 0, 5, value ->> 1, 25 FROM json_each(?1)`
    await insertMany(insert, [
      ...old.map((code) => [code, NOW - 2 * DAY_MS] as const),
      ...codes.slice(1_500).map((code) => [code, NOW - DAY_MS] as const),
    ])
    await sweep(NOW, 240)
    const { results } = await env.HUB.prepare(
      'SELECT count(*) FILTER (WHERE first_at < ?1) AS old, count(*) AS all_of_them FROM lookup_misses',
    )
      .bind(NOW - DAY_MS)
      .all()
    expect(results).toEqual([{ old: 0, all_of_them: 500 }])
  })
})

describe('the record of a command', () => {
  it('tells a repetition for a week, and is swept after it', async () => {
    const init = asJson(aRequest())
    const headers = { ...init.headers, 'Idempotency-Key': 'once' }
    await ask('/api/v1/bookings', { ...init, headers })
    const before = await countOf('command_records')
    expect(before).toBeGreaterThan(0)
    await sweep(NOW + 7 * DAY_MS - 2 * MINUTE_MS)
    expect(await countOf('command_records')).toBe(before)
    await sweep(NOW + 7 * DAY_MS)
    expect(await countOf('command_records')).toBe(0)
  })

  it('goes in parts: no run deletes or reads more than its share, among any number', async () => {
    const hex = () => Array.from({ length: 64 }, () => random.between(0, 15).toString(16)).join('')
    const insert = `INSERT INTO command_records (id, fingerprint, answer, recorded_at)
      SELECT value, 'f', '{}', 0 FROM json_each(?1)`
    for (let part = 0; part < 4; part++) {
      const ids = Array.from({ length: 5_000 }, hex)
      await env.HUB.prepare(insert).bind(JSON.stringify(ids)).run()
    }
    const sources = theSources({ now: NOW, randomByte })
    expect(await sweepWhatLapsed(sources)).toBe(500)
    expect(sources.hub.tally.rowsRead).toBeLessThan(2_500)
    const swept = await sweep(NOW + MINUTE_MS, 59)
    expect(Math.max(...swept)).toBeLessThanOrEqual(500)
    expect(await countOf('command_records')).toBeLessThan(1_000)
  })
})

it('forgets what was counted the day before yesterday, and no later day', async () => {
  const days = ['2026-11-16', '2026-11-17', '2026-11-18']
  await insertMany(
    `INSERT INTO allowances (day, subject, used) SELECT value ->> 0, 'client/0f', 1 FROM json_each(?1)`,
    days.map((day) => [day]),
  )
  await sweep(NOW)
  const { results } = await env.HUB.prepare('SELECT day FROM allowances ORDER BY day').all()
  expect(results).toEqual([{ day: '2026-11-17' }, { day: '2026-11-18' }])
})

describe('what the sign-in leaves behind', () => {
  const hex = () => Array.from({ length: 64 }, () => random.between(0, 15).toString(16)).join('')
  const tries = (count: number, each: number, at: number) =>
    insertMany(
      `INSERT INTO sign_in_tries (key, tries, first_at)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)`,
      Array.from({ length: count }, () => [hex(), each, at] as const),
    )

  it('are tries: forgotten once they lock nothing, however many there are', async () => {
    await tries(3_000, 1, NOW - 15 * MINUTE_MS)
    await tries(20, 11, NOW + 2 * HOUR_MS)
    const swept = await sweep(NOW, 120)
    expect(Math.max(...swept)).toBeLessThanOrEqual(500)
    const { results } = await env.HUB.prepare(
      'SELECT tries, count(*) AS n FROM sign_in_tries GROUP BY tries ORDER BY tries DESC',
    ).all()
    expect(results[0]).toEqual({ tries: 11, n: 20 })
    expect(Number(results[1]?.['n'] ?? 0)).toBeLessThan(100)
  })

  it('are networks that staff sign in from: known for two weeks', async () => {
    await tries(1, 0, NOW)
    await sweep(NOW + 14 * DAY_MS - 2 * MINUTE_MS)
    expect(await countOf('sign_in_tries')).toBe(1)
    await sweep(NOW + 14 * DAY_MS)
    expect(await countOf('sign_in_tries')).toBe(0)
  })

  it('are sessions: swept when they are over, never before', async () => {
    const { id } = await signedIn([at('counter', 'HZ-001')])
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
    const name = () => Array.from({ length: 20 }, () => letters[random.between(0, 35)]).join('')
    await insertMany(
      `INSERT INTO staff_sessions (id, token, user_id, expires_at, created_at, updated_at)
       SELECT 'ses_' || (value ->> 0), value ->> 0, '${id}', value ->> 1, 0, 0 FROM json_each(?1)`,
      [
        ...Array.from({ length: 1_500 }, () => [name(), NOW] as const),
        ...Array.from({ length: 200 }, () => [name(), NOW + 2 * HOUR_MS] as const),
      ],
    )
    await sweep(NOW, 60)
    const { results } = await env.HUB.prepare(
      'SELECT count(*) FILTER (WHERE expires_at <= ?1) AS over, count(*) AS n FROM staff_sessions',
    )
      .bind(NOW)
      .all()
    expect(results).toEqual([{ over: 0, n: 201 }])
    expect((await sweep(NOW + 3 * HOUR_MS))[0]).toBe(200)
  })
})

it('is part of every minute', async () => {
  await hold('repair')
  const now = NOW + holdMinutes * MINUTE_MS + HOUR_MS
  const minute = await eachMinute(theSources({ now }), async () => ({ ok: true }))
  expect(minute).toMatchObject({ swept: 1 })
  expect(await countOf('holds')).toBe(0)
})
