import { definitionText } from '#components/kpis/definition-text.ts'
import { freezeDayOf, type PublicationDays } from '#domain/publications/publication-calendar.ts'
import { EXCLUSION_REASONS } from '#domain/publications/publication-document.ts'
import type { Back } from '#functions/desk-network/staff-pages.tsx'
import {
  FaultList,
  Field,
  Refusal,
  Saved,
  Seen,
  Select,
} from '#functions/desk-network/views/form-parts.tsx'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ContestFound } from '../show-contests.ts'

type Props = ContestFound &
  Back & {
    readonly t: Translate
    readonly locale: Locale
    readonly zone: string
    readonly days: PublicationDays
    /** Of staff, by id. */
    readonly names: ReadonlyMap<string, string>
    readonly mayDecide: boolean
    readonly maySign: boolean
    /** It is somebody else's proposal. */
    readonly mayApprove: boolean
    readonly commandId: string
  }

const Decide = ({ t, contest, typed, faults, commandId }: Props) => (
  <form className="desk-form desk-narrow" method="post" action="">
    <Seen version={contest.version} commandId={commandId} />
    <Select
      {...{ t, faults, name: 'act', value: typed.text('act') }}
      label={t('desk.contests.decide')}
      options={(['exclude', 'correct', 'refuse'] as const).map((value) => ({
        ...{ value, label: t(`desk.contests.act.${value}`) },
      }))}
    />
    {(['from', 'to'] as const).map((name) => (
      <Field
        key={name}
        {...{ t, faults, name, type: 'date', value: typed.text(name) }}
        label={t(`desk.contests.${name}`)}
      />
    ))}
    <Select
      {...{ t, faults, name: 'reason', value: typed.text('reason') }}
      label={t('desk.contests.reason')}
      options={EXCLUSION_REASONS.map((value) => ({
        ...{ value, label: t(`desk.contests.reason.${value}`) },
      }))}
    />
    <Field
      {...{ t, faults, name: 'answer', rows: 3, maxLength: 1000, value: typed.text('answer') }}
      label={t('desk.contests.answer')}
    />
    <button className="btn btn-primary" type="submit">
      {t('desk.contests.decide')}
    </button>
  </form>
)

const Approve = ({ t, contest, mayApprove, commandId }: Props) => (
  <form className="desk-form desk-narrow" method="post" action="">
    <Seen version={contest.version} commandId={commandId} />
    {mayApprove ? (
      <button className="btn btn-primary" type="submit" name="act" value="approve">
        {t('desk.contests.act.approve')}
      </button>
    ) : (
      <p>{t('desk.contests.second')}</p>
    )}
    <button className="btn" type="submit" name="act" value="send_back">
      {t('desk.contests.act.send_back')}
    </button>
  </form>
)

const Facts = ({ t, locale, zone, contest, words, names }: Props) => {
  const { raisedBy, raisedAt, repair, exclusion, decidedBy, approvedBy } = contest
  const nameOf = (id: string) => names.get(id) ?? id
  return (
    <>
      <p>
        {t('desk.contests.by', { name: nameOf(raisedBy) })} · {timeText(locale, zone, raisedAt)}
      </p>
      <blockquote>{words.said}</blockquote>
      {repair && (
        <p>
          {t('desk.contests.repair')}: <a href={`/desk/repairs/${repair}/`}>{repair}</a>
        </p>
      )}
      {exclusion && (
        <p>
          {t('desk.contests.days', { from: exclusion.from, to: exclusion.to })}{' '}
          {t(`desk.contests.reason.${exclusion.reason}`)}
        </p>
      )}
      {decidedBy && <p>{t('desk.contests.decided_by', { name: nameOf(decidedBy) })}</p>}
      {approvedBy && <p>{t('desk.contests.approved_by', { name: nameOf(approvedBy) })}</p>}
      {words.answer && <blockquote>{words.answer}</blockquote>}
    </>
  )
}

/** One contest: what the outlet says, and what is decided about it by whom. */
export const ContestView = (props: Props) => {
  const { t, locale, contest, days, mayDecide, maySign, refusal, faults, isSaved } = props
  const { outlet, month, kpi, status } = contest
  const isOpen = status === 'open' || status === 'proposed'
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/publications/contests/">
          {t('desk.contests.title')}
        </a>
      </p>
      <h1>
        {outlet} · {month} · {definitionText(locale, kpi).title}
      </h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <Saved t={t} isSaved={isSaved} />
      <p>
        {t(`desk.contests.status.${status}`)}
        {isOpen && ` · ${t('desk.contests.before', { day: freezeDayOf(month, days) })}`}
      </p>
      <Facts {...props} />
      {status === 'open' && mayDecide && <Decide {...props} />}
      {status === 'proposed' && maySign && <Approve {...props} />}
    </>
  )
}
