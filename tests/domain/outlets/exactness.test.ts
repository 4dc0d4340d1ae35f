import { around } from 'geokdbush'
import { describe, expect, it } from 'vitest'
import { nearestOutlets } from '#domain/outlets/nearest.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { anIndex } from '#support/an-index.ts'
import { exactnessQueries } from '#support/exactness-queries.ts'
import { airportOutlets, demoOutlets } from '#support/test-networks.ts'
import type { Point } from '#support/true-nearest.ts'
import { geodesicMetres, trueNearest } from '#support/true-nearest.ts'
import { checkAnswers } from '#support/wrong-answers.ts'

const LIMIT = 10
const QUERIES = 1_000
const NOW = Date.UTC(2026, 10, 21, 4)

function checkNetwork(outlets: readonly Outlet[], seed: string) {
  const index = anIndex(outlets)
  const truth = trueNearest(outlets)
  return checkAnswers(exactnessQueries(outlets, QUERIES, seed), LIMIT, (from) => ({
    truth: truth(from, LIMIT),
    answer: nearestOutlets(index, { ...from, limit: LIMIT, at: NOW }).map((hit) => ({
      code: hit.code,
      metres: hit.distanceMetres,
    })),
  }))
}

describe('the nearest ten, in the index as a browser reads it', () => {
  it.each([
    ['the demo network of 420', () => demoOutlets(420)],
    ['a network of 5,000', () => demoOutlets(5_000)],
    ['46,479 airports', airportOutlets],
  ])('are those of the ellipsoid, in its order: %s', (_name, network) => {
    expect(checkNetwork(network(), 'exactness')).toEqual({ asked: QUERIES, wrong: [] })
  })

  it('are not those of a plain spherical index, and the difference is noticed', () => {
    const outlets = airportOutlets()
    const { tree, entries } = anIndex(outlets)
    const truth = trueNearest(outlets)
    const bySphere = (from: Point) =>
      around(tree, from.lon, from.lat, LIMIT).flatMap((place) => {
        const entry = entries[place]
        return entry ? [{ code: entry.code, metres: geodesicMetres(from, entry) }] : []
      })
    const checked = checkAnswers(exactnessQueries(outlets, 200, 'sphere'), LIMIT, (from) => ({
      truth: truth(from, LIMIT),
      answer: bySphere(from),
    }))
    expect(checked.wrong.length).toBeGreaterThan(10)
  })
})
