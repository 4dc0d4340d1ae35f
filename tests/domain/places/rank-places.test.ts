import { describe, expect, it } from 'vitest'
import type { Place } from '#domain/places/place.ts'
import { placeLabel } from '#domain/places/place-label.ts'
import { namesakesOf, placeMeant, rankPlaces } from '#domain/places/rank-places.ts'

function aPlace(id: string, en: string, more: Partial<Place> = {}): Place {
  return {
    id,
    name: { en, 'zh-CN': en },
    area: { en: '', 'zh-CN': '' },
    countryCode: 'CN',
    lat: 0,
    lon: 0,
    population: 0,
    otherNames: [],
    ...more,
  }
}
const home = { homeCountries: ['CN', 'US'] }
const ids = (places: readonly Place[]) => places.map(({ id }) => id)

describe('places that answer a query', () => {
  it('come exact before beginning alike, however large', () => {
    const york = aPlace('1', 'York', { population: 150_000, countryCode: 'GB' })
    const yorkton = aPlace('2', 'Yorkton', { population: 900_000, countryCode: 'CA' })
    expect(ids(rankPlaces([yorkton, york], 'york', home))).toEqual(['1', '2'])
  })
  it('come by their own name before another spelling, however large', () => {
    const victoria = aPlace('1', 'Victoria', { population: 289_000, countryCode: 'CA' })
    const hongKong = aPlace('2', 'Hong Kong', { population: 7_000_000, otherNames: ['victoria'] })
    expect(ids(rankPlaces([hongKong, victoria], 'Victoria', home))).toEqual(['1', '2'])
  })
  it('come by population, and a home country decides only between equals', () => {
    const small = aPlace('1', 'Paris', { population: 25_000, countryCode: 'US' })
    const large = aPlace('2', 'Paris', { population: 2_000_000, countryCode: 'FR' })
    const equal = aPlace('3', 'Paris', { population: 25_000, countryCode: 'CA' })
    expect(ids(rankPlaces([equal, small, large], 'paris', home))).toEqual(['2', '1', '3'])
  })
  it('come from home before a small place abroad, and a large one abroad before home', () => {
    const home1 = aPlace('1', 'York', { population: 44_000, countryCode: 'US' })
    const small = aPlace('2', 'York', { population: 150_000, countryCode: 'GB' })
    const large = aPlace('3', 'York', { population: 900_000, countryCode: 'CA' })
    expect(ids(rankPlaces([small, home1, large], 'york', home))).toEqual(['3', '1', '2'])
  })
  it('never put a place of another kind first: a town of the name is not the district', () => {
    const name = (zh: string) => ({ name: { en: 'Nanshan', 'zh-CN': zh } })
    const town = aPlace('1', 'Nanshan', { ...name('南山镇'), population: 90_000 })
    const district = aPlace('2', 'Nanshan', name('南山区'))
    expect(ids(rankPlaces([town, district], '南山区', home))).toEqual(['2', '1'])
    expect(ids(rankPlaces([town, district], '南山', home))).toEqual(['2', '1'])
  })
  it('come from the named area first', () => {
    const missouri = aPlace('1', 'Springfield', {
      population: 166_000,
      area: { en: 'Missouri', 'zh-CN': '密苏里州' },
    })
    const illinois = aPlace('2', 'Springfield', {
      population: 116_000,
      area: { en: 'Illinois', 'zh-CN': '伊利诺伊州' },
    })
    const named = { ...home, qualifier: 'Illinois' }
    expect(ids(rankPlaces([missouri, illinois], 'Springfield', named))).toEqual(['2', '1'])
  })
  it('match in Chinese with and without 市', () => {
    const shenzhen = aPlace('1', 'Shenzhen', { name: { en: 'Shenzhen', 'zh-CN': '深圳' } })
    expect(ids(rankPlaces([shenzhen], '深圳市', home))).toEqual(['1'])
    expect(ids(rankPlaces([shenzhen], '深', home))).toEqual(['1'])
  })
  it('are none for another name or an empty query', () => {
    expect(rankPlaces([aPlace('1', 'York')], 'new york', home)).toEqual([])
    expect(rankPlaces([aPlace('1', 'York')], ' ', home)).toEqual([])
  })
})

describe('the place that is meant', () => {
  const places = [aPlace('1', 'York'), aPlace('2', 'York'), aPlace('3', 'Yorkton')]
  it('is the best one unless another was chosen', () => {
    expect(placeMeant(places, '')?.id).toBe('1')
    expect(placeMeant(places, '2')?.id).toBe('2')
    expect(placeMeant(places, '99')?.id).toBe('1')
    expect(placeMeant([], '1')).toBeNull()
  })
  it('leaves those of the same name to ask about, not those that only begin alike', () => {
    expect(ids(namesakesOf(places[0] as Place, places))).toEqual(['2'])
  })
  it('is not asked about against the town inside it that bears its name', () => {
    const area = { en: 'Shenzhen, Guangdong', 'zh-CN': '广东省深圳市' }
    const named = (id: string, zh: string, lat: number): Place =>
      aPlace(id, 'Nanshan', { name: { en: 'Nanshan', 'zh-CN': zh }, area, lat, lon: 113.93 })
    const [district, town] = [named('1', '南山区', 22.53), named('2', '南山街道', 22.538)]
    const elsewhere = named('3', '南山镇', 22.9)
    expect(ids(namesakesOf(district, [district, town, elsewhere]))).toEqual(['3'])
  })
})

describe('where a place lies', () => {
  const shenzhen = aPlace('1', 'Shenzhen', { area: { en: 'Guangdong', 'zh-CN': '广东' } })
  it('is said smallest first in English and largest first in Chinese', () => {
    expect(placeLabel(shenzhen, 'en')).toBe('Guangdong, China')
    expect(placeLabel(shenzhen, 'zh-CN')).toBe('广东')
  })
  it('is only the country when nothing else is known', () => {
    expect(placeLabel(aPlace('2', 'Paris', { countryCode: 'FR' }), 'en')).toBe('France')
  })
})
