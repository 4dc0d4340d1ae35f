import { DIMENSIONS, type GapTable } from '#domain/surveys/servqual.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import { Field, Saved, Seen } from '#functions/desk-network/views/form-parts.tsx'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ShownWave, WaveRow } from '../show-waves.ts'

type Voice = { readonly t: Translate; readonly locale: Locale }

export type PanelProps = Voice & {
  readonly waves: readonly WaveRow[]
  readonly mayBegin: boolean
  readonly typed: Form
  readonly isBad: boolean
  readonly isSaved: boolean
  readonly commandId: string
}

const waveName = ({ t, locale }: Voice, { from_day: from, until_day: until }: WaveRow): string =>
  t('desk.surveys.wave', { from: fullDate(locale, from), until: fullDate(locale, until) })

const Begin = ({ t, typed, commandId, isBad }: PanelProps) => (
  <form className="desk-form" method="post" action="/desk/surveys/panel/">
    <Seen commandId={commandId} />
    {isBad && (
      <p className="desk-alarm" role="alert" tabIndex={-1} data-outcome>
        {t('desk.surveys.bad_value')}
      </p>
    )}
    <div className="desk-fields">
      {(['from', 'until'] as const).map((name) => (
        <Field
          key={name}
          {...{ t, name, faults: {}, type: 'date', required: true }}
          label={t(`desk.surveys.${name}_day`)}
          value={typed.text(name)}
        />
      ))}
      <Field
        {...{ t, name: 'wanted', faults: {}, inputMode: 'numeric', required: true, maxLength: 4 }}
        label={t('desk.surveys.wanted')}
        value={typed.text('wanted')}
      />
    </div>
    <button className="btn btn-primary" type="submit">
      {t('desk.surveys.begin')}
    </button>
  </form>
)

/** The panel: its waves, and the beginning of one. */
export const PanelView = (props: PanelProps) => {
  const { t, waves, mayBegin, isSaved } = props
  return (
    <>
      <h1>{t('desk.surveys.panel')}</h1>
      <Saved t={t} isSaved={isSaved} />
      <p>{t('desk.surveys.panel_what')}</p>
      {mayBegin && <Begin {...props} />}
      <section className="desk-part" aria-labelledby="waves">
        <h2 id="waves">{t('desk.surveys.waves')}</h2>
        {waves.length === 0 && <p>{t('desk.surveys.no_waves')}</p>}
        <ul className="desk-list">
          {waves.map((wave) => (
            <li key={wave.id}>
              <a className="tap-target" href={`/desk/surveys/panel/${wave.id}/`}>
                {waveName(props, wave)}
              </a>{' '}
              {t('desk.surveys.wave_asked', { asked: wave.asked, eligible: wave.eligible })}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

const twoDigits = (locale: Locale, number: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    number,
  )

const Gaps = ({
  t,
  locale,
  table,
}: Voice & { readonly table: Extract<GapTable, { kind: 'gaps' }> }) => {
  const written = (number: number): string => twoDigits(locale, number)
  return (
    <>
      <div className="desk-scroll">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t('desk.surveys.dimension')}</th>
              <th scope="col">{t('desk.surveys.n')}</th>
              <th scope="col">{t('desk.surveys.expected')}</th>
              <th scope="col">{t('desk.surveys.perceived')}</th>
              <th scope="col">{t('desk.surveys.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {DIMENSIONS.map((one) => {
              const { n, expected, perceived, gap } = table.dimensions[one]
              return (
                <tr key={one}>
                  <th scope="row">{t(`desk.surveys.dimension.${one}`)}</th>
                  <td>{n}</td>
                  <td>{written(expected)}</td>
                  <td>{written(perceived)}</td>
                  <td>{written(gap)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p>
        {t('desk.surveys.overall', {
          unweighted: written(table.unweighted),
          weighted: written(table.weighted),
        })}
      </p>
    </>
  )
}

/** One wave: its gaps, or how far it is from having any. */
export const WaveView = ({ t, locale, shown }: Voice & { readonly shown: ShownWave }) => {
  const { wave, answered, table } = shown
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/surveys/panel/">
          {t('desk.surveys.panel')}
        </a>
      </p>
      <h1>{waveName({ t, locale }, wave)}</h1>
      <p>
        {t('desk.surveys.wave_asked', { asked: wave.asked, eligible: wave.eligible })} ·{' '}
        {t('desk.surveys.wave_answered', { answered })}
      </p>
      {table.kind === 'gaps' ? (
        <Gaps {...{ t, locale, table }} />
      ) : (
        <p>{t('desk.surveys.too_few', { n: table.n })}</p>
      )}
    </>
  )
}
