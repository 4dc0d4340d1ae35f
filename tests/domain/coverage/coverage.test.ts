import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COVERAGE_KM,
  COVERED_KM,
  coverageOf,
  type PopulatedPlace,
  type RepairPoint,
} from '#domain/coverage/coverage.ts'
import { distanceMetres } from '#domain/outlets/distance.ts'

const place = (id: string, lat: number, lon: number, people: number, division = 'D') =>
  ({ ...{ id, lat, lon, people, division }, name: { en: id, 'zh-CN': id } }) as PopulatedPlace
/** Along the equator a degree is 111.32 km. */
const KM = 1 / 111.3195
const point = (code: string, km: number): RepairPoint => ({ code, lat: 0, lon: km * KM })

describe('people near a repair', () => {
  it('counts each place once for every limit that it lies within, limits included', () => {
    const places = [
      place('at', 0, 0, 1_000),
      place('near', 0, 24.9 * KM, 200),
      place('further', 0, 49.9 * KM, 30),
      place('far', 0, 99.9 * KM, 4, 'E'),
      place('beyond', 0, 101 * KM, 50_000, 'E'),
    ]
    const told = coverageOf(places, [point('A', 0)])
    expect(told.network).toEqual({ places: 5, people: 51_234, within: [1_200, 1_230, 1_234] })
    expect(told.divisions.map(({ division, reach }) => [division, reach.within])).toEqual([
      ['E', [0, 0, 4]],
      ['D', [1_200, 1_230, 1_230]],
    ])
    expect(told.uncovered.map(({ place: { id } }) => id)).toEqual(['beyond', 'far'])
    expect(told.uncovered[0]?.nearest).toMatchObject({ code: 'A' })
    expect(told.uncovered[0]?.nearest?.km).toBeCloseTo(101, 3)
  })

  it('covers nobody without a point, and has nothing to say without people', () => {
    const told = coverageOf([place('a', 30, 120, 10)], [])
    expect(told.network.within).toEqual([0, 0, 0])
    expect(told.uncovered).toEqual([{ place: place('a', 30, 120, 10), nearest: null }])
    expect(coverageOf([], [point('A', 0)]).network).toEqual({
      ...{ places: 0, people: 0, within: [0, 0, 0] },
    })
  })

  it('opens next where most people without one are, and counts nobody twice', () => {
    const places = [
      place('west', 0, 500 * KM, 100),
      place('middle', 0, 540 * KM, 60),
      place('east', 0, 580 * KM, 90),
      place('alone', 0, 900 * KM, 120),
      place('covered', 0, 0, 9_999),
    ]
    expect(
      coverageOf(places, [point('A', 0)]).openings.map(({ place: { id }, people }) => [id, people]),
    ).toEqual([
      ['middle', 250],
      ['alone', 120],
    ])
  })

  it('says what counting every pair of place and point says', () => {
    const spot = fc.record({
      lat: fc.double({ min: 18, max: 24, noNaN: true }),
      lon: fc.double({ min: 100, max: 106, noNaN: true }),
      people: fc.nat(1_000_000),
    })
    fc.assert(
      fc.property(
        fc.array(spot, { maxLength: 60 }),
        fc.array(spot, { minLength: 1, maxLength: 25 }),
        (spots, points) => {
          const places = spots.map(({ lat, lon, people }, n) => place(`p${n}`, lat, lon, people))
          const outlets = points.map(({ lat, lon }, n) => ({ code: `o${n}`, lat, lon }))
          const kmOf = (from: PopulatedPlace) =>
            Math.min(
              ...outlets.map(({ lat, lon }) => distanceMetres(from.lat, from.lon, lat, lon) / 1000),
            )
          const told = coverageOf(places, outlets)
          const people = (test: (km: number) => boolean) =>
            places.filter((one) => test(kmOf(one))).reduce((sum, one) => sum + one.people, 0)
          expect(told.network.within).toEqual(
            COVERAGE_KM.map((limit) => people((km) => km <= limit)),
          )
          const gained = told.openings.reduce((sum, one) => sum + one.people, 0)
          expect(gained).toBeLessThanOrEqual(people((km) => km > COVERED_KM))
        },
      ),
      { seed: 9, numRuns: 400 },
    )
  })
})
