import { expect, it } from 'vitest'
import { agedSince, openAges } from '#domain/kpis/open-ages.ts'

it('puts each open repair into one age', () => {
  expect(openAges([1, 3, 3, 4, 6])).toEqual([1, 2, 0, 1, 2])
  expect(openAges([0, 0, 0, 0, 0])).toEqual([0, 0, 0, 0, 0])
  expect(openAges([5, 5, 5, 5, 5])).toEqual([5, 0, 0, 0, 0])
})

it('reckons ages back from now', () => {
  expect(agedSince(240 * 3_600_000)).toEqual([239, 216, 168, 0].map((hours) => hours * 3_600_000))
})
