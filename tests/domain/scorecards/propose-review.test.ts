import { describe, expect, it } from 'vitest'
import {
  breachesOf,
  type PastMonth,
  proposeReview,
  worstOf,
} from '#domain/scorecards/propose-review.ts'
import { type Scorecard, scoreOfOutlet } from '#domain/scorecards/score-of-outlet.ts'

const card = (due: number, kept: number, before = {}): Scorecard =>
  scoreOfOutlet({
    ...{ month: '2026-10', closedOn: '2026-11-15' },
    counts: new Map([
      ['2026-10', { promise_due: due, promise_kept: kept }],
      ['2026-09', before],
    ]),
  })
const usual = Array.from({ length: 200 }, () => card(100, 90))

describe('a breach', () => {
  it('is beyond the outer limit on the worse side, from 50 cases of its month on', () => {
    const [bad, good, small, old] = [
      card(100, 70),
      card(100, 100),
      card(49, 20),
      card(20, 5, { promise_due: 60, promise_kept: 20 }),
    ]
    const found = breachesOf([...usual, bad, good, small, old])
    expect(found.get(bad)).toEqual(['promise'])
    for (const fine of [good, small, old]) expect(found.get(fine)).toEqual([])
  })

  it('of something that is better low is above the others', () => {
    const received = (upheld: number) =>
      scoreOfOutlet({
        ...{ month: '2026-10', closedOn: '2026-11-15' },
        counts: new Map([
          ['2026-10', { repairs_received: 1000, 'complaints_answered|verdict=upheld': upheld }],
        ]),
      })
    const bad = received(60)
    const found = breachesOf([...Array.from({ length: 100 }, () => received(5)), bad])
    expect(found.get(bad)).toEqual(['upheld_complaints'])
    expect([...found.values()].flat()).toHaveLength(1)
  })
})

const past = (month: string, passes: boolean | null, breaches: PastMonth['breaches'] = []) => ({
  ...{ month, passes, breaches },
})

describe('a review is proposed', () => {
  it('after two failing months in a row, and not after one, nor across a month without a score', () => {
    const both = [past('2026-10', false), past('2026-09', false), past('2026-08', true)]
    expect(proposeReview(both)).toEqual({
      ...{ rule: 'failing_months', criterion: null, months: ['2026-09', '2026-10'] },
    })
    expect(proposeReview([past('2026-10', false)])).toBeNull()
    expect(proposeReview([past('2026-10', false), past('2026-09', null)])).toBeNull()
    expect(proposeReview([past('2026-10', true), past('2026-09', false)])).toBeNull()
  })

  it('after two breaches of the same criterion in three months', () => {
    const three = [
      past('2026-10', true, ['promise']),
      past('2026-09', true, ['satisfied']),
      past('2026-08', true, ['promise']),
      past('2026-07', true, ['satisfied']),
    ]
    expect(proposeReview(three)).toEqual({
      ...{ rule: 'funnel', criterion: 'promise', months: ['2026-08', '2026-10'] },
    })
    expect(proposeReview(three.slice(1))).toEqual({
      ...{ rule: 'funnel', criterion: 'satisfied', months: ['2026-07', '2026-09'] },
    })
    expect(proposeReview(three.slice(0, 2))).toBeNull()
  })
})

describe('the worst criterion', () => {
  it('is the one that costs most points; none where all are earned', () => {
    expect(worstOf(card(100, 80))?.id).toBe('promise')
    expect(worstOf(card(100, 100))).toBeNull()
  })
})
