import type { FixpointConfig } from '#config'
import { isEdition } from '#domain/standards/standard-set.ts'
import { networkZone, timeText } from '#functions/desk-network/views/network-time.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { DeskStandards } from '../show-standards.ts'
import { StandardList } from './set-parts.tsx'

export type SetProps = DeskStandards & {
  readonly t: Translate
  readonly locale: Locale
  readonly config: FixpointConfig
  readonly mayEdit: boolean
  readonly mayPledge: boolean
  readonly now: number
  /** Whether that was done just now. */
  readonly wasPublished: boolean
}

const Standing = ({ t, locale, config, shown, inForce, now }: SetProps) => {
  if (!shown) return <p>{t('desk.standards.none')}</p>
  const { number, version } = shown
  const date = isEdition(shown) ? timeText(locale, networkZone(config), shown.effectiveFrom) : ''
  const isComing = isEdition(shown) && shown.effectiveFrom > now
  return (
    <>
      <h2 id="shown">{t('desk.standards.set', { number, version })}</h2>
      <p>
        {!isEdition(shown) && t('desk.standards.draft')}
        {version === inForce && t('desk.standards.in_force', { date })}
        {version !== inForce && isComing && t('desk.standards.coming', { date })}
        {isEdition(shown) && version !== inForce && !isComing && t('desk.standards.was', { date })}
      </p>
      <p>{shown.scope[locale]}</p>
      <p>
        {t('desk.standards.supervisor')} · {shown.supervisor[locale]}
      </p>
      <StandardList {...{ t, locale }} standards={shown.standards} editAt={null} />
    </>
  )
}

const History = ({ t, locale, config, history, shown }: SetProps) => (
  <section className="desk-part" aria-labelledby="versions">
    <h2 id="versions">{t('desk.standards.history')}</h2>
    <ul className="desk-list">
      {history.map(({ version, number, effective_from: from }) => (
        <li key={version} className="desk-row">
          <span>{t('desk.standards.set', { number, version })}</span>
          <span className="desk-muted">
            {from === null
              ? t('desk.standards.draft')
              : t('desk.standards.was', { date: timeText(locale, networkZone(config), from) })}
          </span>
          {version !== shown?.version && (
            <a className="tap-target" href={`/desk/standards/?version=${version}`}>
              {t('desk.standards.history.see', { version })}
            </a>
          )}
        </li>
      ))}
    </ul>
  </section>
)

/** The standards as they are, minima and all. */
export const SetView = (props: SetProps) => {
  const { t, mayEdit, mayPledge, wasPublished } = props
  return (
    <>
      <h1>{t('desk.standards.title')}</h1>
      <p>{t('desk.standards.what')}</p>
      {wasPublished && (
        <p className="desk-done" role="status">
          {t('desk.standards.published')}
        </p>
      )}
      {(mayEdit || mayPledge) && (
        <p className="desk-row">
          {mayEdit && (
            <a className="btn btn-primary" href="/desk/standards/draft/">
              {t('desk.standards.to_draft')}
            </a>
          )}
          {mayPledge && (
            <a className="btn" href="/desk/standards/pledges/">
              {t('desk.standards.to_pledges')}
            </a>
          )}
        </p>
      )}
      <Standing {...props} />
      <History {...props} />
    </>
  )
}
