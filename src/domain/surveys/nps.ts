import { type Interval, Z_95 } from '../kpis/wilson.ts'
import type { Recommending } from './scores.ts'

/** From -100 (all detractors) to 100 (all promoters). */
export type Nps = Recommending & {
  readonly n: number
  readonly score: number
  readonly interval: Interval
}

/** What the adjusted Wald interval adds to the answers before it reckons. */
const ADDED: Recommending = { promoters: 0.75, passives: 1.5, detractors: 0.75 }

/**
 * Variance of a single answer, counted +1 (promoter), 0, -1 (detractor): p + d - (p - d)².
 * Half promoters and a sixth detractors: 5/9. Source: Huber, Cross Validated 18609 (2011).
 */
export function npsVariance({ promoters, passives, detractors }: Recommending): number {
  const n = promoters + passives + detractors
  const net = (promoters - detractors) / n
  return (promoters + detractors) / n - net * net
}

/**
 * Net Promoter Score with its 95 % interval, in points; null of no answers. The interval is the
 * adjusted Wald one, cut at ±100, since the plain one has no width where all answer alike; it is stretched
 * to the score where a few who all agree would lie outside of it.
 * Source: Rocks 2016 (The American Statistician 70:4); Lewis & Sauro 2021.
 * 30 promoters, 50 passives, 20 detractors: score 10, from -3.8 to 23.2.
 */
export function nps(counts: Recommending): Nps | null {
  const n = counts.promoters + counts.passives + counts.detractors
  if (n === 0) return null
  const adjusted = {
    promoters: counts.promoters + ADDED.promoters,
    passives: counts.passives + ADDED.passives,
    detractors: counts.detractors + ADDED.detractors,
  }
  const m = n + 3
  const middle = (adjusted.promoters - adjusted.detractors) / m
  const reach = Z_95 * Math.sqrt(npsVariance(adjusted) / m)
  const score = (100 * (counts.promoters - counts.detractors)) / n
  return {
    ...counts,
    n,
    score,
    interval: {
      low: Math.max(-100, Math.min(score, 100 * (middle - reach))),
      high: Math.min(100, Math.max(score, 100 * (middle + reach))),
    },
  }
}
