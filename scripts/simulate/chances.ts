import type { Random } from '../demo/seeded-random.ts'

/** A wait that is as likely to end now as later, of this mean. */
export const waitOf = (random: Random, mean: number): number => -Math.log(1 - random.next()) * mean

/** Something that is mostly near its median and sometimes many times it; `spread` of 1: two thirds lie between median / e and median * e. */
export function aboutMedian(random: Random, median: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return median * Math.exp(spread * normal)
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))
