/** Two-sided 95 %: the standard normal's 0.975 quantile. */
export const Z_95 = 1.959963984540054

/** Both ends included, in the unit of what they bound. */
export type Interval = { readonly low: number; readonly high: number }

/**
 * Wilson's score interval of a share at 95 %, without continuity correction, as shares 0-1. Null of no
 * answers: no data is no figure. RangeError unless 0 <= hits <= n in whole numbers.
 * Source: Wilson 1927; Newcombe 1998, method 3. `wilsonInterval(9, 10)` is 0.596 to 0.982.
 */
export function wilsonInterval(hits: number, n: number): Interval | null {
  const isCount = Number.isInteger(hits) && Number.isInteger(n) && hits >= 0 && hits <= n
  if (!isCount) throw new RangeError(`${hits} of ${n} is no share`)
  if (n === 0) return null
  const share = hits / n
  const z2 = Z_95 ** 2
  const middle = share + z2 / (2 * n)
  const reach = Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return {
    low: hits === 0 ? 0 : (middle - reach) / scale,
    high: hits === n ? 1 : (middle + reach) / scale,
  }
}
