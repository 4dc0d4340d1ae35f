import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { newRecount } from '#domain/kpis/recount.ts'
import { tallyOfRepeat } from '#domain/kpis/tally-of-repeat.ts'
import { DAY_MS } from '#domain/repairs/spans.ts'
import {
  decideRepeat,
  type RepeatAction,
  type RepeatSide,
  repeatStepsFor,
} from '#domain/repeats/decide-repeat.ts'
import { foldRepeat, type RepeatEvent } from '#domain/repeats/evolve-repeat.ts'
import {
  CONTEST_MS,
  chargedTo,
  newRepeat,
  REPEAT_REASON_IDS,
  type Repeat,
} from '#domain/repeats/repeat.ts'

const FACTS = {
  ...{ of: '7K3M9QXF2T8BV', outlet: 'SZ-001', day: '2026-10-20', byOutlet: 'SZ-002' },
  cameBackAt: Date.UTC(2026, 10, 1),
}
const NEW = newRepeat('7K0000000000A', FACTS)

/** Who may act in the stories, by what they are to the return. */
const PEOPLE: Readonly<Record<string, readonly RepeatSide[]>> = {
  neighbour: ['classifier'],
  own: ['outlet'],
  both: ['classifier', 'outlet', 'decider'],
  quality: ['classifier', 'decider'],
  region: ['classifier', 'decider'],
  stranger: [],
}
type Told = { readonly repeat: Repeat; readonly events: readonly RepeatEvent[] }
const BEGIN: Told = { repeat: NEW, events: [] }

function tried({ repeat, events }: Told, by: string, action: RepeatAction, now: number) {
  const sides = PEOPLE[by] ?? []
  const decided = decideRepeat(repeat, action, {
    ...{ expectedVersion: repeat.version, now, by, sides, isExamined: true },
  })
  if (!decided.ok) return { refusal: decided.refusal, told: { repeat, events } }
  return { refusal: null, told: { repeat: decided.repeat, events: [...events, decided.event] } }
}
const NOW = FACTS.cameBackAt + DAY_MS
/** Takes steps that must be taken; each a day after the one before. */
function story(...steps: readonly (readonly [by: string, action: RepeatAction])[]): Told {
  return steps.reduce((told, [by, action], at) => {
    const { refusal, told: next } = tried(told, by, action, NOW + at * DAY_MS)
    expect(refusal, `${by} ${action.type}`).toBeNull()
    return next
  }, BEGIN)
}
const refusal = (told: Told, by: string, action: RepeatAction, now = NOW) =>
  tried(told, by, action, now).refusal
const SAME = { type: 'classify', reason: 'same_fault' } as const

describe('a return', () => {
  it('is classified by nobody of the outlet that repaired it before, and not before somebody looked', () => {
    expect(refusal(BEGIN, 'own', SAME)).toBe('second_person_needed')
    expect(refusal(BEGIN, 'both', SAME)).toBe('second_person_needed')
    expect(refusal(BEGIN, 'stranger', SAME)).toBe('not_your_role')
    const unseen = { expectedVersion: 0, now: NOW, by: 'quality', isExamined: false }
    expect(decideRepeat(NEW, SAME, { ...unseen, sides: ['classifier'] })).toMatchObject({
      refusal: 'too_early',
    })
    expect(story(['neighbour', SAME]).repeat).toMatchObject({
      ...{ status: 'classified', reason: 'same_fault', classifiedBy: 'neighbour', version: 1 },
      contestUntil: NOW + CONTEST_MS,
    })
  })

  it('is contested once by its outlet, to the last moment of ten days, if it is charged to it', () => {
    const told = story(['neighbour', SAME])
    const contest = { type: 'contest' } as const
    expect(refusal(told, 'neighbour', contest)).toBe('not_your_role')
    expect(refusal(told, 'own', contest, NOW + CONTEST_MS - 1)).toBeNull()
    expect(refusal(told, 'own', contest, NOW + CONTEST_MS)).toBe('too_late')
    const upheld = story(['neighbour', SAME], ['own', contest], ['quality', { type: 'uphold' }])
    expect(refusal(upheld, 'own', contest)).toBe('not_allowed_now')
    for (const reason of REPEAT_REASON_IDS.filter((one) => chargedTo(one) !== 'outlet')) {
      const others = story(['neighbour', { type: 'classify', reason }])
      expect(refusal(others, 'own', contest), reason).toBe('not_allowed_now')
    }
  })

  it('is decided by somebody else than who classified it, for a reason that isn’t the outlet’s if overturned', () => {
    const told = story(['quality', SAME], ['own', { type: 'contest' }])
    expect(refusal(told, 'quality', { type: 'uphold' })).toBe('second_person_needed')
    expect(refusal(told, 'both', { type: 'uphold' })).toBe('second_person_needed')
    expect(refusal(told, 'region', { type: 'overturn', reason: 'workmanship' })).toBe('bad_value')
    const over = tried(told, 'region', { type: 'overturn', reason: 'dead_part' }, NOW)
    expect(over.told.repeat).toMatchObject({ status: 'decided', reason: 'dead_part' })
    expect(refusal(over.told, 'region', { type: 'reclassify', reason: 'new_fault' })).toBe(
      'not_allowed_now',
    )
  })

  it('is classified anew for ten days, with another reason, and then stands', () => {
    const told = story(['neighbour', SAME])
    const anew = { type: 'reclassify', reason: 'new_fault' } as const
    expect(refusal(told, 'region', { type: 'reclassify', reason: 'same_fault' })).toBe('bad_value')
    expect(refusal(told, 'own', anew)).toBe('second_person_needed')
    expect(refusal(told, 'region', anew, NOW + CONTEST_MS)).toBe('too_late')
    const { repeat } = tried(told, 'region', anew, NOW + DAY_MS).told
    expect(repeat).toMatchObject({ classifiedBy: 'region', contestUntil: NOW + 11 * DAY_MS })
  })

  it('refuses who saw another version', () => {
    const deciding = { expectedVersion: 1, now: NOW, by: 'x', isExamined: true } as const
    const decided = decideRepeat(NEW, SAME, { ...deciding, sides: ['classifier'] })
    expect(decided).toEqual({ ok: false, refusal: 'stale' })
  })

  it('counts what is classified or decided, and while it is contested nothing', () => {
    const measures = ({ repeat }: Told) => tallyOfRepeat(repeat).map(({ measure }) => measure)
    const classified = ['repeat_judged', 'repeat_judged|reason=same_fault', 'repeat_attributed']
    expect(measures(BEGIN)).toEqual([])
    expect(measures(story(['neighbour', SAME]))).toEqual(classified)
    const contested = story(['neighbour', SAME], ['own', { type: 'contest' }])
    expect(measures(contested)).toEqual([])
    expect(measures(tried(contested, 'quality', { type: 'uphold' }, NOW).told)).toEqual(classified)
    const overturned = tried(contested, 'quality', { type: 'overturn', reason: 'dead_part' }, NOW)
    expect(measures(overturned.told)).toEqual(['repeat_judged', 'repeat_judged|reason=dead_part'])
  })
})

const anAction = fc.oneof(
  fc.record({
    type: fc.constantFrom('classify', 'reclassify', 'overturn'),
    reason: fc.constantFrom(...REPEAT_REASON_IDS),
  }),
  fc.record({ type: fc.constantFrom('contest', 'uphold') }),
) as fc.Arbitrary<RepeatAction>
const aTry = fc.record({
  by: fc.constantFrom(...Object.keys(PEOPLE)),
  action: anAction,
  after: fc.integer({ min: 0, max: 6 * DAY_MS }),
})

const countsOf = (events: readonly RepeatEvent[]) => {
  const sums = new Map<string, number>()
  for (const { outlet, day, measure, by } of events.flatMap(countsOfEvent)) {
    const key = `${outlet} ${day} ${measure}`
    sums.set(key, (sums.get(key) ?? 0) + by)
  }
  return new Map([...sums].filter(([, by]) => by !== 0))
}

function recounted(events: readonly RepeatEvent[]) {
  const recount = newRecount()
  for (const event of events) recount.add(event)
  const { days } = recount.finish()
  return new Map(
    [...days].flatMap(([key, counts]) => [...counts].map(([name, by]) => [`${key} ${name}`, by])),
  )
}

it('holds together whatever anybody tries: 1,000 stories', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(aTry, { maxLength: 14 }), (tries) => {
      let told = BEGIN
      let now = NOW
      for (const { by, action, after } of tries) {
        now += after
        const { repeat } = told
        const sides = PEOPLE[by] ?? []
        const open = repeatStepsFor(repeat, { now, by, sides, isExamined: true })
        const next = tried(told, by, action, now)
        if (next.refusal === null) expect(open).toContain(action.type)
        // What stands decided, or too long, stands.
        const { status, contestUntil } = repeat
        const isOver = status === 'classified' && now >= (contestUntil ?? 0)
        if (status === 'decided' || isOver) expect(next.refusal).not.toBeNull()
        told = next.told
      }
      const { repeat, events } = told
      seen.set(repeat.status, (seen.get(repeat.status) ?? 0) + 1)
      expect(foldRepeat(events) ?? NEW).toEqual(repeat)
      expect(countsOf(events)).toEqual(recounted(events))
      const types = events.map(({ type }) => type)
      expect(types.filter((type) => type === 'repeat.contested').length).toBeLessThanOrEqual(1)
      for (const { data, type } of events) {
        if (type !== 'repeat.contested') expect(['own', 'both']).not.toContain(data.by)
      }
      if (repeat.decidedBy) {
        expect([repeat.classifiedBy, repeat.contestedBy, 'own']).not.toContain(repeat.decidedBy)
      }
    }),
    { numRuns: 1_000, seed: 36 },
  )
  // The stories reach every status.
  expect([...seen.keys()].sort()).toEqual(['classified', 'contested', 'decided', 'unclassified'])
})
