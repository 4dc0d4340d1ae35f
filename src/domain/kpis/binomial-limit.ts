/** P(R = 0), P(R = 1) … of n trials at a probability, by logarithms: no power underflows. */
function* probabilities(n: number, probability: number): Generator<number> {
  const odds = Math.log(probability) - Math.log1p(-probability)
  let log = n * Math.log1p(-probability)
  for (let hits = 0; hits <= n; hits++) {
    yield Math.exp(log)
    log += Math.log((n - hits) / (hits + 1)) + odds
  }
}

/**
 * The share that stays below a cumulated probability of the exact binomial distribution, interpolated
 * between whole hits, so that limits over n make a line instead of teeth. `n` trials at `centre` (0-1),
 * `cumulated` inside (0, 1); a centre of 0 or 1 has no spread and is its own limit.
 * RangeError of n below 1.
 * Source: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, appendix A.1.
 * `binomialLimit({ n: 1, centre: 0.5, cumulated: 0.75 })` is 0.5: half of the step from 0 to 1.
 */
export function binomialLimit({
  n,
  centre,
  cumulated,
}: {
  readonly n: number
  readonly centre: number
  readonly cumulated: number
}): number {
  if (n < 1) throw new RangeError(`${n} trials have no share`)
  if (centre <= 0 || centre >= 1) return centre
  let below = 0
  let hits = 0
  for (const probability of probabilities(n, centre)) {
    const upTo = below + probability
    if (upTo >= cumulated) {
      return Math.max(hits - (upTo - cumulated) / probability, 0) / n
    }
    below = upTo
    hits++
  }
  return 1
}
