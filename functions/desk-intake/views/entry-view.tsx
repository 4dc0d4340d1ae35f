import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = {
  readonly locale: Locale
  /** Null = nobody said at which outlet; the person has none of their own. */
  readonly outlet: Outlet | null
  /** Codes of the outlets that the person is named for. */
  readonly own: readonly string[]
  /** What was scanned was nothing that we know. */
  readonly isUnreadable: boolean
}

const Outlets = ({ locale, outlet, own }: Omit<Props, 'isUnreadable'>) => {
  const t = translator(locale)
  if (outlet && own.length === 1) return null
  return (
    <form className="desk-row" method="get" action="/desk/intake/">
      <label htmlFor="outlet">{t('desk.intake.outlet')}</label>
      <input
        className="input intake-outlet"
        id="outlet"
        name="outlet"
        list="own-outlets"
        maxLength={12}
        autoComplete="off"
        value={outlet?.code ?? ''}
        required
      />
      <datalist id="own-outlets">
        {own.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <button className="btn" type="submit">
        {t('desk.intake.outlet.go')}
      </button>
    </form>
  )
}

/** Where an intake begins: one box for everything that can be scanned. */
export const EntryView = ({ locale, outlet, own, isUnreadable }: Props) => {
  const t = translator(locale)
  return (
    <div className="desk-narrow">
      <h1>{t('desk.intake.title')}</h1>
      {outlet && <p>{t('desk.intake.at', { outlet: outlet.name[locale] })}</p>}
      {outlet && (
        <form className="desk-form" method="post" action="/desk/intake/scan">
          <input type="hidden" name="outlet" value={outlet.code} />
          <label className="desk-field" htmlFor="scan">
            <span>{t('desk.intake.scan')}</span>
            <input
              className="input"
              id="scan"
              name="scan"
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={isUnreadable ? 'true' : undefined}
              aria-describedby="scan-said"
              // The page is this box, and a scanner types into it at once.
              autoFocus
              required
            />
          </label>
          <p id="scan-said" className={isUnreadable ? 'desk-alarm' : 'desk-muted'}>
            {isUnreadable ? t('desk.intake.scan.unreadable') : t('desk.intake.scan.hint')}
          </p>
          <div className="desk-row">
            <button className="btn btn-primary" type="submit">
              {t('desk.intake.scan.go')}
            </button>
            <a
              className="btn"
              href={`/desk/intake/?${new URLSearchParams({ outlet: outlet.code, new: '1' })}`}
            >
              {t('desk.intake.walk_in')}
            </a>
          </div>
        </form>
      )}
      <Outlets locale={locale} outlet={outlet} own={own} />
    </div>
  )
}
