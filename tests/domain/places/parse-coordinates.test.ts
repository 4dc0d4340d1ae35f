import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCoordinates } from '#domain/places/parse-coordinates.ts'

const SHANGHAI = { lat: 31.23, lon: 121.47 }

describe('coordinates as people paste them', () => {
  it.each([
    '31.23, 121.47',
    '31.23，121.47',
    '31.23 121.47',
    '31.23,121.47',
    '31.23; 121.47',
    '３１．２３，１２１．４７',
    'N31.23 E121.47',
    '31.23°N, 121.47°E',
    '121.47E 31.23N',
    '北纬31.23 东经121.47',
    '北纬31.23度，东经121.47度',
  ])('reads %s', (text) => {
    expect(parseCoordinates(text)).toEqual(SHANGHAI)
  })
  it('reads degrees, minutes and seconds', () => {
    const point = parseCoordinates('31°14′N 121°28′E')
    expect(point?.lat).toBeCloseTo(31.2333, 4)
    expect(point?.lon).toBeCloseTo(121.4667, 4)
    const south = parseCoordinates(`33°51'31.5"S 151°12'34.4"E`)
    expect(south?.lat).toBeCloseTo(-33.85875, 5)
    expect(south?.lon).toBeCloseTo(151.20956, 5)
  })
  it('takes longitude first when the first number can be no latitude', () => {
    expect(parseCoordinates('121.47, 31.23')).toEqual(SHANGHAI)
  })
  it('reads the signs of all four quarters, and a typographic minus', () => {
    expect(parseCoordinates('-33.9, 151.2')).toEqual({ lat: -33.9, lon: 151.2 })
    expect(parseCoordinates('−12.05, −77.04')).toEqual({ lat: -12.05, lon: -77.04 })
    expect(parseCoordinates('12.05S 77.04W')).toEqual({ lat: -12.05, lon: -77.04 })
  })
  it.each([
    '94103',
    '100020',
    '518000',
    '999,999',
    'Shenzhen',
    '深圳',
    '1, 2, 3',
    '91, 181',
    '200, 100',
    '31°75′N 121°28′E',
    'N31 N121',
    '-31N 121E',
    '31.23N',
    '',
    '10 Downing Street 2',
  ])('leaves %s to the gazetteer', (text) => {
    expect(parseCoordinates(text)).toBeNull()
  })
  it('reads back every point it could have been given', () => {
    const degrees = (most: number) =>
      fc.double({ min: -most, max: most, noNaN: true }).map((value) => Number(value.toFixed(5)) + 0)
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lon) => {
        expect(parseCoordinates(`${lat.toFixed(5)}, ${lon.toFixed(5)}`)).toEqual({ lat, lon })
      }),
      { seed: 20261121 },
    )
  })
})
