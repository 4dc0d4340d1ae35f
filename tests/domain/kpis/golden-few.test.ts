import { describe, expect, it } from 'vitest'
import { figureOf, roundedFigure } from '#domain/kpis/figure-of.ts'
import { definitionOf, type FigureId } from '#domain/kpis/kpi-definitions.ts'
import { publish } from '../publications/a-publication.ts'

/**
 * Of n that are all kept, Wilson's interval ends at 100 and begins at n / (n + 1.96²), 1.96² being 3.8415:
 * 1 / 4.8415 = 20.65 %, 9 / 12.8415 = 70.09 %, 29 / 32.8415 = 88.30 %, 30 / 33.8415 = 88.65 %. Published,
 * an end that is below is cut downwards to a digit.
 */
const ALL_KEPT = [
  { n: 1, low: 20.65, cut: 20.6 },
  { n: 9, low: 70.09, cut: 70 },
  { n: 29, low: 88.3, cut: 88.3 },
  { n: 30, low: 88.65, cut: 88.6 },
] as const

const countsOf = (kpi: FigureId, hits: number, n: number): Readonly<Record<string, number>> =>
  kpi === 'csat'
    ? { 'survey.csat|score=5': hits, 'survey.csat|score=3': n - hits }
    : { promise_kept: hits, promise_due: n }

/** As the network's October is published, of one outlet where that happened. */
function published(kpi: FigureId, hits: number, n: number) {
  const document = publish((place, month) =>
    place === 'E-001' && month === '2026-10' ? countsOf(kpi, hits, n) : {},
  )
  const row = document.figures.find(
    (one) => one.kpi === kpi && one.period.kind === 'month' && one.period.to === '2026-10',
  )
  if (!row) throw new Error('no October')
  const { disclosure, n: told, hits: of, value, low, high } = row
  return { disclosure, n: told, hits: of, value, low, high }
}

const NOTHING = {
  ...{ disclosure: 'nothing', n: null, hits: null, value: null, low: null, high: null },
}

describe('inside, where nothing is hidden', () => {
  it('nobody is no data, neither 0 nor 100', () => {
    for (const kpi of ['csat', 'promise_kept'] as const) {
      expect(figureOf(kpi, countsOf(kpi, 0, 0))).toMatchObject({
        ...{ value: null, n: 0, interval: null },
      })
    }
  })

  it.each(ALL_KEPT)('of $n the rate stands with its interval from $low', ({ n, low }) => {
    for (const kpi of ['csat', 'promise_kept'] as const) {
      const figure = figureOf(kpi, countsOf(kpi, n, n))
      expect(figure).toMatchObject({ value: 100, n, hits: n, interval: { high: 100 } })
      expect(figure.interval?.low).toBeCloseTo(low, 2)
    }
  })

  it('of 29 and of 30 the rate is cut towards the worse side', () => {
    const rate = (hits: number, n: number) =>
      roundedFigure(figureOf('csat', countsOf('csat', hits, n)).value ?? -1, definitionOf('csat'))
    // 20 / 29 = 68.966 %; 21 / 30 = 70 %; 8 / 9 = 88.89 %.
    expect([rate(20, 29), rate(21, 30), rate(8, 9)]).toEqual([68.9, 70, 88.8])
  })
})

describe('published, about people', () => {
  it.each([0, 1, 9])('of %i nothing is told', (n) => {
    expect(published('csat', n, n)).toEqual(NOTHING)
  })

  it('of 29 the count with its interval, of 30 the rate too', () => {
    expect(published('csat', 29, 29)).toEqual({
      ...{ disclosure: 'count', n: 29, hits: 29, value: null, low: 88.3, high: 100 },
    })
    expect(published('csat', 30, 30)).toEqual({
      ...{ disclosure: 'rate', n: 30, hits: 30, value: 100, low: 88.6, high: 100 },
    })
    // 20 of 29: 50.77 to 82.72; 21 of 30: 52.12 to 83.34. Both ends are cut outwards.
    expect(published('csat', 20, 29)).toMatchObject({ value: null, low: 50.7, high: 82.8 })
    expect(published('csat', 21, 30)).toMatchObject({ value: 70, low: 52.1, high: 83.4 })
  })
})

describe('published, about repairs', () => {
  it('of none nothing is told', () => {
    expect(published('promise_kept', 0, 0)).toEqual(NOTHING)
  })

  it.each(ALL_KEPT)('of $n the count and its interval from $cut', ({ n, cut }) => {
    expect(published('promise_kept', n, n)).toEqual({
      ...{ n, hits: n, low: cut, high: 100 },
      ...(n < 30 ? { disclosure: 'count', value: null } : { disclosure: 'rate', value: 100 }),
    })
  })
})
