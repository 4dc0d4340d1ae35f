import { binomialLimit } from './binomial-limit.ts'
import type { Interval } from './wilson.ts'

/** An outlet's share of a measure: hits of n. */
export type FunnelPoint = { readonly hits: number; readonly n: number }

/** Where the network is, and how much wider outlets spread than chance alone makes them. */
export type Funnel = {
  /** The share of all points together, 0-1. */
  readonly centre: number
  /** Variance against chance's own; 1 = no more than chance. */
  readonly dispersion: number
}

/** Limits to look at and to act on: standard normal quantile, and the probability beyond each. */
export const FUNNEL_LINES = {
  look: { z: 1.959964, beyond: 0.025 },
  act: { z: 3.090232, beyond: 0.001 },
} as const
export type FunnelLine = keyof typeof FUNNEL_LINES

/** From here on the normal approximation draws the limits; below, the exact binomial does. */
export const EXACT_BELOW = 100

/** The share of z-scores that is drawn in at each end, so that the few that stand out don't hide themselves. */
const WINSORISED = 0.1

function winsorised(scores: readonly number[]): readonly number[] {
  const sorted = scores.toSorted((a, b) => a - b)
  const cut = Math.floor(sorted.length * WINSORISED)
  const [low = 0, high = 0] = [sorted[cut], sorted[sorted.length - 1 - cut]]
  return sorted.map((score) => Math.min(Math.max(score, low), high))
}

/**
 * The dispersion of points around a centre: mean square of winsorised z-scores. What is no more than two
 * standard errors of itself above 1 is taken for chance: 1.
 */
function dispersionOf(points: readonly FunnelPoint[], centre: number): number {
  const variance = centre * (1 - centre)
  if (variance === 0 || points.length < 2) return 1
  const scores = points.map(({ hits, n }) => (hits / n - centre) / Math.sqrt(variance / n))
  const squares = winsorised(scores).map((score) => score ** 2)
  const estimate = squares.reduce((sum, square) => sum + square, 0) / points.length
  return estimate > 1 + 2 * Math.sqrt(2 / points.length) ? estimate : 1
}

/**
 * The funnel of outlets compared by a share: points of n = 0 are left out; null when nothing is left.
 * Source: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202 (over-dispersion, multiplicative).
 * `funnelOf([{ hits: 9, n: 10 }, { hits: 81, n: 90 }])` is centre 0.9, dispersion 1.
 */
export function funnelOf(points: readonly FunnelPoint[]): Funnel | null {
  const known = points.filter(({ n }) => n > 0)
  if (known.length === 0) return null
  const hits = known.reduce((sum, point) => sum + point.hits, 0)
  const n = known.reduce((sum, point) => sum + point.n, 0)
  const centre = hits / n
  return { centre, dispersion: dispersionOf(known, centre) }
}

const within = (share: number): number => Math.min(Math.max(share, 0), 1)

/**
 * The limits that an outlet of `n` keeps within but for chance, as shares 0-1, both ends included:
 * p +- z*sqrt(dispersion * p(1-p) / n), from 100 on; below, the exact binomial limits, as much wider.
 * `funnelLimits({ centre: 0.9, dispersion: 1 }, { n: 100, line: 'look' })` is 0.841 to 0.959.
 */
export function funnelLimits(
  { centre, dispersion }: Funnel,
  { n, line }: { readonly n: number; readonly line: FunnelLine },
): Interval {
  const { z, beyond } = FUNNEL_LINES[line]
  const wider = Math.sqrt(dispersion)
  if (n >= EXACT_BELOW) {
    const reach = z * wider * Math.sqrt((centre * (1 - centre)) / n)
    return { low: within(centre - reach), high: within(centre + reach) }
  }
  // Misses have the lower limit of their own: read at 1 - beyond, a high limit would leave 3 of 3 outside.
  const low = binomialLimit({ n, centre, cumulated: beyond })
  const high = 1 - binomialLimit({ n, centre: 1 - centre, cumulated: beyond })
  return {
    low: within(centre + (low - centre) * wider),
    high: within(centre + (high - centre) * wider),
  }
}

/** Where a point stands: within both limits, or beyond the nearer or the farther one. */
export type FunnelStanding = 'within' | FunnelLine

/**
 * Where an outlet stands in the funnel; on a limit is within it. Whether above is good is the measure's.
 * 70 of 100 where the centre is 0.9 is beyond `act`.
 */
export function standingIn(funnel: Funnel, { hits, n }: FunnelPoint): FunnelStanding {
  if (n === 0) return 'within'
  const isBeyond = (line: FunnelLine): boolean => {
    const { low, high } = funnelLimits(funnel, { n, line })
    return hits / n < low || hits / n > high
  }
  if (isBeyond('act')) return 'act'
  return isBeyond('look') ? 'look' : 'within'
}
