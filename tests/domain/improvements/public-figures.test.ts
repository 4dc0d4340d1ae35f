import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay, publicFigure } from '#domain/improvements/figure-rules.ts'
import type { Improvement, ImprovementWords } from '#domain/improvements/improvement.ts'
import { publicImprovement } from '#domain/improvements/public-improvement.ts'

const PERIOD = { from: '2026-09-01', until: '2026-10-01' }
const of = (amount: number, n: number) => publicFigure('csat', { amount, n, ...PERIOD })

describe('a published figure', () => {
  it('is none below ten people, not even how many there were', () => {
    expect(of(9, 9)).toEqual({ kind: 'too_few', ...PERIOD })
  })

  it('is a count with its interval from ten to twenty-nine', () => {
    expect(of(9, 10)).toMatchObject({ kind: 'count', hits: 9, n: 10 })
    const figure = of(9, 10)
    if (figure.kind !== 'count') throw new Error(figure.kind)
    // Wilson's interval of 9 in 10.
    expect(figure.interval.low).toBeCloseTo(0.596, 3)
    expect(figure.interval.high).toBeCloseTo(0.982, 3)
    expect(of(27, 29).kind).toBe('count')
  })

  it('is a rate from thirty', () => {
    expect(of(27, 30)).toMatchObject({ kind: 'rate', share: 0.9, n: 30 })
  })

  it('that is no count has no interval, so that it waits for thirty', () => {
    const nps = (n: number) => publicFigure('nps', { amount: -12, n, ...PERIOD })
    expect(nps(29).kind).toBe('too_few')
    expect(nps(30)).toEqual({ kind: 'value', value: -12, n: 30, ...PERIOD })
  })

  it('never tells a number of fewer than ten people, whatever the measure', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('csat', 'nps', 'complaint_rate', 'turnaround_p90' as const),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(9),
        (kpi, n, amount) => {
          const shown = publicFigure(kpi as 'csat', { amount: Math.min(amount, n), n, ...PERIOD })
          expect(Object.keys(shown).toSorted()).toEqual(['from', 'kind', 'until'])
        },
      ),
      { seed: 5 },
    )
  })
})

describe('what the public reads', () => {
  const words: ImprovementWords = {
    heard: { en: 'Too slow', 'zh-CN': '太慢' },
    change: { en: 'One more bench', 'zh-CN': '增加一个工位' },
    ...{ evidence: null, reason: null },
  }
  const improvement: Improvement = {
    ...{ id: 'imp_1', version: 1, status: 'planned', themes: ['speed'], region: null },
    ...{ owner: 'hq_quality', dueDay: '2026-12-01', firstDueDay: '2026-12-01', isPublic: true },
    ...{ kpi: 'csat', before: { amount: 5, n: 9, ...PERIOD }, after: null, endedOn: null },
  }

  it('holds no figure of so few, and nothing of what is not public', () => {
    const text = JSON.stringify(publicImprovement(improvement, words))
    expect(text).toContain('too_few')
    expect(text).not.toMatch(/"(amount|n|isPublic)"/)
    expect(publicImprovement({ ...improvement, isPublic: false }, words)).toBeNull()
  })

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-2-1', false],
    ['', false],
  ])('knows whether %s is a day', (text, is) => {
    expect(isDay(text)).toBe(is)
  })
})
