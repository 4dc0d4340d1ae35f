import { isScore, type Scale } from './scores.ts'
import { DIMENSIONS, type Dimension, ITEMS, type ItemId, type PanelAnswer } from './servqual.ts'
import type { SurveyKind } from './survey.ts'

/** `csat`, `ces`, `nps`, `item.empathy`; in the panel `expect.empathy.1` and `perceive.empathy.1`. */
export type QuestionId =
  | 'csat'
  | 'ces'
  | 'nps'
  | `item.${Dimension}`
  | `expect.${ItemId}`
  | `perceive.${ItemId}`

/** What somebody chose, by question; a question left out wasn't answered. */
export type Scores = Readonly<Partial<Record<QuestionId, number>>>

/** The most questions that a survey after an ending may ask; the comment is none. */
export const MOST_QUESTIONS = 5

/** The three whose answers are figures: every survey asks them, or the figures would lack answers. */
const ALWAYS = ['csat', 'ces', 'nps'] as const

/** Every pair of dimensions, each dimension in four of the ten. */
const PAIRS: readonly (readonly [Dimension, Dimension])[] = DIMENSIONS.flatMap((first, place) =>
  DIMENSIONS.slice(place + 1).map((second) => [first, second] as const),
)

const turnOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7) % PAIRS.length

const PANEL: readonly QuestionId[] = [
  ...ITEMS.map(({ id }) => `expect.${id}` as const),
  ...ITEMS.map(({ id }) => `perceive.${id}` as const),
]

/**
 * What a survey asks, in order. After an ending five: satisfaction, effort and recommendation always, and
 * two of the five quality dimensions in turn, told by the survey's id: the same survey always asks the
 * same, and each dimension gets two fifths of all answers. The panel asks all 22 pairs.
 */
export function questionsOf(kind: SurveyKind, id: string): readonly QuestionId[] {
  if (kind === 'panel') return PANEL
  const [first, second] = PAIRS[turnOf(id)] ?? ['reliability', 'empathy']
  return [...ALWAYS, `item.${first}`, `item.${second}`]
}

/** The scale that a question is answered on. `scaleOf('item.empathy')` is `item`, 1-7. */
export const scaleOf = (question: QuestionId): Scale =>
  question === 'csat' || question === 'ces' || question === 'nps' ? question : 'item'

/**
 * The scores of a form that belong to a survey's questions, each on its scale; null where one isn't: what
 * no form of ours sends is refused whole. Empty texts are questions left out.
 * `scoresIn(['csat'], { csat: '4' })` is `{ csat: 4 }`, of `'6'` it is null.
 */
export function scoresIn(
  questions: readonly QuestionId[],
  typed: Readonly<Record<string, string>>,
): Scores | null {
  const scores: Partial<Record<QuestionId, number>> = {}
  for (const question of questions) {
    const text = typed[question] ?? ''
    if (text === '') continue
    const score = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
    if (!isScore(scaleOf(question), score)) return null
    scores[question] = score
  }
  return scores
}

/** The pairs of a panel's answer, where both halves were given. */
export function panelAnswer(scores: Scores): PanelAnswer {
  return Object.fromEntries(
    ITEMS.flatMap(({ id }) => {
      const expected = scores[`expect.${id}`]
      const perceived = scores[`perceive.${id}`]
      return expected === undefined || perceived === undefined
        ? []
        : [[id, { expected, perceived }]]
    }),
  )
}
