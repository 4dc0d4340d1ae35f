import { describe, expect, it } from 'vitest'
import { figureOf, isMet, roundedFigure } from '#domain/kpis/figure-of.ts'
import { figureOfStandard } from '#domain/kpis/figure-of-standard.ts'
import { finalFrom, lastDayOf } from '#domain/kpis/final-month.ts'
import { definitionOf, FIGURE_IDS, figuresOf } from '#domain/kpis/kpi-definitions.ts'
import { KPIS } from '#domain/kpis/kpi-registry.ts'
import { bucketMeasure } from '#domain/kpis/sketch.ts'
import { aStandard } from '#support/a-standard.ts'

const kept = (hits: number, n: number) =>
  figureOf('promise_kept', { promise_kept: hits, promise_due: n })

describe('a figure', () => {
  it.each([
    { hits: 0, n: 1, low: 0, high: 79.3 },
    { hits: 9, n: 10, low: 59.6, high: 98.2 },
    { hits: 8, n: 9, low: 56.5, high: 98.0 },
    { hits: 28, n: 29, low: 82.8, high: 99.4 },
    { hits: 30, n: 30, low: 88.6, high: 100 },
    { hits: 45, n: 50, low: 78.6, high: 95.7 },
    { hits: 270, n: 300, low: 86.1, high: 92.9 },
  ])('of $hits in $n has the interval $low to $high', ({ hits, n, low, high }) => {
    const figure = kept(hits, n)
    expect(figure).toMatchObject({ value: (100 * hits) / n, n, hits })
    expect(figure.interval?.low).toBeCloseTo(low, 1)
    expect(figure.interval?.high).toBeCloseTo(high, 1)
  })

  it('of nothing is no data, never 0 or 100', () => {
    for (const id of FIGURE_IDS) {
      expect(figureOf(id, {}), id).toMatchObject({ value: null, n: 0, interval: null })
    }
  })

  it('is never more than all, where a late entry came on one side first', () => {
    expect(kept(11, 10)).toMatchObject({ value: 100, hits: 10, n: 10 })
    expect(kept(-1, 10)).toMatchObject({ value: 0, hits: 0 })
  })

  it('of complaints may be more than one for each repair', () => {
    const figure = figureOf('complaint_rate', { complaints_registered: 3, repairs_received: 2 })
    expect(figure).toMatchObject({ value: 1500, n: 2, hits: 3, interval: null })
  })

  it('of recommendations is promoters less detractors', () => {
    const counts = {
      'survey.nps|score=10': 30,
      'survey.nps|score=8': 50,
      'survey.nps|score=0': 20,
    }
    expect(figureOf('nps', counts)).toMatchObject({ value: 10, n: 100 })
  })

  it('of a distribution is in the unit that it is told in', () => {
    const counts = { [bucketMeasure('turnaround|way_in=mail_in', 2880)]: 3 }
    const figure = figureOf('turnaround_mail_in_p90', counts)
    expect(figure.value).toBeGreaterThan(48 * 0.99)
    expect(figure.value).toBeLessThan(48 * 1.01)
    expect(figure.n).toBe(3)
  })
})

describe('rounding', () => {
  it('never turns a miss into a target met', () => {
    const [promise, repeat] = [definitionOf('promise_kept'), definitionOf('repeat_30')]
    expect(roundedFigure(89.96, promise)).toBe(89.9)
    expect(roundedFigure(3.01, repeat)).toBe(3.1)
    expect(isMet(kept(8996, 10_000), 90, promise)).toBe(false)
  })

  it('leaves what is exact as it is', () => {
    for (let hits = 0; hits <= 1000; hits++) {
      const { value } = kept(hits, 1000)
      expect(roundedFigure(value ?? -1, definitionOf('promise_kept'))).toBe(hits / 10)
    }
    expect(isMet(kept(9, 10), 90, definitionOf('promise_kept'))).toBe(true)
  })

  it('allows a sketch its own error, and a miss only beyond it', () => {
    const drift = definitionOf('quote_drift')
    const told = (ratio: number) =>
      figureOf('quote_drift', { [bucketMeasure('quote_drift', 1000 * ratio)]: 5 })
    const exact = told(1)
    expect(exact.value).toBeGreaterThan(1)
    expect(isMet(exact, 1, drift)).toBe(true)
    expect(roundedFigure(exact.value ?? 0, drift)).toBe(1)
    expect(isMet(told(1.03), 1, drift)).toBe(false)
    for (let at = 1; at <= 500; at++) {
      const ratio = at / 100
      expect(isMet(told(ratio), ratio, drift), `${ratio}`).toBe(true)
      expect(isMet(told(ratio * 1.021), ratio, drift), `${ratio} and 2.1 %`).toBe(false)
    }
  })

  it('of no data keeps and misses nothing', () => {
    expect(isMet(kept(0, 0), 90, definitionOf('promise_kept'))).toBeNull()
  })
})

describe('a definition', () => {
  it('names the unit of the measure that a standard is held to, but where it tells another', () => {
    const own = FIGURE_IDS.filter(
      (id) => definitionOf(id).unit !== KPIS[definitionOf(id).measure].unit,
    )
    expect(own).toEqual(['promised_p50', 'queue_p50', 'queue_p90', 'asked_again'])
  })

  it('says which figures tell a measure', () => {
    expect(figuresOf('repeat_rate')).toEqual(['repeat_7', 'repeat_30', 'repeat_90'])
  })

  it.each([
    ['one_hour_rate', 60, 'outlet', 'one_hour_rate'],
    ['one_hour_rate', 50, 'outlet', null],
    ['turnaround_share', 3, 'outlet', 'turnaround_walk_in_3d'],
    ['turnaround_share', 10, 'web', 'turnaround_mail_in_10d'],
    ['turnaround_share', 5, 'web', null],
    ['turnaround_share', 3, 'hotline', null],
    ['repeat_rate', 30, 'outlet', 'repeat_30'],
    ['called_in_time', 15, 'outlet', 'called_in_time'],
    ['called_in_time', null, 'outlet', null],
    ['quote_drift', null, 'outlet', 'quote_drift'],
    ['promise_kept', null, 'outlet', 'promise_kept'],
    ['complaint_rate', null, 'outlet', null],
    ['turnaround_p90', null, 'outlet', 'turnaround_walk_in_p90'],
    ['coverage', 50, 'web', null],
  ] as const)(
    'judges %s within %s, beginning at the %s, by %s',
    (kpi, threshold, touchpoint, id) => {
      expect(figureOfStandard(aStandard({ kpi, threshold, touchpoint }))).toBe(id)
    },
  )

  it.each([
    ['find', null],
    ['ask', 'feedback_answered_in_time'],
    ['after', 'complaint_contact_in_time'],
  ] as const)('judges an answer within a day at the stage %s by %s', (stage, id) => {
    const answered = aStandard({ kpi: 'answered_in_time', threshold: 24, stage })
    expect(figureOfStandard(answered)).toBe(id)
  })

  it('says from when on a month is final', () => {
    expect(lastDayOf('2026-02')).toBe('2026-02-28')
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(lastDayOf('2026-12')).toBe('2026-12-31')
    expect(finalFrom(definitionOf('repeat_30'), '2026-10')).toBe('2026-12-01')
    expect(finalFrom(definitionOf('promise_kept'), '2026-10')).toBe('2026-11-01')
  })
})
