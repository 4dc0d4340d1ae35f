import { describe, expect, it } from 'vitest'
import { mapLinks } from '#domain/outlets/map-links.ts'

const at = {
  wgs84: { lat: 22.5431, lon: 114.0579 },
  gcj02: { lat: 22.54027, lon: 114.062974 },
  bd09: { lat: 22.546054, lon: 114.069487 },
}
const NAME = '福田客户服务中心, 2楼 (旗舰)'

const linkTo = (app: string, countryCode = 'CN') =>
  mapLinks(countryCode, NAME, at, 'fixpoint').find((link) => link.app === app)?.href ?? ''
const query = (app: string) => new URL(linkTo(app)).searchParams

describe('map links', () => {
  it('gives Amap GCJ-02 with the longitude first, and no comma inside the name', () => {
    expect(query('amap').get('to')).toBe('114.062974,22.540270,福田客户服务中心  2楼 (旗舰)')
    expect(query('amap').get('coordinate')).toBe('gaode')
  })

  it('gives Tencent GCJ-02 and Baidu BD-09, latitude first, and says which', () => {
    expect(query('tencent').get('tocoord')).toBe('22.540270,114.062974')
    expect(query('baidu').get('destination')).toBe(`latlng:22.546054,114.069487|name:${NAME}`)
    expect(query('baidu').get('coord_type')).toBe('bd09ll')
  })

  it('gives Apple, Google and the device’s own map WGS 84', () => {
    expect(query('apple').get('daddr')).toBe('22.543100,114.057900')
    expect(query('google').get('destination')).toBe('22.543100,114.057900')
    expect(linkTo('device')).toMatch(/^geo:22\.543100,114\.057900\?q=22\.543100,114\.057900\(/)
  })

  it('asks Baidu for the way there, not for a pin, and lets no name end the place early', () => {
    expect(new URL(linkTo('baidu')).pathname).toBe('/direction')
    expect(query('baidu').get('mode')).toBe('driving')
    const [odd] = mapLinks('CN', 'A|B', at, 'fixpoint').filter(({ app }) => app === 'baidu')
    expect(new URL(odd?.href ?? '').searchParams.get('destination')).toMatch(/name:A B$/)
  })

  it('lets no name break out of a geo: label', () => {
    const label = linkTo('device').slice(linkTo('device').indexOf('(') + 1, -1)
    expect(decodeURIComponent(label)).toBe('福田客户服务中心, 2楼  旗舰 ')
    expect(label).toMatch(/^[\w%.~-]+$/)
  })

  it('offers Chinese maps in mainland China only, where they have the streets', () => {
    expect(mapLinks('CN', NAME, at, 'fixpoint').map(({ app }) => app)).toEqual([
      'amap',
      'baidu',
      'tencent',
      'apple',
      'google',
      'device',
    ])
    expect(mapLinks('US', NAME, at, 'fixpoint').map(({ app }) => app)).toEqual([
      'google',
      'apple',
      'device',
    ])
  })
})
