import { spellCode } from '#domain/identifiers/crockford.ts'
import type { QuestionId } from '#domain/surveys/questions.ts'
import type { Dimension } from '#domain/surveys/servqual.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { LONGEST_COMMENT, type Typed } from '../survey-query.ts'
import { ScaleQuestion } from './scale-question.tsx'

export type SurveyProps = {
  readonly locale: Locale
  readonly survey: Survey
  readonly typed: Typed
  readonly commandId: string
  /** That the form was made for this survey. */
  readonly mark: string
}

const CODE_LETTERS = 13

/** What a question says, in words. */
function legendOf(t: Translate, question: QuestionId): string {
  if (question === 'csat' || question === 'ces' || question === 'nps') {
    return t(`surveys.q.${question}`)
  }
  const [turn, dimension, place] = question.split('.')
  if (turn === 'item') return t(`surveys.item.${dimension as Dimension}`)
  const item = `${dimension}_${place}` as 'empathy_1'
  return t(`surveys.panel.${item}`)
}

const Questions = ({
  t,
  questions,
  survey,
  typed,
}: Pick<SurveyProps, 'survey' | 'typed'> & {
  readonly t: Translate
  readonly questions: readonly QuestionId[]
}) => (
  <>
    {questions.map((question) => (
      <ScaleQuestion
        key={question}
        {...{ t, question, legend: legendOf(t, question) }}
        value={typed.scores[question] ?? `${survey.scores[question] ?? ''}`}
      />
    ))}
  </>
)

const PANEL_TURNS = ['expect', 'perceive'] as const

/** The panel's two rounds, each under its own heading: the same points, asked twice. */
const PanelQuestions = (
  props: Pick<SurveyProps, 'survey' | 'typed'> & { readonly t: Translate },
) => (
  <>
    {PANEL_TURNS.map((turn) => (
      <section key={turn} className="survey-turn" aria-labelledby={`turn-${turn}`}>
        <h2 id={`turn-${turn}`}>{props.t(`surveys.panel.${turn}`)}</h2>
        <Questions
          {...props}
          questions={props.survey.questions.filter((one) => one.startsWith(turn))}
        />
      </section>
    ))}
  </>
)

const Fault = ({
  t,
  survey,
  typed,
}: Pick<SurveyProps, 'survey' | 'typed'> & { readonly t: Translate }) =>
  typed.fault && (
    // biome-ignore lint/a11y/noAutofocus: whoever sent a form that came back must learn why, first thing.
    <div className="notice" role="alert" tabIndex={-1} autoFocus>
      <h2>{t('surveys.error.title')}</h2>
      <p>
        <a href={`#q-${survey.questions[0]?.replaceAll('.', '-')}`}>
          {t(`surveys.error.${typed.fault}`)}
        </a>
      </p>
    </div>
  )

/** The survey: one page, every question optional, nothing chosen beforehand. */
export function SurveyView({ locale, survey, typed, commandId, mark }: SurveyProps) {
  const t = translator(locale)
  const { kind, id, questions } = survey
  const code = spellCode(id.slice(0, CODE_LETTERS))
  const isPanel = kind === 'panel'
  return (
    <div className="prose-column">
      <h1>{t('surveys.title')}</h1>
      <p className="repair-lead">{t(`surveys.about.${kind}`, { code })}</p>
      <p>{t(isPanel ? 'surveys.intro_panel' : 'surveys.intro')}</p>
      <Fault {...{ t, survey, typed }} />
      <form className="survey-form" method="post" action={localePath(locale, '/survey/')}>
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="about" value={mark} />
        {isPanel ? (
          <PanelQuestions {...{ t, survey, typed }} />
        ) : (
          <Questions {...{ t, survey, typed, questions }} />
        )}
        <div className="book-field">
          <label htmlFor="comment">{t('surveys.comment')}</label>
          <p id="comment-hint" className="book-hint">
            {t('surveys.comment_hint')}
          </p>
          <textarea
            {...{ id: 'comment', name: 'comment', rows: 4, maxLength: LONGEST_COMMENT }}
            className="input book-text"
            aria-describedby="comment-hint"
          >
            {typed.comment}
          </textarea>
        </div>
        <p className="book-hint">{t('surveys.privacy')}</p>
        <div className="answers">
          <button className="btn btn-primary" type="submit" name="button" value="send">
            {t('surveys.send')}
          </button>
          <button className="btn btn-quiet" type="submit" name="button" value="stop">
            {t('surveys.stop')}
          </button>
        </div>
      </form>
    </div>
  )
}
