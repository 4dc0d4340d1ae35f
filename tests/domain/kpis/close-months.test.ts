import { describe, expect, it } from 'vitest'
import {
  endedDays,
  monthsToClose,
  newRegionSums,
  regionsOfOutlets,
} from '#domain/kpis/close-months.ts'

const REGIONS = [
  { id: 'cn', parentId: null },
  { id: 'cn-zhejiang', parentId: 'cn' },
  { id: 'us', parentId: null },
]
const OUTLETS = [
  { code: 'HZ-001', regionId: 'cn-zhejiang', zone: 'Asia/Shanghai' },
  { code: 'BJ-001', regionId: 'cn', zone: 'Asia/Shanghai' },
  { code: 'NY-001', regionId: 'us', zone: 'America/New_York' },
]
const PLACED = regionsOfOutlets(REGIONS, OUTLETS)

describe('closing a month', () => {
  it('adds an outlet up in its region, in all above it and in the network, from every database', () => {
    const sums = newRegionSums(PLACED)
    sums.add({ outlet: 'HZ-001', counts: { handed_over: 5, repeat_30: 1 } })
    // A return that was learnt in another database.
    sums.add({ outlet: 'HZ-001', counts: { repeat_30: 1 } })
    sums.add({ outlet: 'BJ-001', counts: { handed_over: 2, repeat_30: -2 } })
    expect(sums.of('cn-zhejiang')).toEqual({ handed_over: 5, repeat_30: 2 })
    expect(sums.of('cn')).toEqual({ handed_over: 7 })
    expect(sums.of('network')).toEqual({ handed_over: 7 })
    expect(sums.of('us')).toEqual({})
  })

  it('counts what is about no outlet, and one that nobody knows, in the network alone', () => {
    const sums = newRegionSums(PLACED)
    sums.add({ outlet: 'none', counts: { complaints_registered: 1 } })
    sums.add({ outlet: 'GONE-9', counts: { complaints_registered: 1 } })
    expect(sums.of('network')).toEqual({ complaints_registered: 2 })
    expect(sums.of('cn')).toEqual({})
  })

  it('is due where a local day has ended, and not before it has at the last outlet of a region', () => {
    const noon = Date.UTC(2026, 9, 2, 4)
    expect([...endedDays(OUTLETS, PLACED, noon)]).toEqual([
      ['cn-zhejiang', '2026-10-01'],
      ['cn', '2026-10-01'],
      ['network', '2026-10-01'],
      ['us', '2026-10-01'],
    ])
    // Midnight has passed in Shanghai; in New York it is noon of the second.
    const ended = endedDays(OUTLETS, PLACED, Date.UTC(2026, 9, 2, 16))
    expect(ended.get('cn')).toBe('2026-10-02')
    expect(ended.get('us')).toBe('2026-10-01')
    expect(ended.get('network')).toBe('2026-10-01')
  })

  it('goes back four months, over the turn of the year', () => {
    expect(monthsToClose('2027-02-03')).toEqual([
      ...['2027-02', '2027-01', '2026-12', '2026-11', '2026-10'],
    ])
  })
})
