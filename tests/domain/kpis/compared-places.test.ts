import { describe, expect, it } from 'vitest'
import { comparePlaces } from '#domain/kpis/compared-places.ts'
import { ledgerOf, paretoOf, spreadOf } from '#domain/kpis/parts-of-figure.ts'
import { bucketMeasure } from '#domain/kpis/sketch.ts'

const at = (id: string, kept: number, due: number) => ({
  id,
  counts: { promise_due: due, promise_kept: kept },
})
const usual = Array.from({ length: 20 }, (_, place) => at(`HZ-${place}`, 90, 100))

describe('places held against each other', () => {
  it('stay in their order, and stand within chance, beyond it, or nowhere without data', () => {
    const { funnel, places } = comparePlaces('promise_kept', [
      ...usual,
      ...[at('A', 60, 100), at('B', 0, 0), at('C', 100, 100)],
    ])
    expect(funnel?.centre).toBeCloseTo((1800 + 160) / 2200)
    const told = places.map(({ place, standing, isBetter }) => [place.id, standing, isBetter])
    expect(told[0]).toEqual(['HZ-0', 'within', true])
    expect(told.slice(-3)).toEqual([
      ['A', 'act', false],
      ['B', null, false],
      ['C', 'act', true],
    ])
  })

  it('are better below the centre where less is better', () => {
    const back = (id: string, hits: number) => ({
      id,
      counts: { handed_over: 400, repeat_30: hits },
    })
    const others = Array.from({ length: 20 }, (_, place) => back(`${place}`, 20))
    const { places } = comparePlaces('repeat_30', [...others, back('few', 1), back('many', 60)])
    expect(places.slice(-2)).toMatchObject([
      { standing: 'act', isBetter: true },
      { standing: 'act', isBetter: false },
    ])
  })

  it('have no funnel by a time, which is no share', () => {
    const counts = { [bucketMeasure('queue_wait', 12)]: 3 }
    const { funnel, places } = comparePlaces('queue_p50', [{ counts }])
    expect(funnel).toBeNull()
    expect(places[0]).toMatchObject({ standing: null, figure: { n: 3 } })
  })
})

describe('what a figure is made of', () => {
  it('is told the most frequent first, with all above it', () => {
    const counts = {
      'unrepaired|barrier=other': 1,
      'unrepaired|barrier=declined': 3,
      unrepaired: 4,
    }
    expect(paretoOf('unrepaired_share', counts)).toEqual([
      { code: 'declined', count: 3, share: 0.75, cumulative: 0.75 },
      { code: 'other', count: 1, share: 0.25, cumulative: 1 },
    ])
    expect(paretoOf('promise_kept', counts)).toEqual([])
  })

  it('is who held the wait, always in one order', () => {
    const counts = { 'held_minutes|holder=customer': 30, 'held_minutes|holder=outlet': 90 }
    expect(ledgerOf('own_held_p50', counts).map(({ code, share }) => [code, share])).toEqual([
      ...[
        ['outlet', 0.75],
        ['supply', 0],
        ['customer', 0.25],
        ['courier', 0],
      ],
    ])
    expect(ledgerOf('own_held_p50', {})).toEqual([])
    expect(ledgerOf('promise_kept', counts)).toEqual([])
  })

  it('is how times are spread, in hours', () => {
    const counts: Record<string, number> = {}
    for (let hours = 1; hours <= 100; hours++) {
      const measure = bucketMeasure('turnaround|way_in=walk_in', hours * 60)
      counts[measure] = (counts[measure] ?? 0) + 1
    }
    const spread = spreadOf('turnaround_walk_in_p50', counts)
    const exact = [10, 25, 50, 75, 90, 95, 99]
    for (const [place, { value }] of spread.entries()) {
      expect(Math.abs(value / (exact[place] ?? 0) - 1)).toBeLessThan(0.011)
    }
    expect(spread).toHaveLength(exact.length)
    expect(spreadOf('promise_kept', counts)).toEqual([])
  })
})
