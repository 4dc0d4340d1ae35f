import { type Analysis, SILENT_WAYS } from '#domain/voices/analysis.ts'
import { formatMonth } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'
import type { HeardRegion } from '../analyse-voices.ts'
import { addressOf, type VoicesAsked } from '../voices-query.ts'
import { OverTimeTable, percent, ShareCells, ShareHead } from './voices-parts.tsx'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly ask: VoicesAsked
  readonly regions: readonly HeardRegion[]
  readonly analysis: Analysis | null
}
type Told = { readonly t: Translate; readonly locale: Locale; readonly analysis: Analysis }

const Question = ({ t, locale, ask, regions }: Props) => {
  const { typed, wrong } = ask
  return (
    <form className="desk-row voices-question" method="get" action="/desk/voices/">
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="desk-field">
          <span>{t(`desk.voices.${name}`)}</span>
          <input
            className="input"
            type="month"
            name={name}
            value={typed[name]}
            pattern="\d{4}-\d{2}"
            aria-invalid={wrong.includes('period') ? 'true' : undefined}
          />
        </label>
      ))}
      {regions.length > 0 && (
        <label className="desk-field">
          <span>{t('desk.voices.region')}</span>
          <select className="select" name="region">
            <option value="">{t('desk.voices.all_mine')}</option>
            {regions.map(({ id, name }) => (
              <option key={id} value={id} selected={id === typed.region}>
                {name[locale]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="desk-field">
        <span>{t('desk.voices.outlet')}</span>
        <input
          className="input"
          name="outlet"
          value={typed.outlet}
          maxLength={12}
          autoComplete="off"
          aria-invalid={wrong.includes('outlet') ? 'true' : undefined}
        />
      </label>
      <button className="btn btn-primary" type="submit">
        {t('desk.voices.look')}
      </button>
    </form>
  )
}

const monthsOf = (locale: Locale, { months }: Analysis): readonly string[] =>
  months.map((month) => formatMonth(locale, month))

const Themes = ({ t, locale, analysis }: Told) => (
  <section className="desk-stack" aria-labelledby="themes">
    <h2 id="themes">{t('desk.voices.themes')}</h2>
    <OverTimeTable
      t={t}
      title={t('desk.voices.theme')}
      months={monthsOf(locale, analysis)}
      rows={analysis.themes.map(({ code, perMonth, total }) => ({
        label: t(`feedback.theme.${code}`),
        cells: perMonth.map((count) => formatNumber(count)),
        total: formatNumber(total),
      }))}
    />
  </section>
)

const Causes = ({ t, locale, analysis }: Told) => (
  <section className="desk-stack" aria-labelledby="causes">
    <h2 id="causes">{t('desk.voices.causes')}</h2>
    <OverTimeTable
      t={t}
      title={t('desk.voices.cause')}
      months={monthsOf(locale, analysis)}
      rows={analysis.causes.map(({ code, perMonth, total }) => ({
        label: t(`desk.complaints.cause.${code}`),
        cells: perMonth.map((count) => formatNumber(count)),
        total: formatNumber(total),
      }))}
    />
  </section>
)

const SurveysOverTime = ({ t, locale, analysis }: Told) => {
  const { surveysOverTime, surveys } = analysis
  const months = monthsOf(locale, analysis)
  const line = (name: 'csat' | 'dsat') => ({
    label: t(`desk.surveys.${name}`),
    cells: surveysOverTime.map((month) => {
      const share = month[name]
      return share ? `${percent(share.share)} / ${share.n}` : t('desk.voices.no_data')
    }),
    total: surveys[name] ? percent(surveys[name].share) : t('desk.voices.no_data'),
  })
  return (
    <section className="desk-stack" aria-labelledby="over-time">
      <h2 id="over-time">{t('desk.voices.surveys_over_time')}</h2>
      <OverTimeTable
        {...{ t, months, title: t('desk.voices.answered_share') }}
        rows={[line('csat'), line('dsat')]}
      />
    </section>
  )
}

const Pareto = ({ t, analysis }: Pick<Told, 't' | 'analysis'>) => (
  <section className="desk-stack" aria-labelledby="pareto">
    <h2 id="pareto">{t('desk.voices.pareto')}</h2>
    {analysis.pareto.length === 0 ? (
      <p>{t('desk.voices.nothing')}</p>
    ) : (
      <div className="desk-scroll">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t('desk.voices.cause')}</th>
              <th scope="col" className="voices-number">
                {t('desk.voices.count')}
              </th>
              <th scope="col">{t('desk.voices.share')}</th>
              <th scope="col" className="voices-number">
                {t('desk.voices.cumulative')}
              </th>
            </tr>
          </thead>
          <tbody>
            {analysis.pareto.map(({ code, count, share, cumulative }) => (
              <tr key={code}>
                <th scope="row">{t(`desk.complaints.cause.${code}`)}</th>
                <td className="voices-number">{formatNumber(count)}</td>
                <td>
                  <progress className="voices-bar" max={1} value={share} aria-hidden="true" />
                  <small>{percent(share)}</small>
                </td>
                <td className="voices-number">{percent(cumulative)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
)

const Surveys = ({ t, analysis }: Pick<Told, 't' | 'analysis'>) => {
  const { surveys, dimensions } = analysis
  const { nps, needed, isBigEnough } = surveys
  return (
    <section className="desk-stack" aria-labelledby="surveys">
      <h2 id="surveys">{t('desk.voices.surveys')}</h2>
      <div className="desk-scroll">
        <table className="desk-table">
          <ShareHead t={t} what={t('desk.voices.answered_share')} />
          <tbody>
            {(['csat', 'dsat', 'response'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">{t(`desk.surveys.${name}`)}</th>
                <ShareCells t={t} share={surveys[name]} />
              </tr>
            ))}
            {dimensions.map(({ dimension, mean, favourable }) => (
              <tr key={dimension}>
                <th scope="row">
                  {t(`standards.dimension.${dimension}`)}
                  {mean !== null && (
                    <small className="desk-muted">
                      {' '}
                      {t('desk.voices.mean', { mean: formatNumber(mean, 1) })}
                    </small>
                  )}
                </th>
                <ShareCells t={t} share={favourable} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <strong>{t('desk.surveys.nps')}</strong>{' '}
        {nps
          ? t('desk.voices.nps', {
              score: formatNumber(nps.score, 1),
              n: formatNumber(nps.n),
              low: formatNumber(nps.interval.low, 1),
              high: formatNumber(nps.interval.high, 1),
            })
          : t('desk.voices.no_data')}
      </p>
      <p>
        {t(isBigEnough ? 'desk.voices.big_enough' : 'desk.voices.too_small', {
          n: formatNumber(surveys.csat?.n ?? 0),
          needed: formatNumber(needed),
        })}
      </p>
      <p className="desk-muted">{t('desk.voices.dimensions_what')}</p>
    </section>
  )
}

const Silent = ({ t, analysis }: Pick<Told, 't' | 'analysis'>) => (
  <section className="desk-stack" aria-labelledby="silent">
    <h2 id="silent">{t('desk.voices.silent')}</h2>
    <div className="desk-scroll">
      <table className="desk-table">
        <ShareHead t={t} what={t('desk.voices.silent.who')} />
        <tbody>
          {SILENT_WAYS.map((who) => (
            <tr key={who}>
              <th scope="row">{t(`desk.voices.silent.${who}`)}</th>
              <ShareCells t={t} share={analysis.silent[who]} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Evidence = ({ t, analysis }: Pick<Told, 't' | 'analysis'>) => {
  const { feedback, complaints, answers, medianAgeDays } = analysis.evidence
  return (
    <div>
      <p>
        {t('desk.voices.evidence', {
          feedback: formatNumber(feedback),
          complaints: formatNumber(complaints),
          answers: formatNumber(answers),
        })}
      </p>
      {medianAgeDays !== null && (
        <p className="desk-muted">{t('desk.voices.age', { days: formatNumber(medianAgeDays) })}</p>
      )}
    </div>
  )
}

/** What customers say in a period: words counted, answers scored, and those who said nothing. */
export const VoicesView = (props: Props) => {
  const { t, locale, ask, analysis } = props
  return (
    <>
      <h1>{t('desk.voices.title')}</h1>
      <Question {...props} />
      {ask.wrong.map((what) => (
        <p key={what} className="desk-alarm" role="alert">
          {t(`desk.voices.wrong.${what}`)}
        </p>
      ))}
      {analysis && (
        <>
          <p className="desk-row">
            <a className="btn" href={addressOf('/desk/voices/words/', ask)}>
              {t('desk.voices.to_words')}
            </a>
            <a className="btn" href={addressOf('/desk/voices.csv', ask)} download>
              {t('desk.voices.csv')}
            </a>
          </p>
          <Evidence t={t} analysis={analysis} />
          <div className="voices-grid">
            <Themes {...{ t, locale, analysis }} />
            <Causes {...{ t, locale, analysis }} />
            <SurveysOverTime {...{ t, locale, analysis }} />
            <Silent t={t} analysis={analysis} />
            <Pareto t={t} analysis={analysis} />
            <Surveys t={t} analysis={analysis} />
          </div>
        </>
      )}
    </>
  )
}
