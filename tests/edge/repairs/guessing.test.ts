import { beforeAll, expect, it } from 'vitest'
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
