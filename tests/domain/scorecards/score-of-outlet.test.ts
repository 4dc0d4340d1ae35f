import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import {
  CRITERION_IDS,
  type CriterionId,
  criterionOf,
  LEAST_APPLICABLE,
} from '#domain/scorecards/criteria.ts'
import {
  earnedBy,
  type Scorecard,
  scoreOfOutlet,
  starsOf,
} from '#domain/scorecards/score-of-outlet.ts'

const CLOSED_ON = '2026-11-15'

/** An outlet whose every measured criterion stands on 100 cases of October, or of September where that is the newest. */
const OCTOBER: PackedCounts = {
  ...{ promise_due: 100, promise_kept: 90, one_hour_due: 100, one_hour_kept: 81 },
  ...{ 'survey.csat|score=5': 85, 'survey.csat|score=3': 4, 'survey.csat|score=1': 11 },
  ...{ repairs_received: 500, 'complaints_answered|verdict=upheld': 3 },
  'complaints_answered|verdict=partly': 2,
  ...{ complaint_report_due: 40, complaint_report_in_time: 38 },
  ...{ closed: 100, record_complete: 95 },
}
const SEPTEMBER: PackedCounts = { first_time_fix_due: 200, first_time_fix_kept: 172 }

const score = (months: Readonly<Record<string, PackedCounts>>, month = '2026-10'): Scorecard =>
  scoreOfOutlet({ month, closedOn: CLOSED_ON, counts: new Map(Object.entries(months)) })
const one = (card: Scorecard, id: CriterionId) => card.criteria.find((found) => found.id === id)
const promise = (due: number, kept: number) => ({ promise_due: due, promise_kept: kept })

describe('a scorecard', () => {
  it('comes out as reckoned by hand', () => {
    const card = score({ '2026-10': OCTOBER, '2026-09': SEPTEMBER })
    // 86 % of 75..95: 11/20 of 15 = 8.25; 90 of 70..95: 8; 81 of 60..95: 6; 11 % dissatisfied of 20..5: 6;
    // 5 of 500 are 10 per thousand of 20..2: 5.55; 85 of 70..95: 3; 95 of 70..95: 5; 95 of 80..100: 7.5.
    const points = Object.fromEntries(card.criteria.map(({ id, points: got }) => [id, got]))
    expect(points).toEqual({
      ...{ attributable_repeat: null, first_time_fix: 8.25, promise: 8, one_hour: 6 },
      ...{ own_time: null, dissatisfied: 6, upheld_complaints: 5.55, satisfied: 3 },
      ...{ reports_in_time: 5, records_complete: 7.5, parts_fill: null },
    })
    // 49.30 of 75 are 65.73 %.
    expect(card).toMatchObject({
      earned: 49.3,
      applicable: 75,
      score: 65.7,
      passes: false,
      stars: 0,
    })
  })

  it('names the newest month whose figure is final for each criterion', () => {
    const card = score({ '2026-10': OCTOBER, '2026-09': SEPTEMBER })
    expect(one(card, 'promise')?.months).toEqual(['2026-10'])
    expect(one(card, 'dissatisfied')?.months).toEqual(['2026-10'])
    expect(one(card, 'first_time_fix')?.months).toEqual(['2026-09'])
    const aDayBefore = scoreOfOutlet({
      ...{ month: '2026-10', closedOn: '2026-11-14' },
      counts: new Map([['2026-10', OCTOBER]]),
    })
    expect(one(aDayBefore, 'dissatisfied')?.months).toEqual(['2026-07', '2026-08', '2026-09'])
  })

  it.each([
    ['0', {}, null, 'no_data', 0],
    ['9', { '2026-10': promise(9, 9) }, null, 'too_few', 9],
    ['29', { '2026-10': promise(29, 29) }, null, 'too_few', 29],
    ['30', { '2026-10': promise(30, 27) }, 8, null, 30],
    [
      '29 in three months',
      { '2026-08': promise(20, 20), '2026-10': promise(9, 9) },
      null,
      'too_few',
      29,
    ],
    [
      '30 in three months',
      { '2026-08': promise(11, 8), '2026-09': promise(10, 10), '2026-10': promise(9, 9) },
      8,
      null,
      30,
    ],
    [
      '31 in four months',
      { '2026-07': promise(22, 22), '2026-10': promise(9, 9) },
      null,
      'too_few',
      9,
    ],
  ] as const)('of %s cases is told as it is', (_, months, points, why, n) => {
    expect(one(score(months), 'promise')).toMatchObject({ points, why, n })
  })

  it('takes a month of 30 cases alone, however bad the two before were', () => {
    const card = score({ '2026-09': promise(1000, 0), '2026-10': promise(30, 30) })
    expect(one(card, 'promise')).toMatchObject({ points: 10, months: ['2026-10'], n: 30 })
  })

  it('says by name what nobody measures yet', () => {
    const card = score({})
    expect(one(card, 'parts_fill')?.why).toBe('no_events')
    expect(card).toMatchObject({ score: null, passes: null, applicable: 0 })
  })

  it('counts what the outlet answers for of what is back once four fifths of it are decided, and tells the rest', () => {
    const back = { handed_over: 200, repeat_30: 10, repeat_attributed: 4 }
    const of = (judged: number) =>
      one(score({ '2026-09': { ...back, repeat_judged: judged } }), 'attributable_repeat')
    // 4 of 200 are 2 % of 5..1: 3/4 of 15.
    expect(of(8)).toMatchObject({ points: 11.25, value: 2, n: 200, cases: { of: 10, open: 2 } })
    expect(of(7)).toMatchObject({ points: null, why: 'undecided', cases: { of: 10, open: 3 } })
    const none = one(score({ '2026-09': { handed_over: 200 } }), 'attributable_repeat')
    expect(none).toMatchObject({ points: 15, why: null, cases: { of: 0, open: 0 } })
    const few = { ...back, handed_over: 29, repeat_judged: 10 }
    expect(one(score({ '2026-09': few }), 'attributable_repeat')).toMatchObject({ why: 'too_few' })
  })

  it('isn’t scored below 60 applicable points, and is from 60 on', () => {
    const { closed: _, record_complete: __, ...fewer } = OCTOBER
    expect(score({ '2026-10': fewer, '2026-09': SEPTEMBER }).applicable).toBe(65)
    const { one_hour_due: ___, ...least } = fewer
    const few = score({ '2026-10': least, '2026-09': SEPTEMBER })
    expect(few).toMatchObject({ applicable: 55, score: null, passes: null })
    const { complaint_report_due: ____, ...sixty } = fewer
    const enough = score({ '2026-10': sixty, '2026-09': SEPTEMBER })
    expect(enough.applicable).toBe(LEAST_APPLICABLE)
    expect(enough.score).not.toBeNull()
  })

  it('never rounds a fail into a pass', () => {
    // 75 points apply; 52.49 earned are 69.98 %, shown as 69.9.
    for (let kept = 700; kept <= 950; kept += 1) {
      const card = score({
        '2026-10': { ...OCTOBER, ...promise(1000, kept) },
        '2026-09': SEPTEMBER,
      })
      expect(card.passes).toBe(card.earned / card.applicable >= 0.7)
      expect(card.score).toBeLessThanOrEqual((100 * card.earned) / card.applicable + 1e-9)
    }
  })

  it('gives stars from 80, 90 and 95 on', () => {
    expect([79.9, 80, 89.9, 90, 94.9, 95, 100].map(starsOf)).toEqual([0, 3, 3, 4, 4, 5, 5])
  })
})

describe('points', () => {
  it('of all criteria are a hundred', () => {
    expect(CRITERION_IDS.reduce((sum, id) => sum + criterionOf(id).points, 0)).toBe(100)
  })

  it('never fall as a figure gets better, and stay between none and all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CRITERION_IDS),
        fc.double({ min: -10, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (id, value, more) => {
          const { points, scale } = criterionOf(id)
          const better = scale.full > scale.zero ? value + more : value - more
          expect(earnedBy(id, better)).toBeGreaterThanOrEqual(earnedBy(id, value))
          expect(earnedBy(id, value)).toBeGreaterThanOrEqual(0)
          expect(earnedBy(id, value)).toBeLessThanOrEqual(points * 100)
        },
      ),
      { seed: 8 },
    )
  })

  it('are all earned at the full mark, none at zero', () => {
    for (const id of CRITERION_IDS) {
      const { points, scale } = criterionOf(id)
      expect(earnedBy(id, scale.full)).toBe(points * 100)
      expect(earnedBy(id, scale.zero)).toBe(0)
    }
  })
})
