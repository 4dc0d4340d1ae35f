import { beforeAll, beforeEach, expect, it } from 'vitest'
import { aCounter, aMailInCentre, aRequest } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'

const outlets = [aCounter(), aMailInCentre()]
const AT_ONCE = 20
const GUESSES = 10_000
let ask: Ask
let now = NOW

beforeAll(async () => {
  const seq = await fillHub(outlets)
  ask = aWorker({
    now: () => now,
    // As a deployment has it: every client asks once, so that only the lock per code is in the way.
    vars: { RATE_LIMIT_LOOKUPS: '20' },
    files: { '/data/outlets/index.json': indexFile(outlets, seq) },
  })
})

beforeEach(() => {
  now = NOW
})

async function aCode(): Promise<string> {
  const answer = await ask('/api/v1/bookings', asJson(aRequest()))
  return ((await answer.json()) as { repair: { code: string } }).repair.code
}

const clientOf = (guess: number): string => `10.${guess >> 16}.${(guess >> 8) & 255}.${guess & 255}`

async function guess(code: string, phoneLast4: string, client: number): Promise<number> {
  const init = asJson({ code, phoneLast4 })
  const headers = { ...init.headers, 'CF-Connecting-IP': clientOf(client) }
  return (await ask('/api/v1/repairs/lookup', { ...init, headers })).status
}

it('yields nothing to ten thousand clients who try all digits of a code they know', async () => {
  const code = await aCode()
  const answers = new Map<number, number>()
  for (let from = 0; from < GUESSES; from += AT_ONCE) {
    const statuses = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, place) =>
        guess(code, `${from + place}`.padStart(4, '0'), from + place),
      ),
    )
    for (const status of statuses) answers.set(status, (answers.get(status) ?? 0) + 1)
  }
  expect(Object.fromEntries(answers)).toEqual({ 404: 4, 429: GUESSES - 4 })
}, 240_000)

it('opens to the right digits again an hour after the first miss', async () => {
  const code = await aCode()
  for (let miss = 0; miss < 6; miss++) await guess(code, '0000', miss)
  now += 3_599_000
  expect(await guess(code, '8000', 7)).toBe(429)
  now += 1_000
  expect(await guess(code, '8000', 8)).toBe(200)
})

/** Guesses that are judged, at most `most` in each lock, in so many days of asking each quarter of an hour. */
async function judgedIn(days: number, most: number): Promise<number[]> {
  const code = await aCode()
  const judged: number[] = []
  let client = 0
  let inRow = 0
  let waitsUntil = 0
  for (let day = 0; day < days; day++) {
    let today = 0
    for (let quarter = 0; quarter < 96; quarter++, now += 900_000) {
      if (now < waitsUntil) continue
      for (inRow = 0; inRow < most; inRow++) {
        if ((await guess(code, '0000', client++)) !== 404) break
        today += 1
      }
      // Whoever stops before the lock comes back when an hour has gone by.
      waitsUntil = inRow < 4 ? now + 900_000 : now + 3_600_000
    }
    judged.push(today)
  }
  console.log(`judged a day, at most ${most} in a row: ${judged.join(', ')}`)
  return judged
}

it('yields at most thirty guesses of a day to whoever comes back after each lock, then fewer', async () => {
  const [first = 0, ...later] = await judgedIn(4, 6)
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThanOrEqual(30)
  for (const judged of later) expect(judged).toBeLessThanOrEqual(12)
}, 60_000)

it('is no kinder to whoever stops before the fifth guess each time', async () => {
  const [first = 0, ...later] = await judgedIn(4, 4)
  expect(first).toBeLessThanOrEqual(40)
  for (const judged of later) expect(judged).toBeLessThanOrEqual(12)
}, 60_000)

it('locks for 1, 1, 2, 4, 8 and never more than 16 hours, says so, and forgets after a quiet day', async () => {
  const code = await aCode()
  const hoursLocked = async () => {
    for (let miss = 0; miss < 4; miss++) await guess(code, '0000', miss)
    const headers = { ...asJson({}).headers, 'CF-Connecting-IP': clientOf(9) }
    const init = asJson({ code, phoneLast4: '0000' })
    const answer = await ask('/api/v1/repairs/lookup', { ...init, headers })
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get('Retry-After'))
    now += seconds * 1000 - 1
    expect(await guess(code, '8000', 10)).toBe(429)
    now += 1
    expect(await guess(code, '8000', 11)).toBe(200)
    return seconds / 3600
  }
  const hours: number[] = []
  for (let lock = 0; lock < 8; lock++) hours.push(await hoursLocked())
  expect(hours).toEqual([1, 1, 2, 4, 8, 16, 16, 16])
  now += 86_400_000
  expect(await hoursLocked()).toBe(1)
})
