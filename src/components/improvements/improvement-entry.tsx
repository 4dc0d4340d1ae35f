import { lastDayOf, type PublicFigure } from '#domain/improvements/figure-rules.ts'
import { isOverdue } from '#domain/improvements/improvement.ts'
import type { PublicImprovement } from '#domain/improvements/public-improvement.ts'
import type { KpiId } from '#domain/kpis/kpi-registry.ts'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { figureText } from './figure-text.ts'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly today: string
  readonly improvement: PublicImprovement
  /** Name of its region; null = the whole network. */
  readonly region: string | null
}

const WHAT = {
  planned: 'improvements.do',
  under_way: 'improvements.do',
  done: 'improvements.did',
  dropped: 'improvements.wanted',
} as const

type FigureProps = Pick<Props, 't' | 'locale'> & {
  readonly kpi: KpiId
  readonly label: string
  readonly figure: PublicFigure | null
}

const Figure = ({ t, locale, kpi, label, figure }: FigureProps) => (
  <div className="said-figure">
    <dt>{label}</dt>
    <dd>
      {figure ? figureText({ t, locale, kpi }, figure) : t('improvements.figure.not_yet')}
      {figure && (
        <small>
          {t('improvements.period', {
            from: fullDate(locale, figure.from),
            until: fullDate(locale, lastDayOf(figure.until)),
          })}
        </small>
      )}
    </dd>
  </div>
)

const Standing = ({ t, locale, today, improvement, region }: Props) => {
  const { status, dueDay, firstDueDay, endedOn, owner } = improvement
  const day = (date: string) => fullDate(locale, date)
  const facts = [
    ...(endedOn ? [day(endedOn)] : [t('improvements.due', { date: day(dueDay) })]),
    ...(dueDay === firstDueDay ? [] : [t('improvements.first_due', { date: day(firstDueDay) })]),
    t(`desk.role.${owner}`),
    region ?? t('improvements.network'),
  ]
  return (
    <p className="said-standing">
      <strong>{t(`improvements.status.${status}`)}</strong>
      {isOverdue(improvement, today) && (
        <>
          {' '}
          <strong className="said-late">{t('improvements.overdue')}</strong>
        </>
      )}
      {facts.map((fact) => (
        <span key={fact}> · {fact}</span>
      ))}
    </p>
  )
}

/** One improvement: what was said, what is done, how it stands, and the figure before and after. */
export const ImprovementEntry = (props: Props) => {
  const { t, locale, improvement } = props
  const { id, status, heard, change, evidence, reason, kpi, before, after, earlier } = improvement
  return (
    <article className="said" aria-labelledby={id}>
      <p className="said-heard">
        <span className="said-label">{t('improvements.said')}</span>
        {heard[locale]}
      </p>
      <h3 className="said-change" id={id}>
        <span className="said-label">{t(WHAT[status])}</span>
        {change[locale]}
      </h3>
      <Standing {...props} />
      {evidence && (
        <p>
          <span className="said-label">{t('improvements.evidence')}</span>
          {evidence[locale]}
        </p>
      )}
      {reason && (
        <p>
          <span className="said-label">{t('improvements.reason')}</span>
          {reason[locale]}
        </p>
      )}
      {kpi && before && (
        <dl className="said-figures">
          <dt className="said-kpi">{t('improvements.figure')}</dt>
          <dd className="said-kpi">{t(`standards.kpi.${kpi}`)}</dd>
          <Figure {...{ t, locale, kpi, figure: before }} label={t('improvements.before')} />
          {earlier.map((figure) => (
            <Figure
              key={`${figure.from} ${figure.until}`}
              {...{ t, locale, kpi, figure }}
              label={t('improvements.earlier')}
            />
          ))}
          {status !== 'dropped' && (
            <Figure {...{ t, locale, kpi, figure: after }} label={t('improvements.after')} />
          )}
        </dl>
      )}
    </article>
  )
}
