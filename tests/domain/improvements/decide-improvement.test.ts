import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideImprovement,
  evolveImprovement,
  type ImprovementEvent,
} from '#domain/improvements/decide-improvement.ts'
import {
  type Figure,
  type Improvement,
  isOverdue,
  placeInList,
} from '#domain/improvements/improvement.ts'
import {
  IMPROVEMENT_TABLE,
  type ImprovementAction,
  type ImprovementPlan,
} from '#domain/improvements/improvement-action.ts'

const TODAY = '2026-11-22'
const BEFORE: Figure = { amount: 45, n: 50, from: '2026-09-01', until: '2026-10-01' }
const AFTER: Figure = { amount: 58, n: 60, from: '2026-11-11', until: '2026-11-21' }
const PLAN: ImprovementPlan = {
  ...{ themes: ['speed'], region: null, owner: 'hq_quality', dueDay: '2026-12-01' },
  ...{ kpi: 'csat', before: BEFORE },
}
const plan: ImprovementAction = { type: 'plan', id: 'imp_1', plan: PLAN }

function havingDone(...actions: readonly ImprovementAction[]): Improvement {
  let standing: Improvement | null = null
  for (const action of actions) {
    const decision = decideImprovement(standing, action, TODAY)
    if (!decision.ok) throw new Error(`${action.type}: ${decision.refusal}`)
    standing = decision.improvement
  }
  if (!standing) throw new Error('nothing was done')
  return standing
}
const refusalOf = (standing: Improvement | null, action: ImprovementAction) => {
  const decision = decideImprovement(standing, action, TODAY)
  return decision.ok ? null : decision.refusal
}
const planned = havingDone(plan)
const done = havingDone(plan, { type: 'start' }, { type: 'finish', day: '2026-11-10' })
const revise = (change: Partial<ImprovementPlan>): ImprovementAction => ({
  type: 'revise',
  plan: { ...PLAN, ...change },
})

describe('an improvement', () => {
  it('is refused every step that its table does not name', () => {
    const dropped = havingDone(plan, { type: 'drop' })
    const underWay = havingDone(plan, { type: 'start' })
    const steps: readonly ImprovementAction[] = [
      ...[plan, revise({}), { type: 'start' } as const, { type: 'drop' } as const],
      { type: 'finish', day: TODAY },
      { type: 'measure', after: AFTER },
    ]
    for (const standing of [null, planned, underWay, done, dropped]) {
      for (const action of steps) {
        const allowed = IMPROVEMENT_TABLE[action.type].includes(standing?.status ?? null)
        expect(refusalOf(standing, action) === null, `${standing?.status} ${action.type}`).toBe(
          allowed,
        )
      }
    }
  })

  it('keeps the day that was named at first, however often it is moved', () => {
    const moved = havingDone(
      plan,
      revise({ dueDay: '2027-02-01' }),
      revise({ dueDay: '2027-03-01' }),
    )
    expect([moved.firstDueDay, moved.dueDay]).toEqual(['2026-12-01', '2027-03-01'])
  })

  it('is never due on a day that is over, unless that was its day already', () => {
    expect(refusalOf(planned, revise({ dueDay: '2026-11-21' }))).toBe('bad_dates')
    const late = { ...planned, dueDay: '2026-11-01' }
    expect(refusalOf(late, revise({ dueDay: '2026-11-01' }))).toBeNull()
    expect(refusalOf(planned, revise({ dueDay: '2026-02-30' }))).toBe('bad_dates')
  })

  it('comes from what somebody said: no theme, no improvement', () => {
    expect(refusalOf(planned, revise({ themes: [] }))).toBe('bad_value')
  })

  it('names a measure with its figure before, or neither', () => {
    expect(refusalOf(planned, revise({ before: null }))).toBe('bad_value')
    expect(refusalOf(planned, revise({ kpi: null }))).toBe('bad_value')
    expect(refusalOf(planned, revise({ kpi: null, before: null }))).toBeNull()
  })

  it.each([
    ['more than there are', { amount: 51 }, 'bad_value'],
    ['a part of a person', { amount: 4.5 }, 'bad_value'],
    ['nobody asked', { amount: 0, n: 0 }, 'bad_value'],
    ['not over yet', { until: '2026-11-23' }, 'bad_dates'],
    ['no period', { until: '2026-09-01' }, 'bad_dates'],
  ] as const)('takes no figure of %s', (_, change, refusal) => {
    expect(refusalOf(planned, revise({ before: { ...BEFORE, ...change } }))).toBe(refusal)
  })

  it('is not done tomorrow, nor while its figure before is still counted', () => {
    expect(refusalOf(planned, { type: 'finish', day: '2026-11-23' })).toBe('bad_dates')
    expect(refusalOf(planned, { type: 'finish', day: '2026-09-30' })).toBe('bad_dates')
    expect(refusalOf(planned, { type: 'finish', day: '2026-10-01' })).toBeNull()
  })

  it('is measured after it was done, over a period that begins later', () => {
    const measure = (from: string): ImprovementAction => ({
      type: 'measure',
      after: { ...AFTER, from },
    })
    expect(refusalOf(done, measure('2026-11-10'))).toBe('bad_dates')
    expect(refusalOf(done, measure('2026-11-11'))).toBeNull()
    const unmeasured = havingDone(revisedWithout(), { type: 'finish', day: '2026-11-10' })
    expect(refusalOf(unmeasured, measure('2026-11-11'))).toBe('not_allowed_now')
  })

  it('keeps every figure that was measured, however often it is measured anew', () => {
    const first = { ...AFTER, from: '2026-11-11' }
    const [second, third] = [
      { ...first, amount: 1 },
      { ...first, amount: 2 },
    ]
    const measured = havingDone(
      ...[plan, { type: 'finish', day: '2026-11-10' } as const],
      ...[first, second, third].map((after) => ({ type: 'measure', after }) as const),
    )
    expect(measured).toMatchObject({ after: third, earlier: [first, second] })
  })

  it('stays on record when it is dropped, and may still be shown', () => {
    const dropped = havingDone(plan, { type: 'drop' }, { type: 'publish' })
    expect(dropped).toMatchObject({ status: 'dropped', endedOn: TODAY, isPublic: true })
    expect(refusalOf(dropped, { type: 'publish' })).toBe('not_allowed_now')
  })

  it('is overdue from the day after its day, until it is done or dropped', () => {
    expect(isOverdue(planned, '2026-12-01')).toBe(false)
    expect(isOverdue(planned, '2026-12-02')).toBe(true)
    expect(isOverdue(done, '2027-12-02')).toBe(false)
  })
})

function revisedWithout(): ImprovementAction {
  return { type: 'plan', id: 'imp_2', plan: { ...PLAN, kpi: null, before: null } }
}

const aDay = fc
  .integer({ min: Date.UTC(2026, 9, 1) / 86_400_000, max: Date.UTC(2027, 1, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const anAction = fc.oneof(
  fc.constantFrom<ImprovementAction>(
    ...([plan, { type: 'start' }, { type: 'drop' }, { type: 'publish' }] as const),
    { type: 'withdraw' },
  ),
  aDay.map((day): ImprovementAction => ({ type: 'finish', day })),
  aDay.map((dueDay) => revise({ dueDay })),
  fc
    .tuple(aDay, aDay)
    .map(
      ([from, until]): ImprovementAction => ({ type: 'measure', after: { ...AFTER, from, until } }),
    ),
)

describe('whatever is done with an improvement', () => {
  it('its state is the fold of its events, numbered without gaps, and the after comes after', () => {
    fc.assert(
      fc.property(fc.array(anAction, { maxLength: 20 }), (actions) => {
        const events: ImprovementEvent[] = []
        let standing: Improvement | null = null
        for (const action of actions) {
          const decision = decideImprovement(standing, action, TODAY)
          if (!decision.ok) continue
          events.push(decision.event)
          standing = decision.improvement
        }
        expect(events.map(({ version }) => version)).toEqual(events.map((_, place) => place + 1))
        const last = events.at(-1)
        expect(last ? evolveImprovement(last) : null).toEqual(standing)
        if (!standing) return
        const { after: measured, endedOn, status } = standing
        expect(endedOn === null).toBe(status === 'planned' || status === 'under_way')
        if (measured) expect(measured.from > (endedOn ?? '')).toBe(true)
      }),
      { seed: 5, numRuns: 500 },
    )
  })

  it('lists what is to be done first, the most overdue foremost, then what ended, latest first', () => {
    const open = (dueDay: string): Improvement => ({ ...planned, dueDay })
    const ended = (endedOn: string): Improvement => ({ ...done, endedOn })
    const list = [open('2026-10-01'), open('2026-11-30'), ended('2026-11-10'), ended('2026-09-30')]
    const keys = list.map(placeInList)
    expect(keys.toSorted()).toEqual(keys)
  })
})
