import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketMeasure, quantileOf, sketchOf, sketchSize } from '#domain/kpis/sketch.ts'

/** By nearest rank: the smallest value that so many don't exceed. */
function exactQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN
}

function counted(values: readonly number[], name = 'turnaround|way_in=walk_in') {
  const counts: Record<string, number> = {}
  for (const value of values) {
    const measure = bucketMeasure(name, value)
    counts[measure] = (counts[measure] ?? 0) + 1
  }
  return counts
}

const minutes = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0.001, max: 1, noNaN: true }),
  fc.double({ min: 1, max: 200_000, noNaN: true }),
  fc.double({ min: 1e6, max: 1e15, noNaN: true }),
)

describe('a sketch', () => {
  it('tells every quantile within 1 % of the exact one, from nothing to huge values', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 300 }), share, (values, part) => {
        const exact = exactQuantile(values, part)
        const told = quantileOf(sketchOf(counted(values), 'turnaround|way_in=walk_in'), part)
        expect(Math.abs((told ?? Number.NaN) - exact)).toBeLessThanOrEqual(exact * 0.01 + 1e-9)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })

  it('of two outlets added up is that of all their values', () => {
    fc.assert(
      fc.property(fc.array(minutes), fc.array(minutes), (one, other) => {
        const sum: Record<string, number> = counted(one)
        for (const [key, count] of Object.entries(counted(other))) {
          sum[key] = (sum[key] ?? 0) + count
        }
        expect(sum).toEqual(counted([...one, ...other]))
      }),
      { seed: 20261122 },
    )
  })

  it('keeps what takes no time apart', () => {
    const sketch = sketchOf(counted([0, 0, 0, 12], 'queue_wait'), 'queue_wait')
    expect(quantileOf(sketch, 0.5)).toBe(0)
    expect(quantileOf(sketch, 1)).toBeCloseTo(12, 0)
    expect(sketchSize(sketch)).toBe(4)
  })

  it('of nothing has no quantile, and what was taken back is nothing', () => {
    expect(quantileOf(sketchOf({ 'queue_wait~115': 0 }, 'queue_wait'), 0.5)).toBeNull()
  })

  it('is not mistaken for another whose name begins alike', () => {
    const counts = counted([10], 'promised_by_phone')
    expect(sketchSize(sketchOf(counts, 'promised'))).toBe(0)
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('has no bucket for %d', (value) => {
    expect(() => bucketMeasure('queue_wait', value)).toThrow(RangeError)
  })
})
