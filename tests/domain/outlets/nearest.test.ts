import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { OutletFilter } from '#domain/outlets/filter.ts'
import { nearestOutlets } from '#domain/outlets/nearest.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { anIndex } from '#support/an-index.ts'
import { anOutlet } from '#support/an-outlet.ts'

const NOON_IN_CHINA = Date.UTC(2026, 8, 14, 4)
const hours: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: Array.from({ length: 7 }, () => [[540, 1080]] as const),
  days: {},
  lastIntakeMinutes: 30,
  until: '2027-01-01',
  untilBecause: 'horizon',
}

function found(
  outlets: readonly Outlet[],
  filter: OutletFilter = {},
  at = NOON_IN_CHINA,
): string[] {
  const query = { lat: 30, lon: 120, limit: 10, at, filter }
  return nearestOutlets(anIndex(outlets), query).map((hit) => hit.code)
}

describe('nearest outlets', () => {
  it('finds nobody in an empty network and everybody in a small one', () => {
    expect(found([])).toEqual([])
    expect(found([anOutlet({ code: 'B-1', lat: 31 }), anOutlet({ code: 'A-1' })])).toEqual([
      'A-1',
      'B-1',
    ])
  })

  it('offers neither closed nor disqualified outlets, but those on notice', () => {
    expect(
      found([
        anOutlet({ code: 'CLOSED', operation: 'closed', closedOn: '2026-01-01' }),
        anOutlet({ code: 'OUT', qualification: 'disqualified' }),
        anOutlet({ code: 'NOTICE', qualification: 'on_notice' }),
      ]),
    ).toEqual(['NOTICE'])
  })

  it('passes over a suspended outlet from its first suspended day until the day it is back', () => {
    const suspension = { from: '2026-09-14', until: '2026-09-16', reason: null }
    const outlets = [anOutlet({ code: 'SUSP', operation: 'suspended', suspension })]
    const onDay = (day: number) => found(outlets, {}, Date.UTC(2026, 8, day, 4))
    expect([13, 14, 15, 16].map(onDay)).toEqual([['SUSP'], [], [], ['SUSP']])
  })

  it('keeps a suspended outlet away for good when no dates are given', () => {
    expect(found([anOutlet({ operation: 'suspended' })])).toEqual([])
  })

  it('tells done here from collected here', () => {
    const outlets = [
      anOutlet({ code: 'DONE', services: { one_hour: 'done' } }),
      anOutlet({ code: 'TAKES', services: { one_hour: 'collected' } }),
      anOutlet({ code: 'OTHER', services: { repair: 'done' } }),
    ]
    expect(found(outlets, { service: 'one_hour' }).sort()).toEqual(['DONE', 'TAKES'])
    expect(found(outlets, { service: 'one_hour', doneHere: true })).toEqual(['DONE'])
    expect(found(outlets, { doneHere: true }).sort()).toEqual(['DONE', 'OTHER'])
  })

  it('filters by product family, kind and known step-free access', () => {
    const outlets = [
      anOutlet({ code: 'A-1', productFamilies: ['tablet'], stepFree: true }),
      anOutlet({ code: 'A-2', kind: 'collection_point', stepFree: false }),
      anOutlet({ code: 'A-3' }),
    ]
    expect(found(outlets, { family: 'tablet' })).toEqual(['A-1'])
    expect(found(outlets, { kind: 'collection_point' })).toEqual(['A-2'])
    expect(found(outlets, { stepFree: true })).toEqual(['A-1'])
  })

  it('meets a wished language by its regional forms', () => {
    const outlets = [
      anOutlet({ code: 'ZH', languages: ['zh-CN'] }),
      anOutlet({ code: 'BOTH', languages: ['en', 'zh-CN'] }),
    ]
    expect(found(outlets, { language: 'en' })).toEqual(['BOTH'])
    expect(found(outlets, { language: 'zh' }).sort()).toEqual(['BOTH', 'ZH'])
    expect(found(outlets, { language: 'fr' })).toEqual([])
  })

  it('counts unknown hours as not open', () => {
    const outlets = [anOutlet({ code: 'KNOWN', hours }), anOutlet({ code: 'UNKNOWN' })]
    expect(found(outlets, { openAt: NOON_IN_CHINA })).toEqual(['KNOWN'])
    expect(found(outlets, { openAt: NOON_IN_CHINA + 12 * 3_600_000 })).toEqual([])
  })

  it('reaches across the antimeridian and the pole', () => {
    const outlets = [
      anOutlet({ code: 'EAST', lat: 0, lon: 179.9 }),
      anOutlet({ code: 'WEST', lat: 0, lon: -179.9 }),
      anOutlet({ code: 'FAR', lat: 0, lon: 170 }),
      anOutlet({ code: 'POLE', lat: 89.9, lon: -60 }),
    ]
    const near = (lat: number, lon: number) =>
      nearestOutlets(anIndex(outlets), { lat, lon, limit: 2, at: 0 }).map((hit) => hit.code)
    expect(near(0, -179.95)).toEqual(['WEST', 'EAST'])
    expect(near(89.9, 120)[0]).toBe('POLE')
  })

  it('names the cell an outlet stands in', () => {
    const outlets = Array.from({ length: 300 }, (_, place) =>
      anOutlet({ code: `A-${place}`, lat: 20 + (place % 17), lon: 100 + (place % 29) }),
    )
    const index = anIndex(outlets)
    const perCell = Map.groupBy(index.entries, (entry) => entry.cell)
    expect(perCell.size).toBe(index.cells.length)
    expect(Math.max(...[...perCell.values()].map((cell) => cell.length))).toBeLessThanOrEqual(40)
    expect(index.entries.map((entry) => entry.code).sort()).toEqual(
      outlets.map((outlet) => outlet.code).sort(),
    )
  })

  it('keeps positions to a metre through the file', () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
        const outlets = points.map((at, place) => anOutlet({ code: `A-${place}`, ...at }))
        for (const entry of anIndex(outlets).entries) {
          const truth = outlets.find((outlet) => outlet.code === entry.code)
          expect(Math.abs(entry.lat - (truth?.lat ?? 99))).toBeLessThan(6e-6)
          expect(Math.abs(entry.lon - (truth?.lon ?? 999))).toBeLessThan(6e-6)
        }
      }),
      { seed: 7, numRuns: 60 },
    )
  })
})
