import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOut } from '#functions/db/commit.ts'
import { confirmOutlet } from '#functions/outlets/confirm-outlet.ts'
import { editOperation } from '#functions/outlets/edit-operation.ts'
import { askForDueBuild } from '#functions/standards/ask-for-due-build.ts'
import { aCounter, aRequest, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { fillHub, plaqueOf } from '../support/a-hub.ts'
import { asJson, aWorker, indexFile } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { CODE, daysUntil, outletRow, PEOPLE, stateOf, step } from './a-process.ts'

const outlets = [aCounter(), aCounter({ code: 'HZ-002' })]
const ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, 3) } })

let tests = 0

beforeEach(async () => {
  await fillHub(outlets)
  // What a Worker knows of changes outlives a test: numbers of changes must not come back.
  tests += 1
  await env.HUB.prepare('UPDATE counters SET value = ?1')
    .bind(tests * 100)
    .run()
})

/** What each way in says of the outlet now, each asked over HTTP. */
async function seenFromOutside() {
  const verified = await ask('/api/v1/outlets/verify', asJson({ plaqueCode: plaqueOf(CODE) }))
  const { verification } = await verified.json<{ verification: { status: string } }>()
  const near = await ask('/api/v1/outlets/nearest?lat=30.27&lon=120.15&limit=5')
  const { outlets: found } = await near.json<{ outlets: { code: string }[] }>()
  const list = await (await ask('/api/v1/outlets')).json<{ outlets: { code: string }[] }>()
  const slots = await ask(`/api/v1/outlets/${CODE}/slots?days=3&service=repair`)
  const free = slots.ok ? (await slots.json<{ slots: unknown[] }>()).slots.length : 0
  const booked = await ask('/api/v1/bookings', asJson(aRequest()))
  const held = await ask(
    '/api/v1/holds',
    asJson({
      ...{ outletCode: CODE, service: 'repair' },
      startsAt: new Date(TOMORROW_AT_TEN + 3_600_000).toISOString(),
    }),
  )
  return {
    verify: verification.status,
    nearest: found.some(({ code }) => code === CODE),
    listed: list.outlets.some(({ code }) => code === CODE),
    slots: free > 0,
    book: booked.status,
    hold: held.status,
  }
}

const SHUT = { nearest: false, listed: false, slots: false, book: 409, hold: 409 }
const OPEN = {
  verify: 'authorised',
  nearest: true,
  listed: true,
  slots: true,
  book: 201,
  hold: 201,
}

async function disqualified(): Promise<void> {
  await step('ann', 'open_review')
  await step('ann', 'notice')
  await step('man', 'reply')
  const out = await step('ben', 'disqualify', { days: daysUntil('2026-12-19') })
  expect(out.kind).toBe('done')
}

const dueBuilds = async () =>
  (await env.HUB.prepare('SELECT count(*) AS n FROM site_builds_due').first<{ n: number }>())?.n

describe('at once', () => {
  it('a qualified outlet is booked, found and genuine', async () => {
    expect(await seenFromOutside()).toEqual(OPEN)
  })

  it('a notice changes nothing for customers, and stands on the outlet', async () => {
    await step('ann', 'open_review')
    expect((await outletRow())?.['qualification']).toBe('qualified')
    await step('ann', 'notice')
    expect(await outletRow()).toMatchObject({
      ...{ qualification: 'on_notice', qualification_since: '2026-11-18', version: 2 },
    })
    expect(await seenFromOutside()).toEqual(OPEN)
  })

  it('a suspended outlet is not booked, not found and told as suspended; lifted, all is back', async () => {
    await step('ann', 'suspend')
    expect(await seenFromOutside()).toEqual({ verify: 'suspended', ...SHUT })
    await step('ben', 'lift')
    expect(await seenFromOutside()).toEqual(OPEN)
    expect(await outletRow()).toMatchObject({ operation: 'open', suspended_from: null })
  })

  it('a disqualified outlet is out everywhere, and requalified back in', async () => {
    await disqualified()
    expect(await seenFromOutside()).toEqual({ verify: 'disqualified', ...SHUT })
    await step('ann', 'requalify', { days: daysUntil('2027-02-01') })
    expect(await seenFromOutside()).toEqual(OPEN)
    expect(
      (await stateOf())?.history.map(({ standing }: { standing: string }) => standing),
    ).toEqual([...['on_notice', 'disqualified', 'qualified']])
  })

  it('each change of standing is numbered among the outlet changes and asks for a build', async () => {
    const seqOf = async () => Number((await outletRow())?.['changed_seq'])
    const before = await seqOf()
    await step('ann', 'open_review')
    expect([await seqOf(), await dueBuilds()]).toEqual([before, 0])
    await step('ann', 'notice')
    expect(await seqOf()).toBeGreaterThan(before)
    expect(await dueBuilds()).toBe(1)
    let builds = 0
    await askForDueBuild(theSources(), async () => {
      builds += 1
      return true
    })
    expect(builds).toBe(1)
  })
})

describe('who is booked', () => {
  it.each(['suspend', 'disqualify'] as const)('is told as an outlet goes by %s', async (way) => {
    const booked = await ask('/api/v1/bookings', asJson(aRequest()))
    expect(booked.status).toBe(201)
    if (way === 'suspend') await step('ann', 'suspend')
    else {
      await step('ann', 'suspend')
      await env.HUB.prepare('DELETE FROM outbox').run()
      await step('ann', 'give_reasons')
      await step('ben', 'disqualify')
    }
    const { results } = await env.HUB.prepare(
      `SELECT template FROM outbox WHERE template = 'visit_stopped'`,
    ).all()
    expect(results).toHaveLength(1)
  })
})

describe('nobody goes around a decision', () => {
  const asking = () => ({ ...theSources(), staff: PEOPLE.ben })
  const operate = async (type: 'resume' | 'close') => {
    const expectedVersion = Number((await outletRow())?.['version'])
    const action = type === 'close' ? ({ type, on: '2026-11-18' } as const) : { type }
    const { afterwards: _, ...task } = await editOperation(asking(), {
      ...{ code: CODE, action, expectedVersion, key: null },
    })
    return await carryOut(task)
  }

  it('by resuming an outlet that is suspended for cause; it may still be closed', async () => {
    await step('ann', 'suspend')
    expect(await operate('resume')).toEqual({ kind: 'refused', refusal: 'not_allowed_now' })
    expect((await operate('close')).kind).toBe('done')
  })

  it('by confirming an outlet that was disqualified', async () => {
    await disqualified()
    const expectedVersion = Number((await outletRow())?.['version'])
    const task = await confirmOutlet(asking(), { code: CODE, expectedVersion, key: null })
    expect(await carryOut(task)).toEqual({ kind: 'refused', refusal: 'not_allowed_now' })
  })

  it('by deciding about an outlet while somebody edits it: one of the two is stale', async () => {
    await step('ann', 'suspend')
    await env.HUB.prepare(
      `INSERT INTO events (subject, version, type, happened_at, recorded_at, actor, data)
       VALUES ('outlet/${CODE}', 3, 'outlet.changed', 0, 0, 'system', '{}')`,
    ).run()
    expect(await step('ben', 'lift')).toEqual({ kind: 'refused', refusal: 'stale' })
    expect((await stateOf())?.status).toBe('suspended')
  })
})
