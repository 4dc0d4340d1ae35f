const HOUR_MS = 3_600_000

/** Ages that open repairs are told by, in hours, each included; the rest is older. */
export const AGE_LIMITS = [1, 24, 72, 240] as const

/** When (epoch ms) a phone came in that is as old at `now` as each limit; the first of `agedSince(now)` is an hour ago. */
export const agedSince = (now: number): readonly number[] =>
  AGE_LIMITS.map((hours) => now - hours * HOUR_MS)

/**
 * How many are in each age, oldest last, from how many are no older than each limit, and how many there are.
 * `openAges([1, 3, 3, 4, 6])` is `[1, 2, 0, 1, 2]`: one up to an hour, two up to a day, … and two older than ten.
 */
export const openAges = (within: readonly number[]): readonly number[] =>
  within.map((count, place) => count - (within[place - 1] ?? 0))
