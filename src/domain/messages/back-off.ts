const MINUTE_MS = 60_000
const LONGEST_MS = 6 * 60 * MINUTE_MS
const JITTER = 0.2

/** Attempts after which a message is given up. */
export const MOST_ATTEMPTS = 12
/** Age from which a failure is the last. */
export const LONGEST_AGE_MS = 3 * 86_400_000

type Failed = {
  /** Attempts so far, all failed, from 1. */
  readonly failures: number
  readonly createdAt: number
  /** When the last one failed, epoch ms. */
  readonly now: number
  /** `[0, 1)`: spreads what failed together. */
  readonly random: number
}

export type AfterFailure =
  | { readonly kind: 'retry'; readonly at: number }
  | { readonly kind: 'dead' }

/**
 * What becomes of a message whose delivery failed: tried again after 1, 2, 4 … minutes, 6 hours at
 * most, up to a fifth sooner by `random`; dead after 12 attempts, or when it fails three days after it
 * was asked for. A first failure with `random` 0 is tried again after exactly a minute.
 */
export function afterFailure({ failures, createdAt, now, random }: Failed): AfterFailure {
  if (failures >= MOST_ATTEMPTS || now - createdAt >= LONGEST_AGE_MS) return { kind: 'dead' }
  const waitMs = Math.min(MINUTE_MS * 2 ** (failures - 1), LONGEST_MS)
  return { kind: 'retry', at: now + Math.round(waitMs * (1 - JITTER * random)) }
}
