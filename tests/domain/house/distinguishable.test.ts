import { expect, it } from 'vitest'
import { distinguishable } from '#support/distinguishable.ts'

const upTo = (count: number, shift = 0) =>
  Array.from({ length: count }, (_, place) => place + shift)

it('tells samples apart that never overlap, and not those that are the same', () => {
  expect(distinguishable(upTo(50), upTo(50, 100))).toBe(1)
  expect(distinguishable(upTo(50, 100), upTo(50))).toBe(1)
  expect(distinguishable(upTo(50), upTo(50))).toBe(0.5)
})

it('sees a tenth of difference', () => {
  expect(distinguishable(upTo(1000), upTo(1000, 100))).toBeCloseTo(0.595, 2)
})
