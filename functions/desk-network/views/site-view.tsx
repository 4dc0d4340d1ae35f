import type { Operation } from '#domain/outlets/outlet.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, type Translate } from '#i18n/translate.ts'
import type { SiteState } from '../site-state.ts'
import { Refusal } from './form-parts.tsx'
import { timeText } from './network-time.ts'

/** What became of asking: the hook took it, or it did not answer as it should. */
export type Asked = 'taken' | 'hook_failed' | null

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly state: SiteState
  readonly hasHook: boolean
  readonly asked: Asked
  readonly refusal: ProblemCode | null
}

const Changes = ({ t, locale, zone, state }: Props) => {
  const { outlets, notices, isMore } = state
  if (outlets.length + notices.length === 0) return <p>{t('desk.network.site.nothing')}</p>
  return (
    <ul className="desk-list" data-changes>
      {notices.map(({ id, kind }) => (
        <li key={id}>
          <a className="tap-target" href="/desk/notices/">
            {t('desk.network.notices.title')} · {t(`desk.network.notices.kind.${kind}`)}
          </a>
        </li>
      ))}
      {outlets.map((row) => (
        <li key={row.code}>
          <a className="tap-target" href={`/desk/outlets/${row.code}/`}>
            {row.code} {locale === 'en' ? row.name_en : row.name_zh}
          </a>{' '}
          <span className="desk-muted">
            {t(`desk.network.operation.${row.operation as Operation}`)} ·{' '}
            {timeText(locale, zone, row.updated_at)}
          </span>
        </li>
      ))}
      {isMore && <li>{t('desk.network.site.more')}</li>}
    </ul>
  )
}

const Rebuild = ({ t, locale, zone, state, hasHook }: Props) => (
  <section className="desk-part" aria-labelledby="rebuild">
    <h2 id="rebuild">{t('desk.network.site.rebuild')}</h2>
    {state.asked && (
      <p>
        {t('desk.network.site.asked', {
          when: timeText(locale, zone, state.asked.at),
          who: state.asked.by,
        })}
      </p>
    )}
    {hasHook ? (
      <form method="post" action="/desk/site/rebuild">
        <button className="btn btn-primary" type="submit">
          {t('desk.network.site.rebuild.go')}
        </button>
      </form>
    ) : (
      <p>{t('desk.network.site.no_hook')}</p>
    )}
  </section>
)

/** The public site against the network as it stands, and building it anew. */
export const SiteView = (props: Props) => {
  const { t, locale, zone, state, asked, refusal } = props
  const { build, outlets } = state
  const built =
    build && (build.takenAt === null ? build.day : timeText(locale, zone, build.takenAt))
  return (
    <div className="desk-narrow">
      <h1>{t('desk.network.site.title')}</h1>
      <Refusal t={t} refusal={refusal} />
      {asked && (
        <p className={asked === 'taken' ? undefined : 'desk-alarm'} role="status">
          {t(`desk.network.site.${asked}`)}
        </p>
      )}
      <p>
        {built ? t('desk.network.site.built', { when: built }) : t('desk.network.site.no_build')}
      </p>
      <section className="desk-part" aria-labelledby="changes">
        <h2 id="changes">{plural(locale, 'desk.network.site.changed', outlets.length)}</h2>
        <p className="desk-muted">{t('desk.network.site.what')}</p>
        <Changes {...props} />
      </section>
      <Rebuild {...props} />
    </div>
  )
}
