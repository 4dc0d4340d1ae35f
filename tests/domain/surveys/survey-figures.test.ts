import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import type { SurveyAction } from '#domain/surveys/decide-survey.ts'
import { addedUp, surveyFigures } from '#domain/surveys/figures.ts'
import type { QuestionId } from '#domain/surveys/questions.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import { wantedSurvey } from '#domain/surveys/wanted-survey.ts'
import { aboutRepair, answer, DAY, ENDED, HOUR, type Taken, taken } from './a-survey.ts'

const ASKED = ENDED + HOUR
const countsOf = (all: readonly Taken[]) =>
  addedUp(
    all.flatMap(({ events }) =>
      events.flatMap((event) => countsOfEvent(event).map(({ measure, by }) => ({ [measure]: by }))),
    ),
  )

const score = (low: number, high: number) => fc.option(fc.integer({ min: low, max: high }))
const anAnswer = fc.record({
  csat: score(1, 5),
  ces: score(1, 7),
  nps: score(0, 10),
  later: score(1, 5),
  isDelivered: fc.boolean(),
  isCross: fc.boolean(),
})
type Given = typeof anAnswer extends fc.Arbitrary<infer One> ? One : never

const given = (scores: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(Object.entries(scores).filter(([, one]) => one !== null)) as Partial<
    Record<QuestionId, number>
  >

/** A survey that was answered in two goes, or never reached anybody. */
function lived({ csat, ces, nps, later, isDelivered, isCross }: Given): Taken {
  const first = given({ csat, ces, nps })
  const steps: (readonly [SurveyAction, number])[] = []
  if (!isDelivered) steps.push([{ type: 'undeliver' }, ASKED + 5 * DAY])
  else if (Object.keys(first).length > 0) {
    steps.push([answer({ scores: first, isDone: false }), ASKED])
    steps.push([
      answer({ scores: given({ csat: later }), hasComment: isCross, isSuspicious: isCross }),
      ASKED + HOUR,
    ])
  }
  return taken(steps)
}

describe('figures', () => {
  it('equal a recount from the surveys themselves, however answers were changed', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 40 }), (all) => {
        const surveys = all.map(lived)
        const figures = surveyFigures(countsOf(surveys))
        const standing = surveys.map(({ survey }) => survey)
        const having = (question: QuestionId, isHit: (score: number) => boolean) =>
          standing.filter(({ scores }: Survey) => {
            const one = scores[question]
            return one !== undefined && isHit(one)
          }).length
        expect(figures.delivered).toBe(
          standing.filter(({ status }) => status !== 'undelivered').length,
        )
        expect(figures.answered).toBe(standing.filter((one) => one.firstAnsweredAt !== null).length)
        expect(figures.csat?.n ?? 0).toBe(having('csat', () => true))
        expect(figures.csat?.hits ?? 0).toBe(having('csat', (one) => one >= 4))
        expect(figures.dsat?.hits ?? 0).toBe(having('csat', (one) => one <= 2))
        expect(figures.ces?.hits ?? 0).toBe(having('ces', (one) => one >= 5))
        expect(figures.nps?.promoters ?? 0).toBe(having('nps', (one) => one >= 9))
        expect(figures.nps?.detractors ?? 0).toBe(having('nps', (one) => one <= 6))
        expect(figures.suspected).toBe(standing.filter((one) => one.suspicion !== null).length)
        expect(figures.callbacks).toBe(standing.filter((one) => one.callback !== null).length)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('are of the day of the ending, at the outlet that was surveyed', () => {
    const { events } = taken([[answer(), ASKED + 9 * DAY]])
    const deltas = events.flatMap((event) => countsOfEvent(event))
    expect(new Set(deltas.map(({ day }) => day))).toEqual(new Set(['2026-11-18']))
    expect(new Set(deltas.map(({ outlet }) => outlet))).toEqual(new Set(['SZ-001']))
  })

  it('keep complaint handling apart, and leave the panel and the network out', () => {
    const complaint = countsOf([taken([[answer(), ASKED]], aboutRepair({ kind: 'complaint' }))])
    expect(surveyFigures(complaint).csat).toBeNull()
    expect(surveyFigures(complaint, 'complaint_survey').csat).toMatchObject({ hits: 1, n: 1 })
    expect(countsOf([taken([], aboutRepair({ kind: 'panel' }))])).toEqual({})
    expect(countsOf([taken([], aboutRepair({ outlet: null }))])).toEqual({})
  })

  it('say whether the sample is big enough to be within ten points', () => {
    const many = (answered: number) =>
      surveyFigures({
        ...{ 'survey.delivered': 1000, 'survey.answered': answered },
        'survey.csat|score=5': answered,
      })
    expect(many(96)).toMatchObject({ needed: 97, isBigEnough: false })
    expect(many(97).isBigEnough).toBe(true)
    expect(surveyFigures({}).isBigEnough).toBe(false)
  })
})

describe('a survey is wanted', () => {
  const event = (change: object) => ({
    ...{ subject: 'repair/7K3M9QXF2T8BV', version: 9, type: 'repair.handed_over' },
    happenedAt: ENDED,
    data: { status: 'closed', from: 'ready', ending: 'collected' },
    ...change,
  })

  it.each(['collected', 'delivered', 'settled', 'cancelled', 'abandoned'])(
    'an hour after the ending %s',
    (ending) => {
      const wanted = wantedSurvey(event({ data: { status: 'closed', from: 'ready', ending } }))
      expect(wanted).toEqual({ id: '7K3M9QXF2T8BV.9', kind: 'repair', dueAt: ENDED + HOUR })
    },
  )

  it('never after a lapse, nor while nothing ended', () => {
    const of = (data: object) => wantedSurvey(event({ data }))
    expect(of({ status: 'closed', from: 'requested', ending: 'lapsed' })).toBeNull()
    expect(of({ status: 'ready', from: 'quality_check', ending: null })).toBeNull()
  })

  it('after a solved contact about a repair, and a closed complaint by somebody known', () => {
    const solved = event({ subject: 'contact/cal_1', version: 1, type: 'contact.solved' })
    expect(wantedSurvey({ ...solved, data: { code: '7K3M9QXF2T8BV' } })).toMatchObject({
      ...{ id: `7K3M9QXF2T8BV.${ENDED}`, kind: 'contact' },
    })
    expect(wantedSurvey({ ...solved, data: { code: null } })).toBeNull()
    const closed = event({ subject: 'complaint/7K3M9QXF2T8BV', type: 'complaint.agreed' })
    const data = { status: 'closed', anonymous: false }
    expect(wantedSurvey({ ...closed, data })).toMatchObject({ kind: 'complaint' })
    expect(wantedSurvey({ ...closed, data: { ...data, anonymous: true } })).toBeNull()
  })
})
