import { deskDueAt } from '#domain/surveys/survey.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, type Translate } from '#i18n/translate.ts'
import type { ShownAnswer } from '../show-figures.ts'
import { aboutText, scoresText } from './answer-texts.ts'

export type CallbacksProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly answers: readonly ShownAnswer[]
  readonly isSaved: boolean
  /** Where the next page begins; null = this is the last one. */
  readonly next: string | null
  readonly maySeeFigures: boolean
}

type RowProps = Pick<CallbacksProps, 't' | 'locale' | 'now'> & { readonly answer: ShownAnswer }

function toDo(t: Translate, { survey }: ShownAnswer): string {
  const { callback, suspicion } = survey
  return [
    ...(callback && callback.doneAt === null ? [t('desk.callbacks.to_do.call')] : []),
    ...(suspicion?.state === 'open' ? [t('desk.callbacks.to_do.decide')] : []),
  ].join(' · ')
}

const Row = ({ t, locale, now, answer }: RowProps) => {
  const { survey, zone, comment } = answer
  const dueAt = deskDueAt(survey) ?? now
  const isLate = dueAt < now
  const time = timeText(locale, zone, dueAt)
  const tries = survey.callback?.tries.length ?? 0
  return (
    <tr className={isLate ? 'is-late' : undefined}>
      <td className="whitespace-nowrap">
        {t(isLate ? 'desk.callbacks.late' : 'desk.callbacks.by', { time })}
      </td>
      <th scope="row">
        <a className="tap-target" href={`/desk/callbacks/${survey.id}/`}>
          {toDo(t, answer)}
        </a>
        {tries > 0 && (
          <span className="desk-muted find-line">
            {plural(locale, 'desk.callbacks.tries', tries)}
          </span>
        )}
      </th>
      <td>{scoresText(survey)}</td>
      <td className="survey-comment">{comment ?? t('desk.callbacks.no_comment')}</td>
      <td className="survey-about">{aboutText(t, survey)}</td>
      <td className="whitespace-nowrap">{survey.outlet ?? t('desk.callbacks.network')}</td>
    </tr>
  )
}

const Table = (props: CallbacksProps) => {
  const { t, answers } = props
  return (
    <div className="desk-scroll">
      <table className="desk-table is-stacked">
        <thead>
          <tr>
            <th scope="col">{t('desk.callbacks.due')}</th>
            <th scope="col">{t('desk.callbacks.to_do')}</th>
            <th scope="col">{t('desk.callbacks.scores')}</th>
            <th scope="col">{t('desk.callbacks.comment')}</th>
            <th scope="col">{t('desk.callbacks.about')}</th>
            <th scope="col">{t('desk.callbacks.outlet')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <Row key={answer.survey.id} {...props} answer={answer} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What waits: whom to call back, and what to decide, the first due first. No names: they are on each one's page. */
export const CallbacksView = (props: CallbacksProps) => {
  const { t, answers, isSaved, next, maySeeFigures } = props
  return (
    <>
      <h1>{t('desk.callbacks.title')}</h1>
      {isSaved && (
        <p className="desk-done" role="status" tabIndex={-1} data-outcome>
          {t('desk.callbacks.saved')}
        </p>
      )}
      {answers.length === 0 ? <p>{t('desk.callbacks.none')}</p> : <Table {...props} />}
      {next && (
        <p>
          <a
            className="btn"
            href={`/desk/callbacks/?${new URLSearchParams({ from: next })}`}
            rel="next"
          >
            {t('desk.network.next_page')}
          </a>
        </p>
      )}
      {maySeeFigures && (
        <p>
          <a className="btn" href="/desk/surveys/">
            {t('desk.surveys.title')}
          </a>
        </p>
      )}
      <p className="desk-muted">{t('desk.callbacks.what')}</p>
      <p className="desk-muted">{t('desk.callbacks.no_coaching')}</p>
    </>
  )
}
