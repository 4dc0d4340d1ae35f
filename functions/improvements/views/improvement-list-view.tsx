import { isOverdue } from '#domain/improvements/improvement.ts'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { SeenImprovement } from '../see-improvements.ts'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly today: string
  readonly improvements: readonly SeenImprovement[]
  readonly mayPlan: boolean
  /** Address of the next page. */
  readonly next: string | null
}

/** How it stands, and since or by when: overdue is said plainly. */
export const StandingLine = ({
  t,
  locale,
  today,
  seen,
}: Pick<Props, 't' | 'locale' | 'today'> & { readonly seen: SeenImprovement }) => {
  const { status, dueDay, firstDueDay, endedOn } = seen.improvement
  const isLate = isOverdue(seen.improvement, today)
  return (
    <>
      {t(`improvements.status.${status}`)}
      {endedOn && ` · ${fullDate(locale, endedOn)}`}
      {!endedOn && ` · ${t('improvements.due', { date: fullDate(locale, dueDay) })}`}
      {dueDay !== firstDueDay &&
        ` · ${t('improvements.first_due', { date: fullDate(locale, firstDueDay) })}`}
      {isLate && (
        <>
          {' · '}
          <strong className="desk-late">{t('improvements.overdue')}</strong>
        </>
      )}
    </>
  )
}

const Row = ({ seen, ...props }: Omit<Props, 'improvements'> & { seen: SeenImprovement }) => {
  const { t, locale } = props
  const { improvement, words, region } = seen
  const { id, owner, isPublic } = improvement
  return (
    <tr>
      <th scope="row">
        <a className="tap-target" href={`/desk/improvements/${id}/`}>
          {words.change[locale]}
        </a>
        <small className="desk-muted improvement-heard">{words.heard[locale]}</small>
      </th>
      <td data-label={t('desk.improvements.standing')}>
        <StandingLine {...props} seen={seen} />
      </td>
      <td data-label={t('desk.improvements.owner')}>
        {t(`desk.role.${owner}`)}
        {region && ` · ${region.name[locale]}`}
      </td>
      <td>{t(isPublic ? 'desk.improvements.public' : 'desk.improvements.not_public')}</td>
    </tr>
  )
}

/** Improvements: what is still to be done first, overdue foremost. */
export const ImprovementListView = (props: Props) => {
  const { t, improvements, mayPlan, next } = props
  return (
    <>
      <h1>{t('desk.improvements.title')}</h1>
      <p>{t('desk.improvements.what')}</p>
      {mayPlan && (
        <p>
          <a className="btn btn-primary" href="/desk/new-improvement/">
            {t('desk.improvements.new')}
          </a>
        </p>
      )}
      {improvements.length === 0 ? (
        <p>{t('desk.improvements.none')}</p>
      ) : (
        <div className="desk-scroll" role="region" aria-label={t('desk.improvements.title')}>
          <table className="desk-table is-stacked">
            <thead>
              <tr>
                <th scope="col">{t('desk.improvements.change')}</th>
                <th scope="col">{t('desk.improvements.standing')}</th>
                <th scope="col">{t('desk.improvements.owner')}</th>
                <th scope="col">{t('desk.improvements.shown')}</th>
              </tr>
            </thead>
            <tbody>
              {improvements.map((seen) => (
                <Row key={seen.improvement.id} {...props} seen={seen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <p>
          <a className="btn" href={next} rel="next">
            {t('desk.network.next_page')}
          </a>
        </p>
      )}
    </>
  )
}
