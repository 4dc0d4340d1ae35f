import { Z_95 } from '../kpis/wilson.ts'

/** Half an interval's width that a figure of ours should have at most: ten points either way. */
export const WANTED_MARGIN = 0.1

/**
 * Answers needed for a share to be known to within `margin` (0-1, half the interval) at 95 %, whatever
 * the share is (so for one half), rounded up; `population` takes out that nobody is asked twice.
 * RangeError for a margin outside (0, 1). Source: Cochran 1977, Sampling Techniques, 4.4.
 * `sampleNeeded({ margin: 0.05 })` is 385, of a population of 1,000 it is 278.
 */
export function sampleNeeded({
  margin,
  population = null,
}: {
  readonly margin: number
  readonly population?: number | null
}): number {
  if (!(margin > 0 && margin < 1)) throw new RangeError(`${margin} is no margin`)
  const unbounded = (Z_95 * Z_95 * 0.25) / (margin * margin)
  if (population === null) return Math.ceil(unbounded)
  return Math.ceil(unbounded / (1 + (unbounded - 1) / Math.max(population, 1)))
}
