import { describe, expect, it } from 'vitest'
import { regionsOfOutlets } from '#domain/kpis/close-months.ts'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { FIGURE_IDS } from '#domain/kpis/kpi-definitions.ts'
import {
  belowPartner,
  belowRegion,
  comparedCounts,
  packedBelow,
} from '#domain/kpis/packed-below.ts'

const REGIONS = [
  { id: 'cn', parentId: null },
  { id: 'cn-zj', parentId: 'cn' },
  { id: 'cn-zj-hz', parentId: 'cn-zj' },
  { id: 'cn-zj-hzx', parentId: 'cn-zj' },
]
const outlet = (place: number, regionId: string, partnerId: string | null = null) => ({
  ...{ code: `${regionId}-${place}`, regionId, partnerId, zone: 'Asia/Shanghai' },
  ...{ en: 'One', zh: '一' },
})
const OUTLETS = [
  ...Array.from({ length: 230 }, (_, place) => outlet(place, 'cn-zj-hz', place % 2 ? 'p-1' : null)),
  outlet(1, 'cn-zj-hzx', 'p-10'),
  outlet(1, 'cn-zj'),
]
const packed = packedBelow(OUTLETS, regionsOfOutlets(REGIONS, OUTLETS), () => ({ closed: 3 }))

const codesBelow = (prefix: string): readonly string[] =>
  [...packed]
    .filter(([key]) => key.startsWith(prefix))
    .flatMap(([, outlets]) => outlets.map(([code]) => code))
    .toSorted()

describe('what lies below places, packed', () => {
  it('holds each outlet once by region and once by partner, a hundred a row', () => {
    expect(codesBelow(belowRegion([]))).toEqual(OUTLETS.map(({ code }) => code).toSorted())
    expect(Math.max(...[...packed.values()].map(({ length }) => length))).toBe(100)
    expect(codesBelow(belowPartner('p-1'))).toHaveLength(115)
  })

  it('is found by what the keys begin with: a region with all below it, and no other named alike', () => {
    expect(codesBelow(belowRegion(['cn-zj-hz', 'cn-zj', 'cn']))).toHaveLength(230)
    expect(codesBelow(belowRegion(['cn-zj', 'cn']))).toHaveLength(232)
    expect(codesBelow(belowRegion(['cn-zj-hzx', 'cn-zj', 'cn']))).toEqual(['cn-zj-hzx-1'])
  })

  it('keeps what every figure is reckoned from, and nothing else', () => {
    const counts = {
      ...{ closed: 9, unrepaired: 2, 'repair.asked': 7, 'unrepaired|barrier=other': 2 },
      ...{ 'own_held~300': 4, 'survey.nps|score=10': 3, 'turnaround|way_in=walk_in~200': 5 },
    }
    const kept = comparedCounts(counts)
    for (const id of FIGURE_IDS) expect(figureOf(id, kept), id).toEqual(figureOf(id, counts))
    expect(Object.keys(kept)).not.toContain('repair.asked')
    expect(Object.keys(kept)).not.toContain('unrepaired|barrier=other')
  })
})
