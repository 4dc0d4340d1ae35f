import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '#domain/kpis/wilson.ts'
import { nps, npsVariance } from '#domain/surveys/nps.ts'
import { sampleNeeded } from '#domain/surveys/sample-size.ts'
import { ces, csat, dsat, recommendingOf, responseRate } from '#domain/surveys/scores.ts'
import {
  type Dimension,
  dimensionGap,
  ITEMS,
  type PanelAnswer,
  unweightedScore,
} from '#domain/surveys/servqual.ts'

describe('Wilson 95 %', () => {
  // Newcombe RG (1998), Two-sided confidence intervals for the single proportion: comparison of seven
  // methods. Statistics in Medicine 17(8), 857-872: table I, method 3 (score, no continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as Newcombe tabulates it', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  // This project's own definition, docs/domain.md.
  it.each([
    [9, 10, 59.6, 98.2],
    [45, 50, 78.6, 95.7],
    [270, 300, 86.1, 92.9],
  ])('of %i in %i is what our figures promise', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n)
    expect(100 * (interval?.low ?? Number.NaN)).toBeCloseTo(low, 1)
    expect(100 * (interval?.high ?? Number.NaN)).toBeCloseTo(high, 1)
  })
})

describe('CSAT', () => {
  // Delighted, "How is CSAT calculated?", https://help.delighted.com/article/240-how-is-csat-calculated
  const delighted = { 5: 42, 4: 32, 3: 10, 2: 9, 1: 14 }

  it('of 74 satisfied in 107 is 69.16 %', () => {
    expect(csat(delighted)).toMatchObject({ hits: 74, n: 107 })
    expect(100 * (csat(delighted)?.share ?? 0)).toBeCloseTo(69.16, 2)
  })

  it("leaves room for those who are neither: the dissatisfied aren't the rest", () => {
    const satisfied = csat(delighted)?.share ?? 0
    const dissatisfied = dsat(delighted)?.share ?? 0
    expect(100 * dissatisfied).toBeCloseTo((100 * 23) / 107, 6)
    expect(satisfied + dissatisfied).toBeCloseTo(1 - 10 / 107, 12)
  })

  // Wyapy, "How to Calculate CSAT", https://www.wyapy.com/guides/customer-feedback/how-to-calculate-csat
  it('of 160 satisfied in 200 is 80 %', () => {
    expect(csat({ 5: 120, 4: 40, 3: 20, 2: 10, 1: 10 })?.share).toBeCloseTo(0.8, 12)
  })

  // VoC Metrics, "What is CSAT and how is CSAT score calculated?", article 9647540 of their help centre.
  it('of 30 satisfied in 50 is 60 %', () => {
    expect(csat({ 5: 10, 4: 20, 3: 10, 2: 5, 1: 5 })?.share).toBeCloseTo(0.6, 12)
  })
})

describe('NPS', () => {
  // DELA annual report 2018, glossary, https://annualreport2018.dela.nl/begrippenlijst/net-promotor-score
  it('of 30 % promoters and 20 % detractors is +10', () => {
    expect(nps({ promoters: 30, passives: 50, detractors: 20 })?.score).toBeCloseTo(10, 12)
  })

  // J. Maturen, NPS confidence, https://gist.github.com/jdmaturen/2995b2795c63825feec0
  it('of 250 promoters and 75 detractors in 1,000 is 17.5, from about 14 to 21', () => {
    const found = nps({ promoters: 250, passives: 675, detractors: 75 })
    expect(found?.score).toBeCloseTo(17.5, 12)
    expect(Math.abs((found?.interval.low ?? 0) - 14.3)).toBeLessThan(0.5)
    expect(Math.abs((found?.interval.high ?? 0) - 20.5)).toBeLessThan(0.5)
  })

  // W. Huber (2011), Cross Validated, https://stats.stackexchange.com/a/18609: 1/2, 1/3, 1/6 of a population.
  it('of a half, a third and a sixth is a third of a hundred, with variance 5/9', () => {
    const counts = { promoters: 3, passives: 2, detractors: 1 }
    expect(nps(counts)?.score).toBeCloseTo(100 / 3, 12)
    expect(npsVariance(counts)).toBeCloseTo(5 / 9, 12)
  })

  // J. Lewis and J. Sauro (2021), https://measuringu.com/nps-three-confidence-intervals/: n + 3, ¾ more
  // promoters and ¾ more detractors, then the Wald interval of the difference of two proportions.
  it('has the interval of the adjusted counts, which is wider than nothing where all agree', () => {
    const all = nps({ promoters: 7, passives: 0, detractors: 0 })
    const [p, d] = [7.75 / 10, 0.75 / 10]
    const reach = 1.959964 * Math.sqrt((p + d - (p - d) ** 2) / 10)
    expect(all?.interval.low).toBeCloseTo(100 * (p - d - reach), 4)
    expect(all?.interval.high).toBe(100)
    expect(nps({ promoters: 1, passives: 0, detractors: 0 })?.interval.high).toBe(100)
  })

  it('counts 9 and 10 for it, 0 to 6 against it, 7 and 8 for neither', () => {
    const oneEach = Object.fromEntries(Array.from({ length: 11 }, (_, score) => [score, 1]))
    expect(recommendingOf(oneEach)).toEqual({ promoters: 2, passives: 2, detractors: 7 })
  })
})

describe('CES and response rate', () => {
  it('count 5 to 7 of 1-7 as easy', () => {
    expect(ces({ 1: 1, 4: 1, 5: 1, 6: 1, 7: 1 })).toMatchObject({ hits: 3, n: 5 })
  })

  // A. Mwongoso, I. Kazungu and R. Kiwia (2015), IJECM III(6), p. 298: 132 of 180 asked, 73.3 %.
  it('are valid answers of those delivered', () => {
    expect(100 * (responseRate({ answered: 132, delivered: 180 })?.share ?? 0)).toBeCloseTo(73.3, 1)
  })

  it('say nothing of nobody', () => {
    expect([csat({}), dsat({}), ces({}), nps(recommendingOf({}))]).toEqual([null, null, null, null])
    expect(responseRate({ answered: 0, delivered: 0 })).toBeNull()
  })
})

describe('a sample', () => {
  // Cochran (1977), Sampling Techniques: z² p q / e² with p = q = 1/2.
  it.each([
    [0.05, 385],
    [0.04, 601],
    [0.1, 97],
  ])('within %d needs %i answers', (margin, needed) => {
    expect(sampleNeeded({ margin })).toBe(needed)
  })
})

/** One person whose answers to each statement of a dimension are the means of a published table. */
const answering = (means: Readonly<Record<Dimension, readonly [number, number]>>): PanelAnswer =>
  Object.fromEntries(
    ITEMS.map(({ id, dimension }) => {
      const [perceived, expected] = means[dimension]
      return [id, { perceived, expected }]
    }),
  )

describe('SERVQUAL', () => {
  // "Effective strategies for optimizing the services marketing of Shahrazad restaurant OY" (thesis), table 5:
  // means of perceptions and expectations of 51 customers, and their gaps.
  const shahrazad = answering({
    tangibles: [3.5147, 3.9412],
    reliability: [3.4771, 3.9085],
    responsiveness: [3.5686, 4.0],
    assurance: [3.4771, 3.9706],
    empathy: [3.8922, 3.549],
  })

  it.each([
    ['tangibles', -0.4265],
    ['reliability', -0.4314],
    ['responsiveness', -0.4314],
    ['assurance', -0.4935],
    ['empathy', 0.3432],
  ] as const)('gap of %s is perception minus expectation: %d', (dimension, gap) => {
    expect(dimensionGap([shahrazad], dimension)?.gap).toBeCloseTo(gap, 4)
  })

  // J. de Jonge, "The Unweighted Average SERVQUAL Score", https://www.12manage.com/forum.asp?TB=zeithaml_servqual&S=54
  it('without weights is the mean of the five gaps: -0.86', () => {
    const gaps = {
      ...{ tangibles: -0.65, reliability: -1.1, responsiveness: -0.83 },
      ...{ assurance: -0.7, empathy: -1.01 },
    }
    expect(unweightedScore(gaps)).toBeCloseTo(-0.86, 2)
    expect(unweightedScore(gaps)).toBeCloseTo(-4.29 / 5, 12)
  })
})
