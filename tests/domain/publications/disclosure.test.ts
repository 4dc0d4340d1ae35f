import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclosureOf, hideSmallParts, lesserOf } from '#domain/publications/disclosure.ts'

describe('how much of a figure is published', () => {
  it.each([
    ['people', 0, 'nothing'],
    ['people', 9, 'nothing'],
    ['people', 10, 'count'],
    ['people', 29, 'count'],
    ['people', 30, 'rate'],
    ['repairs', 0, 'nothing'],
    ['repairs', 1, 'count'],
    ['repairs', 29, 'count'],
    ['repairs', 30, 'rate'],
  ] as const)('of %s, %i: %s', (counted, n, disclosure) => {
    expect(disclosureOf(counted, n)).toBe(disclosure)
  })

  it('is no more in a revision than in what it revises', () => {
    expect(lesserOf('rate', 'nothing')).toBe('nothing')
    expect(lesserOf('count', 'rate')).toBe('count')
    expect(lesserOf('rate', 'rate')).toBe('rate')
  })
})

describe('a breakdown', () => {
  it('hides counts from 1 to 9, and says that nobody was nobody', () => {
    expect(hideSmallParts({ a: 9, b: 1, c: 10, d: 0 })).toEqual({ a: null, b: null, c: 10, d: 0 })
  })

  it('hides the next smallest where exactly one is small', () => {
    expect(hideSmallParts({ a: 40, b: 3, c: 12, d: 0 })).toEqual({ a: 40, b: null, c: null, d: 0 })
  })

  it('of fewer than ten altogether says nothing', () => {
    expect(hideSmallParts({ a: 9, b: 0 })).toEqual({ a: null, b: null })
  })

  it('of nobody at all says so', () => {
    expect(hideSmallParts({ a: 0, b: 0 })).toEqual({ a: 0, b: 0 })
  })

  it('keeps hidden what an earlier revision hid', () => {
    expect(hideSmallParts<string>({ a: 40, b: 11, c: 12 }, new Set(['b']))).toEqual({
      ...{ a: 40, b: null, c: null },
    })
  })

  it('never lets the sum tell a hidden count', () => {
    const counts = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 0, max: 60 }))
    const told = fc.assert(
      fc.property(counts, fc.subarray([...'abcdefgh']), (all, before) => {
        const hidden = Object.values(hideSmallParts(all, new Set(before))).filter(
          (count) => count === null,
        ).length
        const others = Object.values(all).filter((count) => count > 0).length
        expect(hidden === 1 && others > 1).toBe(false)
      }),
      { seed: 7, numRuns: 2000 },
    )
    expect(told).toBeUndefined()
  })
})
