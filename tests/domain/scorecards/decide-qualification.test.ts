import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideQualification,
  type QualificationAction,
} from '#domain/scorecards/decide-qualification.ts'
import {
  evolveQualification,
  type QualificationEvent,
} from '#domain/scorecards/evolve-qualification.ts'
import {
  newQualification,
  QUALIFICATION_STATUSES,
  type Qualification,
  type QualificationStatus,
} from '#domain/scorecards/qualification.ts'
import {
  QUALIFICATION_ACTIONS,
  QUALIFICATION_TABLE,
  type QualificationActionType,
  type QualificationSide,
  STANDING_OF,
} from '#domain/scorecards/qualification-table.ts'

const ZONE = 'Asia/Shanghai'
const FRESH = newQualification('HZ-001', { zone: ZONE, isDisqualified: false })
const at = (text: string): number => Date.parse(`${text}+08:00`)
const NOV_1 = at('2026-11-01T10:00')

const WISHES: Partial<Record<QualificationActionType, QualificationAction>> = {
  open_review: {
    type: 'open_review',
    rule: 'failing_months',
    criterion: null,
    months: ['2026-10'],
  },
  notice: { type: 'notice', figures: [{ criterion: 'promise', value: 70, n: 100 }] },
  suspend: { type: 'suspend', cause: 'safety' },
}
const wish = (type: QualificationActionType) =>
  WISHES[type] ?? ({ type } as Extract<QualificationAction, { type: 'reply' }>)

type Step = readonly [type: QualificationActionType, by: string, now?: number]
const SIDES: Record<string, readonly QualificationSide[]> = {
  ...{ ann: ['hq'], ben: ['hq'], cai: ['hq'], man: ['outlet'], both: ['hq', 'outlet'] },
  system: ['system'],
}
const attempt = (current: Qualification, [type, by, now = NOV_1]: Step) =>
  decideQualification(current, wish(type), {
    ...{ expectedVersion: current.version, now, by, sides: SIDES[by] ?? [] },
  })

function walk(steps: readonly Step[], from: Qualification = FRESH): Qualification {
  return steps.reduce((current, step) => {
    const decided = attempt(current, step)
    if (!decided.ok) throw new Error(`${step[0]} in ${current.status}: ${decided.refusal}`)
    return decided.qualification
  }, from)
}
const refusal = (current: Qualification, step: Step) => {
  const decided = attempt(current, step)
  return decided.ok ? null : decided.refusal
}

const NOTICED: readonly Step[] = [
  ['open_review', 'ann'],
  ['notice', 'ann'],
]
const CURING: readonly Step[] = [...NOTICED, ['reply', 'man', at('2026-11-03T09:00')]]
const AFTER_CURE = at('2026-12-04T00:00')
const SUSPENDED: readonly Step[] = [['suspend', 'ann']]
const OUT: readonly Step[] = [...CURING, ['disqualify', 'ben', AFTER_CURE]]
const ROADS: Record<QualificationStatus, readonly Step[]> = {
  clear: [],
  reviewing: [['open_review', 'ann']],
  on_notice: NOTICED,
  curing: CURING,
  suspended: SUSPENDED,
  disqualified: OUT,
  appealed: [...OUT, ['appeal', 'man', AFTER_CURE]],
}

describe('the table', () => {
  const LATE = at('2028-01-01T00:00')
  const cases = QUALIFICATION_STATUSES.flatMap((status) =>
    QUALIFICATION_ACTIONS.map((action) => [status, action] as const),
  )

  it.each(cases)(
    'of an outlet %s says whether %s may happen, and by whom alone',
    (status, action) => {
      const current = walk(ROADS[status])
      const step = QUALIFICATION_TABLE[status][action]
      const people = { hq: 'cai', outlet: 'man', system: 'system' } as const
      for (const side of ['hq', 'outlet', 'system'] as const) {
        const said = refusal(current, [action, people[side], LATE])
        if (!step) expect(said).toBe('not_allowed_now')
        else if (step.who !== side) expect(said).toBe('not_your_role')
        // Time is asked last: whoever may is refused for that alone.
        else expect([null, 'too_early', 'too_late', 'not_allowed_now']).toContain(said)
      }
      if (step && !(action === 'appeal' || (status === 'suspended' && action === 'disqualify'))) {
        expect(refusal(current, [action, people[step.who], LATE])).toBeNull()
      }
    },
  )

  it('lets no clock take a qualification', () => {
    for (const status of QUALIFICATION_STATUSES) {
      const miss = QUALIFICATION_TABLE[status].miss
      if (miss) expect(STANDING_OF[miss.to as QualificationStatus]).toBe(STANDING_OF[status])
    }
  })
})

describe('the process', () => {
  it('goes from the review to the notice, the reply, the cure and a decision', () => {
    const done = walk([...CURING, ['find_cured', 'ben', at('2026-11-20T09:00')]])
    expect(done).toMatchObject({
      ...{ status: 'clear', version: 4, deadlines: {}, missed: [] },
      history: [
        { standing: 'on_notice', since: '2026-11-01' },
        { standing: 'qualified', since: '2026-11-20' },
      ],
    })
  })

  it('gives ten days to reply, and thirty to cure from the reply on, to the end of the local day', () => {
    expect(walk(NOTICED).deadlines).toEqual({ reply: at('2026-11-12T00:00') })
    expect(walk(CURING)).toMatchObject({
      ...{ cureUntil: at('2026-12-04T00:00'), deadlines: { decision: at('2026-12-14T00:00') } },
    })
  })

  it('disqualifies nobody a moment before the time to cure is over', () => {
    const current = walk(CURING)
    expect(refusal(current, ['disqualify', 'ben', AFTER_CURE - 1])).toBe('too_early')
    expect(refusal(current, ['disqualify', 'ben', AFTER_CURE])).toBeNull()
  })

  it('begins the time to cure where a reply was due and didn’t come', () => {
    const due = at('2026-11-12T00:00')
    expect(refusal(walk(NOTICED), ['miss', 'system', due - 1])).toBe('not_allowed_now')
    const current = walk([...NOTICED, ['miss', 'system', due + 5 * 86_400_000]])
    expect(current).toMatchObject({
      ...{ status: 'curing', cureUntil: at('2026-12-12T00:00') },
      missed: [{ clock: 'reply', dueAt: due }],
    })
  })

  it('keeps what came late as late, whether or not a clock had said so', () => {
    const current = walk([...NOTICED, ['reply', 'man', at('2026-11-12T00:00')]])
    expect(current.missed).toEqual([{ clock: 'reply', dueAt: at('2026-11-12T00:00') }])
    const late = walk([['miss', 'system', at('2026-12-14T00:00')]], walk(CURING))
    expect(late).toMatchObject({ deadlines: {}, missed: [{ clock: 'decision' }] })
    expect(walk([['find_cured', 'ben', at('2026-12-15T00:00')]], late).missed).toHaveLength(1)
  })

  it('is decided by somebody else than who gave the notice, and by nobody of the outlet', () => {
    const current = walk(CURING)
    for (const type of ['find_cured', 'disqualify'] as const) {
      expect(refusal(current, [type, 'ann', AFTER_CURE])).toBe('second_person_needed')
      expect(refusal(current, [type, 'both', AFTER_CURE])).toBe('second_person_needed')
      expect(refusal(current, [type, 'man', AFTER_CURE])).toBe('not_your_role')
    }
    expect(refusal(FRESH, ['open_review', 'both'])).toBe('second_person_needed')
  })

  it('refuses a writer who has seen another version', () => {
    const when = { expectedVersion: 1, now: NOV_1, by: 'ann', sides: ['hq'] as const }
    const decided = decideQualification(FRESH, wish('open_review'), when)
    expect(decided).toEqual({ ok: false, refusal: 'stale' })
  })
})

describe('a suspension', () => {
  it('is at once, owes reasons in 24 hours and a review in seven days', () => {
    expect(walk(SUSPENDED)).toMatchObject({
      ...{ status: 'suspended', cause: 'safety', suspendedBy: 'ann' },
      deadlines: { reasons: NOV_1 + 86_400_000, review: at('2026-11-09T00:00') },
    })
  })

  it('is reviewed by somebody else, and ends in nothing worse before its reasons are given', () => {
    const current = walk(SUSPENDED)
    for (const type of ['keep', 'lift', 'disqualify'] as const) {
      expect(refusal(current, [type, 'ann'])).toBe('second_person_needed')
    }
    expect(refusal(current, ['disqualify', 'ben'])).toBe('too_early')
    const told = walk([['give_reasons', 'ann']], current)
    expect(told.deadlines).toEqual({ review: at('2026-11-09T00:00') })
    expect(refusal(told, ['disqualify', 'ben'])).toBeNull()
    const kept = walk([['keep', 'ben', at('2026-11-08T12:00')]], told)
    expect(kept.deadlines.review).toBe(at('2026-11-16T00:00'))
  })

  it('ends in nothing worse without its reasons once the time for them is over either', () => {
    const late = walk([...SUSPENDED, ['miss', 'system', NOV_1 + 86_400_000]])
    expect(late.missed).toMatchObject([{ clock: 'reasons' }])
    expect(refusal(late, ['disqualify', 'ben', AFTER_CURE])).toBe('too_early')
    expect(refusal(walk([['give_reasons', 'ann']], late), ['disqualify', 'ben'])).toBeNull()
  })

  it('is never a way for who gave the notice to decide, nor for who suspended once it is lifted', () => {
    const suspended = walk([...CURING, ['suspend', 'ben'], ['give_reasons', 'ben']])
    for (const by of ['ann', 'ben']) {
      expect(refusal(suspended, ['disqualify', by])).toBe('second_person_needed')
    }
    expect(refusal(suspended, ['disqualify', 'cai'])).toBeNull()
    const lifted = walk([['lift', 'cai']], suspended)
    for (const type of ['find_cured', 'disqualify'] as const) {
      expect(refusal(lifted, [type, 'ben', AFTER_CURE])).toBe('second_person_needed')
    }
    expect(refusal(lifted, ['find_cured', 'cai', AFTER_CURE])).toBeNull()
  })

  it('that is lifted gives back the time to cure that it took', () => {
    const before = walk(CURING)
    const lifted = walk(
      [
        ['suspend', 'ann', at('2026-11-10T00:00')],
        ['lift', 'ben', at('2026-11-15T00:00')],
      ],
      before,
    )
    const days = 5 * 86_400_000
    expect(lifted).toMatchObject({
      ...{ status: 'curing', before: null, cureUntil: (before.cureUntil ?? 0) + days },
      deadlines: { decision: (before.deadlines.decision ?? 0) + days },
    })
    expect(lifted.history.map(({ standing }) => standing)).toEqual([
      ...['on_notice', 'suspended', 'on_notice'],
    ])
  })
})

describe('an appeal', () => {
  it('has fourteen days, once, and is answered by nobody who decided before', () => {
    const out = walk(OUT)
    const until = at('2026-12-19T00:00')
    expect(out.appealUntil).toBe(until)
    expect(refusal(out, ['appeal', 'man', until])).toBe('too_late')
    const appealed = walk([['appeal', 'man', until - 1]], out)
    for (const by of ['ann', 'ben']) {
      expect(refusal(appealed, ['overturn', by, until])).toBe('second_person_needed')
    }
    const upheld = walk([['uphold', 'cai', until]], appealed)
    expect(refusal(upheld, ['appeal', 'man', until])).toBe('too_late')
    expect(walk([['overturn', 'cai', until]], appealed).history.at(-1)).toEqual({
      ...{ standing: 'qualified', since: '2026-12-19' },
    })
  })

  it('or anything else opens to no outlet that no process took out', () => {
    const legacy = newQualification('HZ-001', { zone: ZONE, isDisqualified: true })
    for (const type of QUALIFICATION_ACTIONS) {
      expect(refusal(legacy, [type, type === 'appeal' ? 'man' : 'ann'])).not.toBeNull()
    }
  })
})

it('any road taken folds to the state that stands, without a gap, and never loses what was missed', () => {
  const people = fc.constantFrom(...Object.keys(SIDES))
  const step = fc.record({
    type: fc.constantFrom(...QUALIFICATION_ACTIONS),
    by: people,
    days: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const events: QualificationEvent[] = []
      let [current, now] = [FRESH, NOV_1]
      for (const { type, by, days } of steps) {
        now += days * 86_400_000
        const decided = attempt(current, [type, by, now])
        if (!decided.ok) continue
        expect(decided.event.version).toBe(current.version + 1)
        expect(decided.qualification.missed).toEqual(expect.arrayContaining([...current.missed]))
        events.push(JSON.parse(JSON.stringify(decided.event)))
        current = decided.qualification
        expect(current.history.at(-1)?.standing ?? 'qualified').toBe(STANDING_OF[current.status])
      }
      expect(events.reduce(evolveQualification, FRESH)).toEqual(current)
    }),
    { numRuns: 500, seed: 29 },
  )
})
