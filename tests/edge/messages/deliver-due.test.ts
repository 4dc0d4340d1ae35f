import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Adapter } from '#functions/messages/adapters/adapter.ts'
import { deliverDue } from '#functions/messages/deliver-due.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import { aRepair, type RepairStory } from '#support/a-repair.ts'
import { BEGINNING, CODE, DAY_MS, HOUR_MS } from '#support/repair-actions.ts'
import {
  aReceiver,
  emptyNetwork,
  hubOf,
  MINUTE_MS,
  onRecord,
  outbox,
  refusing,
  sourcesAt,
  stateOf,
} from './sent-messages.ts'

const asked = aRepair().awaitingDecision()
const run = (at: number, adapter: Adapter, limit = 50) =>
  deliverDue(sourcesAt(at), adapter, { limit })

beforeEach(emptyNetwork)

describe('a message that is due', () => {
  it('goes out once, worded for its customer, with the link that its repair opens by', async () => {
    await onRecord(aRepair())
    const { adapter, taken } = aReceiver()
    expect(await run(BEGINNING, adapter)).toMatchObject({ sent: 1 })
    expect(await run(BEGINNING + MINUTE_MS, adapter)).toMatchObject({ sent: 0 })
    const { keys } = sourcesAt(0)
    const token = await linkToken(keys, { code: CODE, purpose: 'status', askVersion: null })
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject({
      id: `repair/${CODE}/1/ticket_code_no_visit`,
      to: { phone: '+8613800138000', email: 'li@mail.example' },
      template: 'ticket_code_no_visit',
      locale: 'zh-CN',
      variables: { code: CODE, link: `fixpoint.example/t/${token}` },
      text: `【Fixpoint】维修单号${CODE} fixpoint.example/t/${token}`,
    })
    expect(await stateOf('ticket_code_no_visit')).toMatchObject({
      state: 'sent',
      attempts: 1,
      due_at: null,
      last_error: null,
    })
  })

  it('waits until its time has come', async () => {
    await onRecord(aRepair())
    const { adapter, taken } = aReceiver()
    await run(BEGINNING - 1, adapter)
    expect(taken).toEqual([])
  })

  it('links a question to its own answer', async () => {
    await onRecord(asked.act('ask'))
    const { adapter, effects } = aReceiver()
    await run(asked.now + HOUR_MS, adapter)
    const { keys } = sourcesAt(0)
    const token = await linkToken(keys, { code: CODE, purpose: 'answer', askVersion: 2 })
    expect(effects.get(`repair/${CODE}/5/answer_needed`)?.text).toContain(token)
  })

  it('leaves the rest for the next run where there is more than a run may take', async () => {
    await onRecord(asked)
    const { adapter, taken } = aReceiver()
    const counts = await run(asked.now, adapter, 2)
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(2)
    await run(asked.now, adapter, 2)
    expect(taken.map(({ template }) => template).sort()).toEqual(['answer_needed', 'received'])
  })
})

describe('a message whose reason has gone', () => {
  const dropped = async (story: RepairStory, template: string, why: string) => {
    await onRecord(story)
    const { adapter, taken } = aReceiver()
    await run(story.now, adapter)
    expect(taken.map((message) => message.template)).not.toContain(template)
    expect(await stateOf(template)).toMatchObject({
      state: 'dropped',
      last_error: why,
      due_at: null,
    })
  }

  it('is dropped: a question that was answered meanwhile', () =>
    dropped(asked.accepted(), 'answer_needed', 'out_of_date'))

  it('is dropped: a ticket code when the phone has been taken in under it', () =>
    dropped(aRepair().received(), 'ticket_code_no_visit', 'out_of_date'))

  it('is dropped with the person it was for', async () => {
    await onRecord(aRepair())
    await env.HUB.prepare('DELETE FROM repairs_private').run()
    await run(BEGINNING, aReceiver().adapter)
    expect(await stateOf('ticket_code_no_visit')).toMatchObject({
      state: 'dropped',
      last_error: 'erased',
    })
  })

  it('is dropped where this way of sending does not reach the customer', async () => {
    await onRecord(aRepair())
    await run(BEGINNING, refusing('no_address', true))
    expect(await stateOf('ticket_code_no_visit')).toMatchObject({ state: 'dropped' })
  })
})

describe('a message that can’t be delivered', () => {
  const row = () => stateOf('ticket_code_no_visit')
  beforeEach(() => onRecord(aRepair()))

  it('is tried again after a minute, then two, then four', async () => {
    const waits: number[] = []
    let at = BEGINNING
    for (const _ of [1, 2, 3]) {
      await run(at, refusing('http_503'))
      const due = (await row())?.due_at ?? 0
      waits.push((due - at) / MINUTE_MS)
      at = due
    }
    expect(waits).toEqual([1, 2, 4])
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 3, last_error: 'http_503' })
    expect(await run(at, aReceiver().adapter)).toMatchObject({ sent: 1 })
    expect(await row()).toMatchObject({ state: 'sent', attempts: 4, last_error: null })
  })

  it('is dead after twelve attempts, and stays visible', async () => {
    for (let at = BEGINNING, tries = 0; tries < 12; tries += 1) {
      await run(at, refusing('timeout'))
      at = (await row())?.due_at ?? at
    }
    expect(await row()).toMatchObject({ state: 'dead', attempts: 12, last_error: 'timeout' })
  })

  it('is dead when it fails three days after it was asked for', async () => {
    expect(await run(BEGINNING + 3 * DAY_MS, refusing('timeout'))).toMatchObject({ dead: 1 })
  })

  it('is dead at once where trying again is no use', async () => {
    await run(BEGINNING, refusing('http_410', true))
    expect(await row()).toMatchObject({ state: 'dead', attempts: 1, last_error: 'http_410' })
  })

  it('is tried again when the adapter breaks, and keeps nothing of what it said', async () => {
    await run(BEGINNING, async () => {
      throw new Error('no route to +8613800138000')
    })
    expect(await row()).toMatchObject({ state: 'waiting', last_error: 'adapter_failed' })
  })
})

describe('quiet hours', () => {
  const ready = aRepair().ready()
  const evening = Date.UTC(2026, 9, 2, 13)
  const morning = Date.UTC(2026, 9, 3, 0)

  it('put off until eight what nobody waits for, without counting an attempt', async () => {
    await onRecord(ready)
    const { adapter, effects } = aReceiver()
    expect(await run(evening, adapter)).toMatchObject({ postponed: 1, sent: 1 })
    expect([...effects.values()].map(({ template }) => template)).toEqual(['received'])
    expect(await stateOf('ready_repaired')).toMatchObject({ attempts: 0, due_at: morning })
    expect(await run(morning, adapter)).toMatchObject({ sent: 1 })
  })

  it('hold for a second attempt too', async () => {
    await onRecord(ready)
    await run(evening - MINUTE_MS / 2, refusing('timeout'))
    expect((await stateOf('ready_repaired'))?.due_at).toBe(morning)
  })

  it('keep nobody waiting who sits in the shop', async () => {
    await onRecord(aRepair({ service: 'one_hour' }).ready())
    expect(await run(evening, aReceiver().adapter)).toMatchObject({ postponed: 0, sent: 2 })
  })
})

it('sends from the other databases while one is down, and says that it is', async () => {
  await onRecord(aRepair())
  const down = { ...env.HUB, batch: () => Promise.reject(new Error('overloaded')) }
  const { adapter, taken } = aReceiver()
  const sources = sourcesAt(BEGINNING, [hubOf(down as unknown as D1Database, 'other'), hubOf()])
  await expect(deliverDue(sources, adapter, { limit: 10 })).rejects.toThrow()
  expect(taken).toHaveLength(1)
  expect((await outbox()).map(({ state }) => state)).toEqual(['sent'])
})
