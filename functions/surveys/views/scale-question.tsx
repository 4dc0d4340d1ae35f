import { type QuestionId, scaleOf } from '#domain/surveys/questions.ts'
import { SCALES } from '#domain/surveys/scores.ts'
import type { Translate } from '#i18n/translate.ts'

type Props = {
  readonly t: Translate
  readonly question: QuestionId
  readonly legend: string
  /** '' = nothing chosen: no score is ever chosen for anybody. */
  readonly value: string
}

/** One question with its scale; both ends are labelled, those between are numbers alone. */
export function ScaleQuestion({ t, question, legend, value }: Props) {
  const scale = scaleOf(question)
  const { low, high } = SCALES[scale]
  const scores = Array.from({ length: high - low + 1 }, (_, place) => low + place)
  const ends: Readonly<Record<number, string>> = {
    [low]: t(`surveys.low.${scale}`),
    [high]: t(`surveys.high.${scale}`),
  }
  const first = `q-${question.replaceAll('.', '-')}`
  return (
    <fieldset className="survey-question">
      <legend>{legend}</legend>
      <p className="survey-ends" aria-hidden="true">
        <span>
          {low} = {ends[low]}
        </span>
        <span>
          {high} = {ends[high]}
        </span>
      </p>
      <div className="survey-scale">
        {scores.map((score) => (
          <label key={score} className="survey-score">
            <input
              type="radio"
              id={score === low ? first : undefined}
              name={`q.${question}`}
              value={`${score}`}
              checked={value === `${score}` ? true : undefined}
            />
            <span>
              {score}
              {ends[score] ? <span className="sr-only"> {ends[score]}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
