import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterFailure, LONGEST_AGE_MS, MOST_ATTEMPTS } from '#domain/messages/back-off.ts'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 9, 1)
const waitMs = (failures: number, random = 0): number => {
  const next = afterFailure({ failures, createdAt: NOW, now: NOW, random })
  return next.kind === 'retry' ? next.at - NOW : Number.NaN
}

it('waits 1, 2, 4 … minutes and never more than six hours', () => {
  expect(Array.from({ length: 11 }, (_, place) => waitMs(place + 1) / MINUTE)).toEqual([
    1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360,
  ])
})

it('is dead after twelve attempts, whenever they were', () => {
  expect(afterFailure({ failures: MOST_ATTEMPTS, createdAt: NOW, now: NOW, random: 0 })).toEqual({
    kind: 'dead',
  })
})

it('is dead when it fails three days after it was asked for, and not a moment sooner', () => {
  const failing = { failures: 1, createdAt: NOW, random: 0 }
  expect(afterFailure({ ...failing, now: NOW + LONGEST_AGE_MS - 1 }).kind).toBe('retry')
  expect(afterFailure({ ...failing, now: NOW + LONGEST_AGE_MS }).kind).toBe('dead')
})

const failures = fc.integer({ min: 1, max: MOST_ATTEMPTS - 1 })
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

it('spreads what failed together over a fifth of the wait, always into the future', () => {
  fc.assert(
    fc.property(failures, random, (count, dice) => {
      const wait = waitMs(count, dice)
      expect(wait).toBeLessThanOrEqual(waitMs(count))
      expect(wait).toBeGreaterThanOrEqual(Math.floor(waitMs(count) * 0.8))
      expect(wait).toBeGreaterThan(0)
    }),
    { seed: 20261001 },
  )
})

it('never waits less after one more failure, but where the wait is at its longest', () => {
  fc.assert(
    fc.property(failures, random, random, (count, one, other) => {
      if (count < 9) expect(waitMs(count + 1, one)).toBeGreaterThan(waitMs(count, other))
    }),
    { seed: 20261002 },
  )
})
