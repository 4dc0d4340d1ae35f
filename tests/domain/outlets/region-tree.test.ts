import { describe, expect, it } from 'vitest'
import type { Region } from '#domain/outlets/outlet.ts'
import { lineage, middleOf, regionFigures } from '#domain/outlets/region-tree.ts'

const aRegion = (id: string, parentId: string | null, level: Region['level']): Region => ({
  id,
  parentId,
  level,
  name: { en: id, 'zh-CN': id },
  countryCode: 'CN',
})
const regions = [
  aRegion('cn', null, 'country'),
  aRegion('cn-zhejiang', 'cn', 'province'),
  aRegion('cn-zhejiang-hangzhou', 'cn-zhejiang', 'city'),
  aRegion('cn-hainan', 'cn', 'province'),
]

describe('region tree', () => {
  it('counts an outlet in its region and everywhere above', () => {
    const figures = regionFigures(regions, [
      { regionId: 'cn-zhejiang-hangzhou', lat: 30, lon: 120 },
      { regionId: 'cn-zhejiang', lat: 29, lon: 121 },
    ])
    expect(regions.map(({ id }) => figures.get(id)?.outletCount)).toEqual([2, 2, 1, 0])
    expect(figures.get('cn-hainan')?.centre).toBeNull()
  })

  it('names the line from the country down', () => {
    const byId = new Map(regions.map((region) => [region.id, region]))
    expect(lineage(byId, 'cn-zhejiang-hangzhou').map(({ id }) => id)).toEqual([
      'cn',
      'cn-zhejiang',
      'cn-zhejiang-hangzhou',
    ])
    expect(lineage(byId, 'nowhere')).toEqual([])
  })

  it('finds the middle across the antimeridian, not on the other side of the world', () => {
    const middle = middleOf([
      { lat: 0, lon: 179 },
      { lat: 0, lon: -179 },
    ])
    expect(Math.abs(middle?.lon ?? 0)).toBeCloseTo(180, 6)
    expect(middleOf([])).toBeNull()
  })
})
