import { describe, expect, it } from 'vitest'
import { judgedFigure } from '#domain/kpis/judged-figure.ts'
import { FIGURE_IDS } from '#domain/kpis/kpi-definitions.ts'
import { kpiPlaceKey, kpiPlaceOf } from '#domain/kpis/kpi-place.ts'
import { monthsUpTo } from '#domain/kpis/months-up-to.ts'
import { targetOf } from '#domain/kpis/target-of.ts'
import type { EffectiveStandard } from '#domain/standards/effective-standard.ts'
import type { Standard } from '#domain/standards/standard.ts'
import { anEdition, aStandard } from '#support/a-standard.ts'

const inForce = (base: Partial<Standard>, held: Partial<Standard> = {}): EffectiveStandard => {
  const standard = aStandard(base)
  const edition = anEdition([standard])
  return { standard: { ...standard, ...held }, base: standard, edition, pledges: [] }
}

describe('what a figure is held to', () => {
  const walkIn = {
    kpi: 'turnaround_share',
    threshold: 3,
    target: 95,
    touchpoint: 'outlet',
  } as const

  it('is the standard of its measure, its limit and its way in', () => {
    const standards = [inForce({ id: 'walk-in', ...walkIn })]
    expect(targetOf('turnaround_walk_in_3d', standards)?.target).toBe(95)
    const held = FIGURE_IDS.filter((id) => targetOf(id, standards) !== null)
    expect(held).toEqual(['turnaround_walk_in_3d'])
  })

  it('is the promise before the minimum that serves it', () => {
    const minimum = inForce({ id: 'pace', ...walkIn, audience: 'internal', target: 97 })
    const promise = inForce({ id: 'walk-in', ...walkIn })
    expect(targetOf('turnaround_walk_in_3d', [minimum, promise])?.target).toBe(95)
    expect(targetOf('turnaround_walk_in_3d', [minimum])?.target).toBe(97)
  })

  it('is HQ’s own target where a pledge measures by another limit, and a stricter target by the same', () => {
    const other = inForce(walkIn, { threshold: 2, target: 99 })
    expect(targetOf('turnaround_walk_in_3d', [other])?.target).toBe(95)
    const stricter = inForce(walkIn, { target: 99 })
    expect(targetOf('turnaround_walk_in_3d', [stricter])?.target).toBe(99)
  })

  it('tells questions from complaints, and holds no median to what is told of nine in ten', () => {
    const answered = { kpi: 'answered_in_time', threshold: 24, target: 95 } as const
    const asked = [inForce({ ...answered, stage: 'ask' })]
    expect(targetOf('feedback_answered_in_time', asked)?.target).toBe(95)
    expect(targetOf('complaint_contact_in_time', asked)).toBeNull()
    const found = inForce({ id: 'genuine-outlet', ...answered, stage: 'find' })
    expect(targetOf('feedback_answered_in_time', [found])).toBeNull()
    const after = [inForce({ ...answered, stage: 'after' })]
    expect(targetOf('complaint_contact_in_time', after)?.target).toBe(95)
    expect(targetOf('feedback_answered_in_time', after)).toBeNull()
    const time = {
      kpi: 'turnaround_p90',
      threshold: null,
      target: 48,
      touchpoint: 'outlet',
    } as const
    expect(targetOf('turnaround_walk_in_p90', [inForce(time)])?.target).toBe(48)
    expect(targetOf('turnaround_walk_in_p50', [inForce(time)])).toBeNull()
  })
})

describe('what may be said of a month', () => {
  const counts = { handed_over: 100, repeat_30: 5 }
  const told = (today: string, target: number | null = 3) =>
    judgedFigure('repeat_30', { counts, month: '2026-10', today, target })

  it('is nothing before it is final, and kept or missed from then on', () => {
    expect(told('2026-11-30')).toMatchObject({ value: 5, met: null, finalOn: '2026-12-01' })
    expect(told('2026-12-01')).toMatchObject({ value: 5, met: false, finalOn: null })
    expect(told('2026-12-01', 5).met).toBe(true)
    expect(told('2026-12-01', null).met).toBeNull()
  })

  it('is neither kept nor missed without data', () => {
    const empty = { counts: {}, month: '2026-09', today: '2026-12-01', target: 3 }
    expect(judgedFigure('repeat_30', empty)).toMatchObject({ value: null, met: null })
  })
})

describe('a place in an address', () => {
  it.each(['network', 'region/cn-zhejiang', 'partner/p-1', 'outlet/SZ-001'])(
    'reads as it is written: %s',
    (key) => {
      const place = kpiPlaceOf(key)
      expect(place && kpiPlaceKey(place)).toBe(key)
    },
  )

  it.each([
    '',
    'region',
    'region/',
    'region/a/b',
    'network/x',
    'galaxy/x',
    'outlet/<b>',
    'region/../x',
  ])('isn’t read from "%s"', (key) => {
    expect(kpiPlaceOf(key)).toBeNull()
  })
})

it('goes back over the turn of a year', () => {
  expect(monthsUpTo('2027-02', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
})
