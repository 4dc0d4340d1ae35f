import { describe, expect, it } from 'vitest'
import type { Place } from '#domain/places/place.ts'
import { placeTitle } from '#domain/places/place-label.ts'
import { type RegionNamesFile, regionPlaces, withRegions } from '#domain/places/region-names.ts'

const FILE: RegionNamesFile = {
  countries: ['CN'],
  regions: [
    ['cn', 'China', '中国', -1, 0, 3000, 11000, 9],
    ['guangdong', '', '广东省', 0, 1, 2300, 11300, 9],
    ['shenzhen', '', '深圳市', 1, 2, 2254, 11405, 8],
    ['shenzhen-futian', 'Futian District', '福田区', 2, 3, 2254, 11406, 3],
  ],
}
const shenzhen: Place = {
  id: '1795565',
  name: { en: 'Shenzhen', 'zh-CN': '深圳市' },
  area: { en: 'Guangdong', 'zh-CN': '广东省' },
  countryCode: 'CN',
  lat: 22.545,
  lon: 114.068,
  population: 17_494_398,
  otherNames: [],
}

describe('the regions of the network', () => {
  it('are places below their country, named with what lies above them', () => {
    const places = regionPlaces(FILE)
    expect(places.map((place) => placeTitle(place, 'zh-CN'))).toEqual([
      '广东省',
      '广东省深圳市',
      '广东省深圳市福田区',
    ])
    expect(places[1]?.name.en).toBe('Shenzhen')
    expect(places[2]?.region).toEqual({ id: 'shenzhen-futian', level: 'district', outletCount: 3 })
  })
  it('give the gazetteer’s city their page and leave it its position', () => {
    const [city, ...others] = withRegions([shenzhen], regionPlaces(FILE))
    expect(city).toMatchObject({ id: '1795565', lat: 22.545, region: { id: 'shenzhen' } })
    expect(others.map(({ id }) => id)).toEqual(['region-guangdong', 'region-shenzhen-futian'])
  })
  it('stay apart from a town of the same name elsewhere', () => {
    const town = { ...shenzhen, id: '2', name: { en: 'Shenzhen', 'zh-CN': '深圳镇' } }
    expect(withRegions([town], regionPlaces(FILE))[0]?.region).toBeUndefined()
  })
})
