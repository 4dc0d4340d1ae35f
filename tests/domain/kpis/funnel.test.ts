import { describe, expect, it } from 'vitest'
import { binomialLimit } from '#domain/kpis/binomial-limit.ts'
import { funnelLimits, funnelOf, standingIn } from '#domain/kpis/funnel.ts'

/** P(R <= hits) in whole numbers: n trials at `of`/100, as a numerator over 100^n. */
function cumulatedExactly(n: number, hits: number, of: number): number {
  const choose = (k: number): bigint => {
    let ways = 1n
    for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1)
    return ways
  }
  let sum = 0n
  for (let k = 0; k <= hits; k++) {
    sum += choose(k) * BigInt(of) ** BigInt(k) * BigInt(100 - of) ** BigInt(n - k)
  }
  return Number((sum * 10n ** 15n) / 100n ** BigInt(n)) / 1e15
}

describe('exact limits', () => {
  it('cut where the whole-number distribution says, whatever n and centre', () => {
    for (const n of [1, 2, 7, 10, 29, 30, 50, 99]) {
      for (const of of [1, 3, 10, 50, 90, 97]) {
        for (const cumulated of [0.001, 0.025, 0.975, 0.999]) {
          const limit = binomialLimit({ n, centre: of / 100, cumulated }) * n
          const above = Math.ceil(limit - 1e-9)
          expect(cumulatedExactly(n, above, of)).toBeGreaterThanOrEqual(cumulated - 1e-9)
          const below = Math.floor(limit - 1e-9)
          if (below >= 1) {
            expect(cumulatedExactly(n, below - 1, of)).toBeLessThanOrEqual(cumulated + 1e-9)
          }
        }
      }
    }
  })

  it('interpolate between hits: ten tosses of a coin, 2.5 % below', () => {
    // P(R <= 1) = 11/1024, P(R <= 2) = 56/1024: 2.5 % is reached (56/1024 - 0.025) / (45/1024) before 2.
    const limit = binomialLimit({ n: 10, centre: 0.5, cumulated: 0.025 })
    expect(limit).toBeCloseTo((2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10, 12)
  })

  it('don’t underflow where nearly all succeed', () => {
    const limit = binomialLimit({ n: 99, centre: 0.9999, cumulated: 0.001 })
    expect(limit).toBeGreaterThan(0.97)
    expect(limit).toBeLessThan(1)
  })

  it('have no spread around 0 and 1', () => {
    expect(binomialLimit({ n: 30, centre: 0, cumulated: 0.999 })).toBe(0)
    expect(binomialLimit({ n: 30, centre: 1, cumulated: 0.001 })).toBe(1)
  })
})

describe('a funnel', () => {
  it('has the share of all together as its centre, not the mean of shares', () => {
    const funnel = funnelOf([
      { hits: 1, n: 2 },
      { hits: 89, n: 98 },
    ])
    expect(funnel).toEqual({ centre: 0.9, dispersion: 1 })
  })

  it('is nobody’s without anybody', () => {
    expect(funnelOf([])).toBeNull()
    expect(funnelOf([{ hits: 0, n: 0 }])).toBeNull()
  })

  it('draws limits from n = 100 on by the formula: 0.9 +- 1.96 * 0.03 and 3.09 * 0.03', () => {
    const funnel = { centre: 0.9, dispersion: 1 }
    const look = funnelLimits(funnel, { n: 100, line: 'look' })
    expect(look.low).toBeCloseTo(0.8412, 4)
    expect(look.high).toBeCloseTo(0.9588, 4)
    const act = funnelLimits(funnel, { n: 100, line: 'act' })
    expect(act.low).toBeCloseTo(0.8073, 4)
    expect(act.high).toBeCloseTo(0.9927, 4)
  })

  it('never leaves 0 to 1, and is wider the fewer there are', () => {
    const funnel = { centre: 0.97, dispersion: 4 }
    let width = 0
    for (const n of [1000, 300, 100]) {
      const { low, high } = funnelLimits(funnel, { n, line: 'act' })
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(high - low).toBeGreaterThan(width)
      width = high - low
    }
  })

  it('nearly meets itself where the exact limits end and the formula begins', () => {
    const funnel = { centre: 0.85, dispersion: 1 }
    for (const line of ['look', 'act'] as const) {
      const exact = funnelLimits(funnel, { n: 99, line })
      const normal = funnelLimits(funnel, { n: 100, line })
      expect(Math.abs(exact.low - normal.low)).toBeLessThan(0.02)
      expect(Math.abs(exact.high - normal.high)).toBeLessThan(0.02)
    }
  })

  it('takes a spread like chance’s for chance, and widens for more', () => {
    const even = Array.from({ length: 40 }, (_, i) => ({ hits: 90 + (i % 2 ? 3 : -3), n: 100 }))
    expect(funnelOf(even)?.dispersion).toBe(1)
    // z = +-2 each: mean square 4, which is beyond 1 + 2 * sqrt(2/40).
    const wide = Array.from({ length: 40 }, (_, i) => ({ hits: 90 + (i % 2 ? 6 : -6), n: 100 }))
    expect(funnelOf(wide)?.dispersion).toBeCloseTo(4, 10)
  })

  it('isn’t widened by the few that stand out, so they stay outside', () => {
    const others = Array.from({ length: 38 }, (_, i) => ({ hits: 900 + (i % 2 ? 9 : -9), n: 1000 }))
    const gamer = { hits: 600, n: 1000 }
    const funnel = funnelOf([...others, gamer])
    expect(funnel?.dispersion).toBe(1)
    expect(funnel && standingIn(funnel, gamer)).toBe('act')
  })

  it('leaves the few within it whose all or none is no wonder, and takes out whose is', () => {
    const funnel = { centre: 0.77, dispersion: 1 }
    // 0.77^3 = 0.46, 0.77^14 = 0.026, 0.77^26 = 0.0011, 0.77^27 = 0.00086.
    for (const n of [1, 3, 14]) expect(standingIn(funnel, { hits: n, n })).toBe('within')
    expect(standingIn(funnel, { hits: 26, n: 26 })).toBe('look')
    expect(standingIn(funnel, { hits: 27, n: 27 })).toBe('act')
    // As a share of misses it is the same funnel upside down.
    const misses = { centre: 0.23, dispersion: 1 }
    for (const n of [3, 14]) expect(standingIn(misses, { hits: 0, n })).toBe('within')
    expect(standingIn(misses, { hits: 0, n: 27 })).toBe('act')
  })

  it('has a point on its limit within it, and one of nobody too', () => {
    const funnel = { centre: 0.5, dispersion: 1 }
    const { low } = funnelLimits(funnel, { n: 400, line: 'look' })
    expect(standingIn(funnel, { hits: Math.ceil(low * 400), n: 400 })).toBe('within')
    expect(standingIn(funnel, { hits: Math.floor(low * 400), n: 400 })).toBe('look')
    expect(standingIn(funnel, { hits: 0, n: 0 })).toBe('within')
  })
})
