import fc from 'fast-check'
import { expect, it } from 'vitest'
import { metresOfChord, sphericalGlobe } from '#support/spherical-globe.ts'
import type { Point } from '#support/true-nearest.ts'
import {
  geodesicMetres,
  lastOfSmallest,
  SPHERICAL_SHARE,
  trueNearest,
} from '#support/true-nearest.ts'

/** What the ellipsoid makes of a spherical distance at its shortest and longest: the radii of curvature, 6,335.4 and 6,399.6 km. */
const SHORTEST = 6335.439 / 6371
const LONGEST = 6399.594 / 6371
const LEAST_METRES = 1

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})
const step = fc.double({ min: -0.01, max: 0.01, noNaN: true })

function ratio(a: Point, b: Point): number | null {
  const spherical = metresOfChord(sphericalGlobe([b]).chordsFrom(a)[0] ?? 0)
  return spherical < LEAST_METRES ? null : geodesicMetres(a, b) / spherical
}

it('no two points of the globe make the ellipsoid leave the sphere by more than the curvature allows', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const found = ratio(a, b) ?? 1
      expect(found).toBeGreaterThan(SHORTEST - 1e-5)
      expect(found).toBeLessThan(LONGEST + 1e-5)
    }),
    { seed: 11, numRuns: 20_000 },
  )
})

it('nor do neighbours, where the ratio is at its extremes', () => {
  fc.assert(
    fc.property(point, step, step, (a, north, east) => {
      const b = { lat: Math.max(-90, Math.min(90, a.lat + north)), lon: a.lon + east }
      const found = ratio(a, b) ?? 1
      expect(found).toBeGreaterThan(SHORTEST - 1e-5)
      expect(found).toBeLessThan(LONGEST + 1e-5)
    }),
    { seed: 12, numRuns: 20_000 },
  )
})

it('so what belongs among the nearest lies within 1.2 % of the last spherical distance', () => {
  expect(LONGEST / SHORTEST - 1).toBeLessThan(SPHERICAL_SHARE)
  expect(LONGEST / SHORTEST - 1).toBeGreaterThan(SPHERICAL_SHARE * 0.8)
})

it('a point on the equator and one at the pole show both extremes', () => {
  expect(ratio({ lat: 0, lon: 10 }, { lat: 0.01, lon: 10 })).toBeCloseTo(SHORTEST, 5)
  expect(ratio({ lat: 89.99, lon: 10 }, { lat: 90, lon: 10 })).toBeCloseTo(LONGEST, 5)
})

it('the truth begins with the ten that geodesics to every place put first', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), point, (points, from) => {
      const places = points.map((place, code) => ({ ...place, code: String(code) }))
      const every = places.map((place) => geodesicMetres(from, place)).sort((a, b) => a - b)
      const found = trueNearest(places)(from, 10).map(({ metres }) => metres)
      expect(found.length).toBeGreaterThanOrEqual(Math.min(10, places.length))
      expect(found).toEqual(every.slice(0, found.length))
    }),
    { seed: 13, numRuns: 300 },
  )
})

it('the last of the smallest is where a sort has it, and infinite where there are fewer', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 })
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 12 }), (values, limit) => {
      const sorted = values.toSorted((a, b) => a - b)
      const last = sorted[limit - 1] ?? Number.POSITIVE_INFINITY
      expect(lastOfSmallest(Float64Array.from(values), limit)).toBe(last)
    }),
    { seed: 14 },
  )
})
