import { describe, expect, it } from 'vitest'
import { MOST_QUESTIONS, panelAnswer, questionsOf, scoresIn } from '#domain/surveys/questions.ts'
import { DIMENSIONS } from '#domain/surveys/servqual.ts'

describe('questions', () => {
  it('are five at most after an ending, the same whenever a survey is opened', () => {
    for (const kind of ['repair', 'contact', 'complaint'] as const) {
      const questions = questionsOf(kind, '7K3M9QXF2T8BV.9')
      expect(questions.length).toBeLessThanOrEqual(MOST_QUESTIONS)
      expect(questionsOf(kind, '7K3M9QXF2T8BV.9')).toEqual(questions)
    }
  })

  it('ask satisfaction, effort and recommendation always, and every dimension about as often', () => {
    const counts = new Map<string, number>()
    for (let ending = 1; ending <= 5000; ending++) {
      const questions = questionsOf('repair', `7K3M9QXF2T8BV.${ending}`)
      expect(questions.slice(0, 3)).toEqual(['csat', 'ces', 'nps'])
      for (const one of questions.slice(3)) counts.set(one, (counts.get(one) ?? 0) + 1)
    }
    for (const dimension of DIMENSIONS) {
      expect(Math.abs((counts.get(`item.${dimension}`) ?? 0) - 2000)).toBeLessThan(200)
    }
  })

  it('of the panel are 22 pairs', () => {
    expect(questionsOf('panel', 'x')).toHaveLength(44)
  })
})

describe('scores of a form', () => {
  const questions = ['csat', 'ces', 'nps', 'item.empathy'] as const

  it("are those of the survey's questions, on their scales", () => {
    expect(scoresIn(questions, { csat: '5', nps: '0', other: '3', ces: '' })).toEqual({
      csat: 5,
      nps: 0,
    })
  })

  it.each([
    ['csat', '0'],
    ['csat', '6'],
    ['ces', '8'],
    ['nps', '11'],
    ['nps', '-1'],
    ['nps', '1.5'],
    ['csat', '=1+1'],
    ['item.empathy', '0'],
  ])('are refused whole where %s is %s', (question, score) => {
    expect(scoresIn(questions, { nps: '9', [question]: score })).toBeNull()
  })
})

it("a panel's pair counts where both halves were given", () => {
  const scores = { 'expect.empathy.1': 7, 'perceive.empathy.1': 5, 'expect.empathy.2': 6 }
  expect(panelAnswer(scores)).toEqual({ 'empathy.1': { expected: 7, perceived: 5 } })
})
