import { describe, expect, it } from 'vitest'
import {
  DIMENSIONS,
  type Dimension,
  dimensionGap,
  gapTable,
  ITEMS,
  type PanelAnswer,
  USUAL_WEIGHTS,
  weightedScore,
} from '#domain/surveys/servqual.ts'

const gapsOf = (gap: (dimension: Dimension) => number) =>
  Object.fromEntries(DIMENSIONS.map((one) => [one, gap(one)])) as Record<Dimension, number>

const everyone = (count: number, answer: PanelAnswer): readonly PanelAnswer[] =>
  Array.from({ length: count }, () => answer)

const full: PanelAnswer = Object.fromEntries(
  ITEMS.map(({ id, dimension }) => [
    id,
    { expected: 6, perceived: dimension === 'reliability' ? 4 : 5 },
  ]),
)

describe('the questionnaire', () => {
  it('has 22 pairs: 4, 5, 4, 4 and 5', () => {
    expect(ITEMS).toHaveLength(22)
    expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(22)
  })
})

describe('a weighted score', () => {
  it('stays on the scale of a gap whatever the weights add up to', () => {
    const alike = gapsOf(() => -1)
    expect(weightedScore(alike, USUAL_WEIGHTS)).toBeCloseTo(-1, 12)
    expect(
      weightedScore(
        alike,
        gapsOf(() => 3),
      ),
    ).toBeCloseTo(-1, 12)
  })

  it('hangs on what matters most to those asked', () => {
    const onlyReliability = gapsOf((dimension) => (dimension === 'reliability' ? -1 : 0))
    expect(weightedScore(onlyReliability, USUAL_WEIGHTS)).toBeCloseTo(-0.32, 12)
  })

  it('refuses weights that are none', () => {
    expect(() =>
      weightedScore(
        gapsOf(() => 0),
        gapsOf(() => 0),
      ),
    ).toThrow(RangeError)
    const negative = { ...USUAL_WEIGHTS, empathy: -1 }
    expect(() =>
      weightedScore(
        gapsOf(() => 0),
        negative,
      ),
    ).toThrow(RangeError)
  })
})

describe('a gap table', () => {
  it('is published from a hundred answers of one wave on', () => {
    expect(gapTable(everyone(99, full), USUAL_WEIGHTS)).toEqual({ kind: 'too_few', n: 99 })
    const table = gapTable(everyone(100, full), USUAL_WEIGHTS)
    expect(table).toMatchObject({ kind: 'gaps', n: 100, unweighted: -1.2 })
    expect(table.kind === 'gaps' && table.weighted).toBeCloseTo(-1.32, 12)
  })

  it('counts the dimension with the fewest answers', () => {
    const { 'empathy.1': _, ...rest } = full
    const withoutEmpathy = Object.fromEntries(
      Object.entries(rest).filter(([id]) => !id.startsWith('empathy')),
    )
    const answers = [...everyone(60, full), ...everyone(60, withoutEmpathy)]
    expect(gapTable(answers, USUAL_WEIGHTS)).toEqual({ kind: 'too_few', n: 60 })
  })

  it('weighs persons alike, however many statements each answered', () => {
    const one: PanelAnswer = { 'tangibles.1': { expected: 7, perceived: 1 } }
    const four: PanelAnswer = Object.fromEntries(
      [1, 2, 3, 4].map((place) => [`tangibles.${place}`, { expected: 7, perceived: 7 }]),
    )
    expect(dimensionGap([one, four], 'tangibles')?.gap).toBeCloseTo(-3, 12)
  })
})
