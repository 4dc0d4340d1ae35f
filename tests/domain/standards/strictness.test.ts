import { describe, expect, it } from 'vitest'
import { KPI_IDS, kpiOf } from '#domain/kpis/kpi-registry.ts'
import type { Measure } from '#domain/standards/standard.ts'
import {
  compareMeasures,
  isAtLeast,
  isMeasure,
  laxerParts,
  stricterOf,
} from '#domain/standards/strictness.ts'

const hour = (threshold: number, target: number): Measure => ({
  ...{ kpi: 'one_hour_rate', threshold, target },
})
const repeat = (threshold: number, target: number): Measure => ({
  ...{ kpi: 'repeat_rate', threshold, target },
})

describe('which of two measures is stricter', () => {
  it('finds a shorter limit and a higher share stricter where more is better', () => {
    expect(compareMeasures(hour(45, 90), hour(60, 90))).toEqual({ threshold: 1, target: 0 })
    expect(compareMeasures(hour(60, 95), hour(60, 90))).toEqual({ threshold: 0, target: 1 })
    expect(laxerParts(hour(45, 85), hour(60, 90))).toEqual(['target'])
  })

  it('finds a longer time looked at and a lower share stricter where less is better', () => {
    expect(compareMeasures(repeat(60, 3), repeat(30, 3))).toEqual({ threshold: 1, target: 0 })
    expect(compareMeasures(repeat(30, 2), repeat(30, 3))).toEqual({ threshold: 0, target: 1 })
    expect(laxerParts(repeat(14, 4), repeat(30, 3))).toEqual(['threshold', 'target'])
  })

  it('compares nothing across measures', () => {
    expect(compareMeasures(hour(60, 90), repeat(30, 3))).toBeNull()
    expect(isAtLeast(hour(60, 90), repeat(30, 3))).toBe(false)
    expect(stricterOf(hour(60, 90), repeat(1, 0))).toEqual(hour(60, 90))
  })

  it('takes the stricter of each part', () => {
    expect(stricterOf(hour(45, 90), hour(60, 95))).toEqual(hour(45, 95))
    expect(stricterOf(repeat(30, 2), repeat(60, 3))).toEqual(repeat(60, 2))
  })

  it('takes a limit exactly where the measure has one, and a target that can be reached', () => {
    expect(isMeasure(hour(60, 90))).toBe(true)
    expect(isMeasure({ ...hour(60, 90), threshold: null })).toBe(false)
    expect(isMeasure(hour(0, 90))).toBe(false)
    expect(isMeasure(hour(60, 101))).toBe(false)
    expect(isMeasure({ kpi: 'nps', threshold: null, target: -20 })).toBe(true)
    expect(isMeasure({ kpi: 'nps', threshold: 3, target: 20 })).toBe(false)
  })

  it('knows of each measure which way is better, and what it can say', () => {
    for (const id of KPI_IDS) {
      const { range, limit } = kpiOf(id)
      expect(range[0]).toBeLessThan(range[1])
      const measure = { kpi: id, threshold: limit === null ? null : 1, target: range[1] }
      expect(isMeasure(measure)).toBe(true)
    }
  })
})
