import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { commandOf } from '#functions/db/command-record.ts'
import { commit } from '#functions/db/commit.ts'
import { newTally } from '#functions/db/database.ts'
import { closeOutlet } from '#functions/outlets/close-outlet.ts'
import { resumeOutlet } from '#functions/outlets/resume-outlet.ts'
import { setOperation } from '#functions/outlets/store.ts'
import { suspendOutlet } from '#functions/outlets/suspend-outlet.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { countOf, fillHub, theHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'

const CODE = 'HZ-001'
const hub = theHub()

beforeEach(async () => {
  await fillHub([anOutlet(), anOutlet({ code: 'HZ-002' })])
})

const asked = (key: string | null, body: unknown, name = 'suspend') =>
  commandOf({ name, key, body, actor: 'stf_1', now: NOW })

const suspension = { code: CODE, expectedVersion: 1, from: null, until: '2026-12-01', reason: null }

async function suspend(key: string | null, change: Partial<typeof suspension> = {}) {
  const wish = { ...suspension, ...change }
  const command = await asked(key, wish)
  return await commit(hub, command, await suspendOutlet(hub, command, wish))
}

const outletRow = () =>
  env.HUB.prepare(
    'SELECT operation, version, changed_seq, suspended_until, closed_on FROM outlets WHERE code = ?1',
  )
    .bind(CODE)
    .first()

it('writes event, row, change number and answer of a command in one trip', async () => {
  const { tally } = hub
  const before = { ...tally }
  const outcome = await suspend('key-1')
  expect(outcome).toEqual({ kind: 'done', answer: { code: CODE, version: 2 }, replayed: false })
  expect(tally.trips - before.trips).toBe(2)
  expect(await outletRow()).toEqual({
    operation: 'suspended',
    version: 2,
    changed_seq: 3,
    suspended_until: '2026-12-01',
    closed_on: null,
  })
  const event = await env.HUB.prepare('SELECT * FROM events').first()
  expect(event).toMatchObject({
    subject: 'outlet/HZ-001',
    version: 2,
    type: 'outlet.suspended',
    happened_at: NOW,
    actor: 'stf_1',
    data: '{"from":null,"until":"2026-12-01"}',
  })
})

it('keeps the words of a reason out of events and command records', async () => {
  const reason = { en: 'Water damage at Mr Li’s', 'zh-CN': '李先生处漏水' }
  const wish = { ...suspension, reason }
  const command = await asked('key-2', wish)
  await commit(hub, command, await suspendOutlet(hub, command, wish))
  const { results } = await env.HUB.prepare(
    'SELECT data AS text FROM events UNION ALL SELECT answer FROM command_records',
  ).all<{ text: string }>()
  expect(results).toHaveLength(2)
  expect(JSON.stringify(results)).not.toMatch(/Li|李/)
})

it('answers a repeated command as the first time and writes nothing again', async () => {
  await suspend('key-3')
  const again = await suspend('key-3')
  expect(again).toEqual({ kind: 'done', answer: { code: CODE, version: 2 }, replayed: true })
  expect(await countOf('events')).toBe(1)
})

it('refuses a used key with another body', async () => {
  await suspend('key-4')
  expect(await suspend('key-4', { until: '2027-01-01' })).toEqual({
    kind: 'refused',
    refusal: 'key_reused',
  })
})

it('refuses a writer who has seen an older version', async () => {
  await suspend('key-5')
  expect(await suspend('key-6')).toEqual({ kind: 'refused', refusal: 'stale' })
  expect(await countOf('events')).toBe(1)
})

it('lets one of fifty racing writers win and refuses the others as stale', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, place) => suspend(`race-${place}`)),
  )
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  expect(outcomes.filter((one) => one.kind === 'refused' && one.refusal === 'stale')).toHaveLength(
    49,
  )
  expect(await countOf('events')).toBe(1)
  expect(await countOf('command_records')).toBe(1)
})

it('answers the loser of a race for one key as the winner', async () => {
  const wish = suspension
  const command = await asked('same', wish)
  const proposals = await Promise.all([1, 2, 3].map(() => suspendOutlet(hub, command, wish)))
  const outcomes = await Promise.all(proposals.map((proposal) => commit(hub, command, proposal)))
  expect(outcomes.map((one) => one.kind === 'done' && one.answer.version)).toEqual([2, 2, 2])
  expect(outcomes.filter((one) => one.kind === 'done' && one.replayed)).toHaveLength(2)
  expect(await countOf('events')).toBe(1)
})

it('numbers every change of any outlet, so that a later one has a higher number', async () => {
  await suspend(null)
  const wish = { code: CODE, expectedVersion: 2 }
  const command = await asked(null, wish, 'resume')
  await commit(hub, command, await resumeOutlet(hub, command, wish))
  expect(await outletRow()).toMatchObject({ operation: 'open', changed_seq: 4, version: 3 })
})

it('closes an outlet for good', async () => {
  const wish = { code: CODE, expectedVersion: 1, on: '2026-11-30' }
  const command = await asked(null, wish, 'close')
  await commit(hub, command, await closeOutlet(hub, command, wish))
  expect(await outletRow()).toMatchObject({ operation: 'closed', closed_on: '2026-11-30' })
  expect(await suspend(null, { expectedVersion: 2 })).toEqual({
    kind: 'refused',
    refusal: 'not_allowed_now',
  })
})

it('refuses a command about an outlet that does not exist', async () => {
  expect(await suspend(null, { code: 'XX-999' })).toEqual({
    kind: 'refused',
    refusal: 'unknown_outlet',
  })
})

it('refuses a statement that was prepared on another database, and writes nothing', async () => {
  const other = { name: 'other', d1: Object.create(env.HUB) as D1Database, tally: newTally() }
  const state = {
    code: CODE,
    version: 9,
    operation: 'open',
    suspension: null,
    closedOn: null,
  } as const
  const command = await asked(null, {})
  const foreign = {
    kind: 'change' as const,
    answer: null,
    events: [],
    rows: [{ ...setOperation(hub, state, NOW), database: other }],
  }
  await expect(commit(hub, command, foreign)).rejects.toThrow('prepared on other, run on hub')
  expect(await outletRow()).toMatchObject({ version: 1 })
})

it('leaves nothing behind when one statement of the batch fails', async () => {
  const command = await asked('key-7', {})
  const bad = {
    kind: 'change' as const,
    answer: null,
    events: [
      { subject: 'outlet/HZ-001', version: 2, type: 'outlet.closed', happenedAt: NOW, data: {} },
    ],
    rows: [
      setOperation(
        hub,
        { code: CODE, version: 2, operation: 'closed', suspension: null, closedOn: null },
        NOW,
      ),
    ],
  }
  await expect(commit(hub, command, bad)).rejects.toThrow('CHECK constraint failed')
  expect(await countOf('events')).toBe(0)
  expect(await countOf('command_records')).toBe(0)
})
