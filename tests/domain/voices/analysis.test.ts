import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { surveyFigures } from '#domain/surveys/figures.ts'
import { analysisOf, pareto } from '#domain/voices/analysis.ts'
import { medianAgeDays } from '#domain/voices/evidence-age.ts'
import { daysOfMonth, monthsBetween } from '#domain/voices/period.ts'

const TODAY = '2026-11-21'

describe('a period', () => {
  it('is whole months, a year of them at most', () => {
    expect(monthsBetween('2026-11', '2027-01')).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(monthsBetween('2026-01', '2026-12')).toHaveLength(12)
    for (const [from, to] of [
      ['2026-01', '2027-01'],
      ['2026-02', '2026-01'],
      ['2026-13', '2026-13'],
      ['', '2026-01'],
    ] as const) {
      expect(monthsBetween(from, to), `${from} ${to}`).toBeNull()
    }
    expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01' })
  })
})

describe('a Pareto of causes', () => {
  it('is sorted, adds up to all, and leaves out what nobody said', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 8 }), (counts) => {
        const bars = pareto(counts.map((count, place) => [`c${place}`, count] as const))
        const said = counts.filter((count) => count > 0)
        expect(bars.map(({ count }) => count)).toEqual(said.toSorted((a, b) => b - a))
        if (said.length > 0) expect(bars.at(-1)?.cumulative).toBeCloseTo(1, 12)
        for (const [place, bar] of bars.entries()) {
          expect(bar.cumulative).toBeCloseTo((bars[place - 1]?.cumulative ?? 0) + bar.share, 12)
        }
      }),
      { seed: 5 },
    )
  })
})

describe('the age of evidence', () => {
  it('is the middle of when it came', () => {
    expect(medianAgeDays([{ month: '2026-11', count: 30 }], TODAY)).toBe(10)
    expect(medianAgeDays([{ month: '2026-10', count: 30 }], TODAY)).toBe(36)
    expect(
      medianAgeDays(
        [
          { month: '2026-11', count: 1 },
          { month: '2026-01', count: 9 },
        ],
        TODAY,
      ),
    ).toBeGreaterThan(290)
  })

  it('is none of no evidence', () => {
    expect(medianAgeDays([{ month: '2026-11', count: 0 }], TODAY)).toBeNull()
  })
})

describe('what customers say', () => {
  const COUNTS = {
    'feedback.received': 5,
    'feedback.tagged|theme=speed': 3,
    'feedback.tagged|theme=price': 1,
    complaints_registered: 4,
    'complaints_registered|cause=too_slow': 3,
    'complaints_registered|cause=price': 1,
    'survey.delivered': 400,
    'survey.answered': 60,
    'survey.csat|score=5': 45,
    'survey.csat|score=3': 5,
    'survey.csat|score=1': 10,
    'survey.item.empathy|score=7': 9,
    'survey.item.empathy|score=2': 1,
    'booking.arrived': 100,
    'booking.left': 7,
    'booking.booked': 50,
    'booking.missed': 5,
    'repair.handed_over': 40,
    'repair.handed_over|outcome=returned_unrepaired': 4,
  }
  const months = [
    { month: '2026-10', counts: {} },
    { month: '2026-11', counts: COUNTS },
  ]
  const analysis = analysisOf(months, TODAY)

  it('is told by theme and by cause, month by month', () => {
    expect(analysis.themes).toEqual([
      { code: 'speed', perMonth: [0, 3], total: 3 },
      { code: 'price', perMonth: [0, 1], total: 1 },
    ])
    expect(analysis.pareto).toEqual([
      { code: 'too_slow', count: 3, share: 0.75, cumulative: 0.75 },
      { code: 'price', count: 1, share: 0.25, cumulative: 1 },
    ])
  })

  it('tells the dissatisfied beside the satisfied: neither is what the other leaves', () => {
    expect(analysis.surveys.csat).toMatchObject({ hits: 45, n: 60 })
    expect(analysis.surveys.dsat).toMatchObject({ hits: 10, n: 60 })
    expect(analysis.surveys.response).toMatchObject({ hits: 60, n: 400 })
  })

  it('asks for as many answers as the page of surveys, however few were invited', () => {
    const counts = { 'survey.delivered': 3, 'survey.answered': 3, 'survey.csat|score=5': 3 }
    const few = analysisOf([{ month: '2026-11', counts }], TODAY)
    expect(few.surveys).toMatchObject({ needed: 97, isBigEnough: false })
    expect(few.surveys).toEqual(surveyFigures(counts))
  })

  it('has for each dimension how many and how sure', () => {
    const empathy = analysis.dimensions.find(({ dimension }) => dimension === 'empathy')
    expect(empathy?.favourable).toMatchObject({ hits: 9, n: 10 })
    expect(empathy?.favourable?.interval.low).toBeCloseTo(0.596, 3)
    expect(empathy?.mean).toBeCloseTo(6.5, 6)
  })

  it('is beside those who left without a word', () => {
    expect(analysis.silent.left).toMatchObject({ hits: 7, n: 100 })
    expect(analysis.silent.no_show).toMatchObject({ hits: 5, n: 50 })
    expect(analysis.silent.unrepaired).toMatchObject({ hits: 4, n: 40 })
  })

  it('is no figure where there is nothing, never nought or a hundred', () => {
    const none = analysisOf([{ month: '2026-11', counts: {} }], TODAY)
    expect(none.surveys.csat).toBeNull()
    expect(none.silent.left).toBeNull()
    expect(none.surveys.isBigEnough).toBe(false)
  })
})

describe('what is counted for it', () => {
  it('is a phone given back as it was, beside all that were', () => {
    const data = { outlet: 'HZ-001', day: '2026-11-20', outcome: 'returned_unrepaired' }
    const measures = (type: string, outcome: string) =>
      countsOfEvent({ type, data: { ...data, outcome } }).map(({ measure }) => measure)
    expect(measures('repair.handed_over', 'returned_unrepaired')).toEqual([
      'repair.handed_over',
      'repair.handed_over|outcome=returned_unrepaired',
    ])
    expect(measures('repair.handed_over', 'repaired')).toEqual(['repair.handed_over'])
    expect(measures('repair.given_up', 'returned_unrepaired')).toEqual(['repair.given_up'])
  })

  it('is each tag once, on the day it reached us, and taken back with the tag', () => {
    const standing = {
      outlet: 'HZ-001',
      zone: 'Asia/Shanghai',
      receivedAt: Date.UTC(2026, 10, 19, 20),
    }
    const counted = (themes: string[], themesBefore: string[]) =>
      countsOfEvent({
        type: 'feedback.tagged',
        data: { ...standing, day: '2026-11-25', themes, themesBefore },
      })
    // 20:00 UTC is the 20th in Shanghai.
    const of = { outlet: 'HZ-001', day: '2026-11-20' }
    expect(counted(['speed', 'price'], ['speed'])).toEqual([
      { ...of, measure: 'feedback.tagged|theme=price', by: 1 },
    ])
    expect(counted([], ['speed'])).toEqual([
      { ...of, measure: 'feedback.tagged|theme=speed', by: -1 },
    ])
  })
})
