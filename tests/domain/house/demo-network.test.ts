import { describe, expect, it } from 'vitest'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { readChineseCities } from '#scripts/demo/chinese-cities.ts'
import { DEMO_COUNT, DEMO_SEED, demoNetwork } from '#scripts/demo/demo-network.ts'
import { outletsPerCity } from '#scripts/demo/demo-plan.ts'
import { onChineseLand } from '#support/on-chinese-land.ts'
import { geodesicMetres } from '#support/true-nearest.ts'

const cities = readChineseCities()
const wish = {
  seed: DEMO_SEED,
  count: DEMO_COUNT,
  today: '2026-11-21',
  isOnLand: onChineseLand,
}
const network = demoNetwork(cities, wish)
const { outlets, regions, partners } = network
const regionById = new Map(regions.map((region) => [region.id, region]))
const cityOf = (outlet: Outlet) => {
  const region = regionById.get(outlet.regionId)
  return region?.level === 'district' ? region.parentId : outlet.regionId
}
const count = (test: (outlet: Outlet) => boolean) => outlets.filter(test).length

describe('the demo network', () => {
  it('has 420 outlets in 210 cities, half of them repairing within the hour in 120 cities and more', () => {
    expect(outlets).toHaveLength(420)
    expect(new Set(outlets.map(cityOf)).size).toBe(210)
    const oneHour = outlets.filter(
      (outlet) => outlet.services.one_hour === 'done' && outlet.operation === 'open',
    )
    expect(oneHour.length).toBeGreaterThanOrEqual(200)
    expect(new Set(oneHour.map(cityOf)).size).toBeGreaterThanOrEqual(120)
  })

  it('is the same for the same seed and another for another', () => {
    expect(demoNetwork(cities, wish)).toEqual(network)
    expect(demoNetwork(cities, { ...wish, seed: 'other' }).outlets).not.toEqual(outlets)
  })

  it('says in both languages of every outlet that it is a demo', () => {
    for (const outlet of outlets) {
      expect(outlet.name.en).toContain('Demo')
      expect(outlet.name['zh-CN']).toContain('演示')
      expect(outlet.tags).toContain('demo')
    }
    for (const { name } of partners) {
      expect(name.en).toMatch(/^Demo Partner \d\d$/)
      expect(name['zh-CN']).toMatch(/^演示合作商\d\d$/)
    }
  })

  it('tells its outlets apart by code, by place and, within a city, by name', () => {
    const distinct = (of: (outlet: Outlet) => string) => new Set(outlets.map(of)).size
    expect(distinct(({ code }) => code)).toBe(420)
    expect(distinct(({ lat, lon }) => `${lat},${lon}`)).toBe(420)
    expect(distinct(({ name, address }) => name['zh-CN'] + address['zh-CN'].slice(0, 3))).toBe(420)
  })

  it('shows every kind and every sad state, a few each', () => {
    expect(new Set(outlets.map(({ kind }) => kind)).size).toBe(5)
    expect(count(({ operation }) => operation === 'closed')).toBe(5)
    expect(count(({ operation }) => operation === 'suspended')).toBe(6)
    expect(count(({ qualification }) => qualification === 'on_notice')).toBe(5)
    expect(count(({ qualification }) => qualification === 'disqualified')).toBe(4)
    expect(count(({ hoursText }) => hoursText === null)).toBeGreaterThan(5)
    expect(count(({ hoursText }) => /^Mo-Su|^Mo-Fr/.test(hoursText ?? ''))).toBeGreaterThan(200)
    expect(count(({ hoursText }) => /12:00,13/.test(hoursText ?? ''))).toBeGreaterThan(30)
  })

  it('closes with a date, suspends with a reason and dates in order', () => {
    for (const { operation, closedOn, suspension } of outlets) {
      expect(closedOn !== null).toBe(operation === 'closed')
      expect(suspension !== null).toBe(operation === 'suspended')
      if (suspension?.until) expect((suspension.from ?? '') < suspension.until).toBe(true)
    }
  })

  it('hangs every outlet on a region, municipalities not doubled', () => {
    for (const outlet of outlets) expect(regionById.has(outlet.regionId)).toBe(true)
    for (const { parentId } of regions) if (parentId) expect(regionById.has(parentId)).toBe(true)
    expect(regionById.get('beijing')?.level).toBe('province')
    expect(regions.filter(({ name }) => name['zh-CN'] === '北京市')).toHaveLength(1)
    for (const { address } of outlets) expect(address['zh-CN']).not.toMatch(/(.{2,3}市)\1/)
    expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length)
    for (const { id } of regions) expect(id).toMatch(/^[a-z0-9-]{2,60}$/)
  })

  it('writes Chinese names in simplified characters', () => {
    const known = regions.filter(({ level }) => level === 'city').map(({ name }) => name['zh-CN'])
    for (const name of ['杭州市', '深圳市', '襄阳市', '滨州市', '七台河市', '乌鲁木齐市']) {
      expect(known).toContain(name)
    }
    for (const name of known) expect(name).toMatch(/^\p{Script=Han}{2,6}市$/u)
  })

  it('stands on land, and on this side of the border', () => {
    expect(outlets.filter((outlet) => !onChineseLand(outlet)).map(({ code }) => code)).toEqual([])
  })

  it('stands within its city', () => {
    for (const outlet of outlets) {
      const region = regionById.get(outlet.regionId)
      const city = cities.find(({ zh }) => `${zh}市` === region?.name['zh-CN'])
      if (city) expect(geodesicMetres(city, outlet)).toBeLessThan(30_000)
    }
  })

  it('grows to any size without losing a city', () => {
    const large = demoNetwork(cities, { ...wish, count: 5_000 }).outlets
    expect(large).toHaveLength(5_000)
    expect(new Set(large.map(({ code }) => code)).size).toBe(5_000)
    expect(new Set(large.map(({ hoursText }) => hoursText)).size).toBeGreaterThan(20)
  })
})

it('gives each city one outlet and the rest by population, none lost to rounding', () => {
  expect(outletsPerCity([100, 10, 1], 3)).toEqual([1, 1, 1])
  const counts = outletsPerCity([100, 10, 1], 20)
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(20)
  expect(counts[0]).toBeGreaterThan(counts[1] ?? 99)
})
