import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import type { Adapter } from '#functions/messages/adapters/adapter.ts'
import { deliverDue } from '#functions/messages/deliver-due.ts'
import { aRepair } from '#support/a-repair.ts'
import { BEGINNING } from '#support/repair-actions.ts'
import {
  aReceiver,
  emptyNetwork,
  hubOf,
  MINUTE_MS,
  onRecord,
  outbox,
  sourcesAt,
} from './sent-messages.ts'

const REPAIRS = 12
const codes = Array.from({ length: REPAIRS }, (_, place) => `0000000000${place + 10}A`)
const idOf = (code: string) => `repair/${code}/1/ticket_code_no_visit`

beforeEach(async () => {
  await emptyNetwork()
  for (const code of codes) await onRecord(aRepair({ code }))
})

it('lets two runs side by side send each message once between them', async () => {
  const { adapter, taken } = aReceiver()
  const runs = await Promise.all(
    [1, 2].map(() => deliverDue(sourcesAt(BEGINNING), adapter, { limit: 50 })),
  )
  expect(taken.map(({ id }) => id).sort()).toEqual(codes.map(idOf))
  expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(REPAIRS)
})

it('leaves a message alone while a run holds it, and takes it over when that run broke off', async () => {
  const held = await new Promise<Promise<unknown>>((resolve) => {
    const adapter: Adapter = () => {
      resolve(Promise.resolve())
      return new Promise(() => {})
    }
    void deliverDue(sourcesAt(BEGINNING), adapter, { limit: 1 })
  })
  await held
  const { adapter, taken } = aReceiver()
  await deliverDue(sourcesAt(BEGINNING + MINUTE_MS), adapter, { limit: 50 })
  expect(taken).toHaveLength(REPAIRS - 1)
  await deliverDue(sourcesAt(BEGINNING + 5 * MINUTE_MS), adapter, { limit: 50 })
  expect(taken.map(({ id }) => id).sort()).toEqual(codes.map(idOf))
})

/** A seeded die: the same faults in every run. */
function aDie(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A database that breaks off before or after it does what it was told. */
function aShakyHub(die: () => number) {
  const batch = async (statements: D1PreparedStatement[]) => {
    if (die() < 0.1) throw new Error('network lost before')
    const results = await env.HUB.batch(statements)
    if (die() < 0.1) throw new Error('network lost after')
    return results
  }
  const shaky = { prepare: (sql: string) => env.HUB.prepare(sql), batch }
  return hubOf(shaky as unknown as D1Database)
}

it.each([1, 2, 3])(
  'has each effect exactly once for all faults on the way (seed %i)',
  async (seed) => {
    const die = aDie(seed)
    const hub = aShakyHub(die)
    const { adapter, taken, effects } = aReceiver()
    const shaky: Adapter = async (message) => {
      if (die() < 0.2) throw new Error('lost on the way there')
      if (die() < 0.2) return { ok: false, error: 'http_503', final: false }
      await adapter(message)
      if (die() < 0.2) throw new Error('lost on the way back')
      return { ok: true }
    }
    const isWaiting = async () => (await outbox()).some(({ state }) => state === 'waiting')
    for (let at = BEGINNING; await isWaiting(); at += 3 * MINUTE_MS) {
      const sources = sourcesAt(at, [hub])
      await Promise.allSettled([1, 2].map(() => deliverDue(sources, shaky, { limit: 5 })))
    }
    expect((await outbox()).map(({ state }) => state)).toEqual(codes.map(() => 'sent'))
    expect([...effects.keys()].sort()).toEqual(codes.map(idOf))
    expect(taken.length).toBeGreaterThan(REPAIRS)
  },
)
