import { describe, expect, it } from 'vitest'
import { type FaultCount, faultStatistics } from '#domain/repairs/fault-statistics.ts'
import { coarsened, lonelyCount, ordsCells, SMALLEST_CELL } from '#domain/repairs/ords-export.ts'
import type { OrdsRecord } from '#domain/repairs/ords-record.ts'

describe('fault statistics', () => {
  const COUNTS: readonly FaultCount[] = [
    { fault: 'Camera', status: 'Fixed', count: 2 },
    { fault: 'Screen', status: 'Fixed', count: 3 },
    { fault: 'Screen', status: 'End of life', count: 1 },
    { fault: 'Screen', status: 'Fixed', count: 4 },
    { fault: 'Microphone', status: 'Unknown', count: 2 },
  ]

  it('name the most frequent fault first, and add up both ways', () => {
    const { count, byStatus, faults } = faultStatistics(COUNTS)
    expect(count).toBe(12)
    expect(byStatus).toEqual({ Unknown: 2, Fixed: 9, Repairable: 0, 'End of life': 1 })
    expect(faults.map((line) => [line.fault, line.count])).toEqual([
      ['Screen', 8],
      ['Camera', 2],
      ['Microphone', 2],
    ])
    expect(faults[0]?.byStatus).toMatchObject({ Fixed: 7, 'End of life': 1 })
  })

  it('of nothing are zero', () => {
    expect(faultStatistics([])).toMatchObject({ count: 0, faults: [] })
  })
})

describe('records that are published', () => {
  const RECORD: OrdsRecord = {
    provider: 'Fixpoint',
    countryCode: 'CN',
    family: 'phone',
    brand: 'Fixpoint',
    yearOfManufacture: null,
    ageYears: null,
    fault: 'Screen',
    status: 'Fixed',
    barrier: null,
    outletCode: 'SZ-001',
    date: '2026-10-03',
  }
  const many = (count: number, change: Partial<OrdsRecord> = {}) =>
    Array.from({ length: count }, () => ({ ...RECORD, ...change }))
  const publish = (...records: readonly OrdsRecord[]) => coarsened(records, 'Fixpoint')

  it('name the outlet only where ten are of its day', () => {
    expect(publish(...many(SMALLEST_CELL)).map((one) => one.outletCode)).toEqual(
      Array(SMALLEST_CELL).fill('SZ-001'),
    )
    const days = [...many(SMALLEST_CELL - 1), ...many(1, { date: '2026-10-04' })]
    expect(publish(...days).every(({ outletCode }) => outletCode === null)).toBe(true)
  })

  it('name a brand on no list only where ten bear it', () => {
    const brandsOf = (count: number, brand: string) =>
      new Set(publish(...many(count, { brand })).map((one) => one.brand))
    expect(brandsOf(SMALLEST_CELL - 1, 'Anns Phones')).toEqual(new Set([null]))
    expect(brandsOf(SMALLEST_CELL, 'Anns Phones')).toEqual(new Set(['Anns Phones']))
    expect(brandsOf(1, 'Jolla')).toEqual(new Set([null]))
    expect(brandsOf(1, 'Nokia')).toEqual(new Set(['Nokia']))
    expect(brandsOf(1, 'Fixpoint')).toEqual(new Set(['Fixpoint']))
  })

  it('tell how many are alone in their cell', () => {
    expect(lonelyCount([...many(2), ...many(1, { brand: 'Nokia' })])).toBe(1)
    expect(lonelyCount(many(1))).toBe(1)
  })

  it('are cells of the standard, unknown brands by its word', () => {
    expect(ordsCells({ ...RECORD, brand: null, ageYears: 0.5 }, 'repair-1')).toMatchObject({
      id: 'repair-1',
      country: 'CHN',
      product_category: 'Mobile',
      product_category_id: '19',
      brand: 'Unknown',
      product_age: '0.5',
      year_of_manufacture: '',
      problem: 'Screen',
    })
  })
})
