import { definitionText } from '#components/kpis/definition-text.ts'
import { FIGURE_IDS } from '#domain/kpis/kpi-definitions.ts'
import type { Back } from '#functions/desk-network/staff-pages.tsx'
import {
  FaultList,
  Field,
  Refusal,
  Seen,
  Select,
} from '#functions/desk-network/views/form-parts.tsx'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ShownContests } from '../show-contests.ts'
import { ToPublications } from './to-publications.tsx'

type Props = ShownContests &
  Back & {
    readonly t: Translate
    readonly locale: Locale
    readonly mayRaise: boolean
    readonly commandId: string
  }

const Raise = ({ t, locale, months, own, typed, faults, commandId }: Props) => (
  <form className="desk-form desk-narrow" method="post" action="">
    <Seen commandId={commandId} />
    <Field
      {...{ t, faults, name: 'outlet', required: true, maxLength: 12 }}
      label={t('desk.contests.outlet')}
      value={typed.text('outlet') || (own[0] ?? '')}
    />
    <Select
      {...{ t, faults, name: 'month', value: typed.text('month') }}
      label={t('desk.publications.month')}
      options={months.map(({ month, contestUntil }) => ({
        value: month,
        label: t('desk.contests.until', { month, day: contestUntil }),
      }))}
    />
    <Select
      {...{ t, faults, name: 'kpi', value: typed.text('kpi') }}
      label={t('desk.publications.figure')}
      options={FIGURE_IDS.map((value) => ({ value, label: definitionText(locale, value).title }))}
    />
    <Field
      {...{ t, faults, name: 'said', rows: 4, required: true, maxLength: 1000 }}
      label={t('desk.contests.said')}
      value={typed.text('said')}
    />
    <Field
      {...{ t, faults, name: 'repair', maxLength: 20 }}
      label={t('desk.contests.repair')}
      hint={t('desk.contests.repair.hint')}
      value={typed.text('repair')}
    />
    <button className="btn btn-primary" type="submit">
      {t('desk.contests.raise')}
    </button>
  </form>
)

/** What outlets contest, and the form for it while a month's window is open. */
export const ContestsView = (props: Props) => {
  const { t, locale, contests, months, mayRaise, refusal, faults } = props
  return (
    <>
      <ToPublications t={t} />
      <h1>{t('desk.contests.title')}</h1>
      <p>{t('desk.contests.what')}</p>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      {mayRaise && months.length > 0 && <Raise {...props} />}
      <section className="desk-part" aria-labelledby="all">
        <h2 id="all">{t('desk.contests.all')}</h2>
        {contests.length === 0 && <p>{t('desk.contests.none')}</p>}
        <ul className="desk-list">
          {contests.map(({ id, outlet, month, kpi, status }) => (
            <li key={id}>
              <a className="tap-target" href={`/desk/publications/contests/${id}/`}>
                {outlet} · {month} · {definitionText(locale, kpi).title}
              </a>{' '}
              {t(`desk.contests.status.${status}`)}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
