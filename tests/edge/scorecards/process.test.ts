import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  evolveQualification,
  type QualificationEvent,
} from '#domain/scorecards/evolve-qualification.ts'
import {
  newQualification,
  QUALIFICATION_STATUSES,
  type Qualification,
} from '#domain/scorecards/qualification.ts'
import {
  type QualificationActionType as Action,
  QUALIFICATION_ACTIONS,
  QUALIFICATION_TABLE,
} from '#domain/scorecards/qualification-table.ts'
import { runQualificationClocks } from '#functions/scorecards/run-clocks.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { CODE, daysUntil, outletRow, stateOf, step, type Who, ZONE } from './a-process.ts'

beforeEach(async () => {
  await fillHub([aCounter()])
})

const events = async () => {
  const { results } = await env.HUB.prepare(
    `SELECT subject, version, type, happened_at, actor, data FROM events
     WHERE subject = 'qualification/${CODE}' ORDER BY version`,
  ).all<{ version: number; type: string; happened_at: number; data: string }>()
  return results
}

async function folded() {
  const before = newQualification(CODE, { zone: ZONE, isDisqualified: false })
  const told = (await events()).map(
    ({ version, type, happened_at: happenedAt, data }) =>
      ({ subject: '', version, type, happenedAt, data: JSON.parse(data) }) as QualificationEvent,
  )
  return told.reduce(evolveQualification, before)
}

/** The outlet's row says just what the process does. */
async function expectOneTruth(): Promise<void> {
  const state = await stateOf()
  if (!state) return
  expect(await folded()).toEqual(state)
  const row = await outletRow()
  const { status } = state
  const suspended = status === 'suspended'
  expect(row?.['operation']).toBe(suspended ? 'suspended' : 'open')
  if (suspended) return
  const standing = ['on_notice', 'curing'].includes(status)
    ? 'on_notice'
    : ['disqualified', 'appealed'].includes(status)
      ? 'disqualified'
      : 'qualified'
  expect(row?.['qualification']).toBe(standing)
}

/** Small and seeded: the same walk in every run. */
function drawing(seed: number) {
  let state = seed >>> 0
  return <Item>(items: readonly Item[]): Item => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return items[Math.floor((state / 2 ** 32) * items.length)] as Item
  }
}

describe('two deciders at once', () => {
  it('exactly one wins, and the other is told that it is stale', async () => {
    await step('ann', 'open_review')
    await step('ann', 'notice')
    await step('man', 'reply')
    const days = daysUntil('2026-12-19')
    const { version } = await stateOf()
    const raced = await Promise.all([
      step('ben', 'find_cured', { days, expectedVersion: version }),
      step('cai', 'disqualify', { days, expectedVersion: version }),
    ])
    expect(raced.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused'])
    expect(raced.find(({ kind }) => kind === 'refused')).toMatchObject({ refusal: 'stale' })
    await expectOneTruth()
    expect((await events()).length).toBe(version + 1)
  })

  it('or more at random, on random roads: no event is lost or doubled, and outlet and process agree', async () => {
    const draw = drawing(29)
    const reached = new Set<string>()
    for (let road = 0; road < 8; road += 1) {
      await fillHub([aCounter()])
      let days = 0
      for (let turn = 0; turn < 25; turn += 1) {
        days += draw([0, 1, 3, 12, 31])
        const { version, status }: Pick<Qualification, 'version' | 'status'> =
          (await stateOf()) ?? { version: 0, status: 'clear' }
        const possible = Object.keys(QUALIFICATION_TABLE[status]) as readonly Action[]
        const likely = [...possible, draw(QUALIFICATION_ACTIONS)].filter(
          (type): type is Exclude<Action, 'miss'> => type !== 'miss',
        )
        const people: readonly Who[] = [
          draw(['ann', 'ben'] as const),
          draw(['cai', 'man'] as const),
        ]
        const tried = await Promise.all(
          people.map((who) =>
            step(who, draw(likely), {
              ...{ days, expectedVersion: version },
            }),
          ),
        )
        const won = tried.filter(({ kind }) => kind === 'done').length
        expect(won).toBeLessThanOrEqual(1)
        expect((await stateOf())?.version ?? 0).toBe(version + won)
        if (draw([true, false]))
          await runQualificationClocks(theSources({ now: NOW + days * 86_400_000 }))
        reached.add((await stateOf())?.status ?? 'clear')
        await expectOneTruth()
      }
    }
    expect([...reached].toSorted()).toEqual(QUALIFICATION_STATUSES.toSorted())
  }, 60_000)
})

describe('a step', () => {
  it('is recorded with who took it and when; its words stand beside it, in no event', async () => {
    await step('ann', 'open_review', { text: 'Three customers wrote <b>to us</b>.' })
    expect(await events()).toMatchObject([
      { type: 'qualification.review_opened', actor: 'stf_ann' },
    ])
    expect(JSON.stringify(await events())).not.toContain('customers')
    const { results } = await env.HUB.prepare('SELECT words FROM qualification_words').all()
    expect(results).toEqual([
      { words: '{"text":"Three customers wrote <b>to us</b>.","evidence":[]}' },
    ])
  })

  it('without words is refused, and with a code that is none', async () => {
    expect(await step('ann', 'suspend', { text: '' })).toMatchObject({ refusal: 'words_missing' })
    const wrong = await step('ann', 'suspend', { evidence: ['7K3M-0000'] })
    expect(wrong).toMatchObject({ refusal: 'unknown_code' })
    expect(await stateOf()).toBeNull()
  })

  it('by a rule of figures is refused where the figures don’t say so', async () => {
    const said = await step('ann', 'open_review', { rule: 'failing_months' })
    expect(said).toMatchObject({ refusal: 'rule_not_met' })
  })

  it('sent twice under one key is taken once', async () => {
    const first = await step('ann', 'suspend', { key: 'k', expectedVersion: 0 })
    const again = await step('ann', 'suspend', { key: 'k', expectedVersion: 0 })
    expect([first, again]).toMatchObject([{ replayed: false }, { replayed: true }])
    expect(await events()).toHaveLength(1)
  })
})

describe('the clock', () => {
  const run = (date: string) =>
    runQualificationClocks(theSources({ now: NOW + daysUntil(date) * 86_400_000 }))

  it('says that a reply is late, begins the time to cure, and decides nothing', async () => {
    await step('ann', 'open_review')
    await step('ann', 'notice')
    expect(await run('2026-11-28')).toBe(0)
    expect(await run('2026-11-29')).toBe(1)
    expect(await stateOf()).toMatchObject({ status: 'curing', missed: [{ clock: 'reply' }] })
    expect(await run('2027-06-01')).toBe(1)
    expect(await run('2027-06-02')).toBe(0)
    expect(await stateOf()).toMatchObject({
      ...{ status: 'curing', deadlines: {}, missed: [{ clock: 'reply' }, { clock: 'decision' }] },
    })
    expect((await outletRow())?.['qualification']).toBe('on_notice')
  })

  it('says that reasons weren’t given in 24 hours', async () => {
    await step('ann', 'suspend')
    const day = 86_400_000
    expect(await runQualificationClocks(theSources({ now: NOW + day - 1 }))).toBe(0)
    expect(await runQualificationClocks(theSources({ now: NOW + day }))).toBe(1)
    expect((await stateOf())?.missed).toEqual([{ clock: 'reasons', dueAt: NOW + day }])
  })
})
