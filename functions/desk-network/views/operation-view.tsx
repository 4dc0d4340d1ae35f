import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import type { LeftBehind } from '#functions/outlets/edit-operation.ts'
import type { EditableOutlet } from '#functions/outlets/edit-outlet.ts'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, type Translate } from '#i18n/translate.ts'
import type { Form } from '../form-query.ts'
import { Seen } from './form-parts.tsx'
import { Carried } from './preview-parts.tsx'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly found: EditableOutlet
  readonly action: OutletAction
  readonly left: LeftBehind
  readonly commandId: string
  readonly typed: Form
}

/** What the stop would be, as it was typed. */
const Wish = ({ t, locale, action }: Pick<Props, 't' | 'locale' | 'action'>) => {
  if (action.type === 'close') {
    return <p>{t('desk.network.until', { date: fullDate(locale, action.on) })}</p>
  }
  if (action.type !== 'suspend') return null
  const { from, until, reason } = action
  const dates = [
    from && t('desk.network.from', { date: fullDate(locale, from) }),
    until && t('desk.network.until', { date: fullDate(locale, until) }),
  ].filter(Boolean)
  return (
    <>
      {dates.length > 0 && <p>{dates.join(' ')}</p>}
      {reason && <p className="desk-muted">{t('desk.network.reason')}</p>}
      {reason && <p lang="en">{reason.en}</p>}
      {reason && reason['zh-CN'] !== reason.en && <p lang="zh-CN">{reason['zh-CN']}</p>}
    </>
  )
}

/** Asks before an outlet's work stops, and says what becomes of its visits and phones. */
export const OperationView = ({ t, locale, found, action, left, commandId, typed }: Props) => {
  const { outlet, version } = found
  const act = action.type === 'close' ? 'close' : 'suspend'
  return (
    <div className="desk-narrow">
      <h1>{t(`desk.network.${act}.ask`, { outlet: `${outlet.code} ${outlet.name[locale]}` })}</h1>
      <p className={act === 'close' ? 'desk-alarm' : undefined}>{t(`desk.network.${act}.what`)}</p>
      <Wish {...{ t, locale, action }} />
      <ul className="network-left">
        <li data-visits={String(left.visits)}>
          {plural(locale, 'desk.network.left.visits', left.visits)}
        </li>
        <li>{plural(locale, 'desk.network.left.phones', left.phones)}</li>
      </ul>
      {left.visits > 0 && <p>{t('desk.network.left.visits.what')}</p>}
      {left.phones > 0 && <p>{t(`desk.network.left.phones.${act}`)}</p>}
      <form className="desk-form" method="post" action={`/desk/outlets/${outlet.code}/operation`}>
        <Seen version={version} commandId={commandId} />
        <Carried typed={typed} />
        <p className="desk-row">
          <button className="btn btn-primary" type="submit" name="intent" value="go">
            {t(`desk.network.${act}.yes`)}
          </button>
          <a className="btn" href={`/desk/outlets/${outlet.code}/`}>
            {t('desk.network.leave')}
          </a>
        </p>
      </form>
    </div>
  )
}
