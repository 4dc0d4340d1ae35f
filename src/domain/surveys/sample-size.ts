import { Z_95 } from '../kpis/wilson.ts'

/** Half an interval's width that a figure of ours should have at most: ten points either way. */
export const WANTED_MARGIN = 0.1

/**
 * Answers needed for a share to be known to within `margin` (0-1, half the interval) at 95 %, whatever
 * the share is (so for one half), rounded up. However few were invited, it takes as many: those asked
 * stand for everybody who will come, and who doesn't answer isn't counted by who does.
 * RangeError for a margin outside (0, 1). Source: Cochran 1977, Sampling Techniques, 4.4.
 * `sampleNeeded({ margin: 0.1 })` is 97.
 */
export function sampleNeeded({ margin }: { readonly margin: number }): number {
  if (!(margin > 0 && margin < 1)) throw new RangeError(`${margin} is no margin`)
  return Math.ceil((Z_95 * Z_95 * 0.25) / (margin * margin))
}
