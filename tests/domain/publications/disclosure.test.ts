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

  it('hides more where those hidden come to so few that the sum tells each', () => {
    expect(hideSmallParts({ a: 40, b: 1, c: 1, d: 12 })).toEqual({
      a: 40,
      b: null,
      c: null,
      d: null,
    })
  })

  it('counts nobody as no part beside which somebody could hide', () => {
    expect(hideSmallParts<string>({ a: 40, b: 0, c: 5, d: 12 }, new Set(['b']))).toEqual({
      ...{ a: 40, b: null, c: null, d: null },
    })
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
        const told = hideSmallParts(all, new Set(before))
        const some = Object.keys(all).filter((key) => (all[key] ?? 0) > 0)
        const hidden = some.filter((key) => told[key] === null)
        const people = hidden.reduce((sum, key) => sum + (all[key] ?? 0), 0)
        const isAll = hidden.length === some.length
        expect(isAll || hidden.length === 0 || (hidden.length > 1 && people >= 10)).toBe(true)
      }),
      { seed: 7, numRuns: 2000 },
    )
    expect(told).toBeUndefined()
  })
})
