import { describe, expect, test } from 'vitest'
import { sharesOf } from '#scripts/simulate/shares.ts'
import type { SimOutlet } from '#scripts/simulate/sim-outlet.ts'

/** Outlets that know no more than where they send phones on; each names another by its place, or none. */
function outletsOf(repairers: readonly (number | null)[]): readonly SimOutlet[] {
  const outlets = repairers.map(() => ({ repairer: null }) as unknown as SimOutlet)
  for (const [place, repairer] of repairers.entries()) {
    const one = outlets[place]
    if (one && repairer !== null) one.repairer = outlets[repairer] ?? null
  }
  return outlets
}

describe('shares of a network', () => {
  test('keep outlets that send phones on with the one that repairs them', () => {
    const outlets = outletsOf([null, 0, null, 0, 2, null])
    const shares = sharesOf(outlets, { count: 3, work: () => 1 })
    expect(shares.map((share) => share.toSorted())).toEqual([[0, 1, 3], [2, 4], [5]])
  })

  test('hold each outlet once, and about the same work', () => {
    const outlets = outletsOf(Array.from({ length: 100 }, () => null))
    const shares = sharesOf(outlets, { count: 4, work: (place) => place })
    expect(shares.flat().toSorted((a, b) => a - b)).toEqual([...outlets.keys()])
    const sums = shares.map((share) => share.reduce((sum, place) => sum + place, 0))
    expect(Math.max(...sums) - Math.min(...sums)).toBeLessThan(100)
  })

  test('are no more than there are groups', () => {
    expect(sharesOf(outletsOf([null, 0]), { count: 4, work: () => 1 })).toEqual([[0, 1]])
  })
})
