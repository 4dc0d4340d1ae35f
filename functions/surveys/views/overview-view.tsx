import { timeText } from '#functions/repairs/views/when.ts'
import { formatMonth } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Overview } from '../show-figures.ts'
import { aboutText, scoresText } from './answer-texts.ts'
import { FiguresTable, oneDigit, percent, SampleNotes } from './figures-part.tsx'

export type OverviewProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly overview: Overview
  /** The outlet looked at; null = all of the person's. */
  readonly outlet: string | null
  readonly mayExport: boolean
  readonly hasPanel: boolean
}

const Choose = ({ t, outlet }: Pick<OverviewProps, 't' | 'outlet'>) => (
  <form className="desk-row find-again" method="get" action="/desk/surveys/">
    <label className="desk-field">
      <span>{t('desk.surveys.open')}</span>
      <input
        {...{ name: 'outlet', maxLength: 12, autoComplete: 'off', spellCheck: false }}
        className="input"
        value={outlet ?? ''}
      />
    </label>
    <button className="btn" type="submit">
      {t('desk.surveys.show')}
    </button>
    {outlet !== null && (
      <a className="btn" href="/desk/surveys/">
        {t('desk.surveys.all_outlets')}
      </a>
    )}
  </form>
)

const Outlets = ({ t, locale, overview }: OverviewProps) => (
  <section className="desk-part" aria-labelledby="outlets">
    <h2 id="outlets">{t('desk.surveys.outlets')}</h2>
    <p className="desk-muted">{t('desk.surveys.outlets_note')}</p>
    <div className="desk-scroll">
      <table className="desk-table is-stacked">
        <thead>
          <tr>
            <th scope="col">{t('desk.callbacks.outlet')}</th>
            <th scope="col">{t('desk.surveys.n')}</th>
            <th scope="col">{t('desk.surveys.response')}</th>
            <th scope="col">{t('desk.surveys.csat')}</th>
            <th scope="col">{t('desk.surveys.dsat')}</th>
            <th scope="col">{t('desk.surveys.nps')}</th>
          </tr>
        </thead>
        <tbody>
          {overview.outlets.map(({ outlet, figures }) => (
            <tr key={outlet}>
              <th scope="row">
                <a className="tap-target" href={`/desk/surveys/?outlet=${outlet}`}>
                  {outlet}
                </a>
              </th>
              <td data-label={t('desk.surveys.n')}>{figures.answered}</td>
              {(['response', 'csat', 'dsat'] as const).map((name) => {
                const share = figures[name]
                return (
                  <td key={name} data-label={t(`desk.surveys.${name}`)}>
                    {share
                      ? t('desk.surveys.range', {
                          low: percent(locale, share.interval.low),
                          high: percent(locale, share.interval.high),
                        })
                      : t('desk.surveys.none')}
                  </td>
                )
              })}
              <td data-label={t('desk.surveys.nps')}>
                {figures.nps ? oneDigit(locale, figures.nps.score) : t('desk.surveys.none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Answers = ({ t, locale, overview }: OverviewProps) => (
  <section className="desk-part" aria-labelledby="answers">
    <h2 id="answers">{t('desk.surveys.answers')}</h2>
    {overview.answers.length === 0 && <p>{t('desk.surveys.no_answers')}</p>}
    <ul className="desk-list">
      {overview.answers.map(({ survey, zone, comment }) => (
        <li key={survey.id}>
          <strong>{scoresText(survey)}</strong> · {t(`desk.surveys.kind.${survey.kind}`)}
          {survey.ending ? ` · ${t(`desk.surveys.ending.${survey.ending}`)}` : ''} ·{' '}
          {timeText(locale, zone, survey.firstAnsweredAt ?? survey.invitedAt)}
          {comment !== null && <span className="survey-comment find-line">{comment}</span>}
          {survey.callback !== null && (
            <a className="tap-target" href={`/desk/callbacks/${survey.id}/`}>
              {t('desk.callbacks.one')} · {aboutText(t, survey)}
            </a>
          )}
        </li>
      ))}
    </ul>
  </section>
)

const Export = ({ t, locale, overview }: OverviewProps) => (
  <form className="desk-row find-again" method="get" action="/desk/surveys/answers.csv">
    <label className="desk-field">
      <span>{t('desk.surveys.export_month')}</span>
      <select className="select" name="month">
        {overview.months.toReversed().map((month) => (
          <option key={month} value={month}>
            {formatMonth(locale, month)}
          </option>
        ))}
      </select>
    </label>
    <button className="btn" type="submit">
      {t('desk.surveys.export')}
    </button>
  </form>
)

/** What surveys said: the figures with what they stand on, never a bare league table. */
export const OverviewView = (props: OverviewProps) => {
  const { t, locale, overview, outlet, mayExport, hasPanel } = props
  const { all, complaints, months } = overview
  const monthAt = (place: number): string => {
    const month = months.at(place)
    return month ? formatMonth(locale, month) : ''
  }
  const title = outlet ? t('desk.surveys.of_outlet', { outlet }) : t('desk.surveys.title')
  return (
    <>
      <h1>{title}</h1>
      <p>{t('desk.surveys.months', { from: monthAt(0), until: monthAt(-1) })}</p>
      <Choose {...{ t, outlet }} />
      <SampleNotes {...{ t, figures: all, ahead: overview.callsAhead }} />
      <div className="desk-columns">
        <section className="desk-part" aria-labelledby="figures">
          <h2 id="figures">{t('desk.surveys.figure')}</h2>
          <FiguresTable {...{ t, locale, figures: all }} />
        </section>
        <section className="desk-part" aria-labelledby="complaints">
          <h2 id="complaints">{t('desk.surveys.complaints')}</h2>
          <FiguresTable {...{ t, locale, figures: complaints }} />
        </section>
      </div>
      {outlet === null ? <Outlets {...props} /> : <Answers {...props} />}
      {hasPanel && (
        <p>
          <a className="btn" href="/desk/surveys/panel/">
            {t('desk.surveys.panel')}
          </a>
        </p>
      )}
      {mayExport && <Export {...props} />}
      <p className="desk-muted">{t('desk.surveys.no_coaching')}</p>
    </>
  )
}
