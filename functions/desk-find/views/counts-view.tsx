import type { Outlet } from '#domain/outlets/outlet.ts'
import { formatDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { PastCount } from '../show-count.ts'

export type CountsPage = {
  readonly locale: Locale
  /** null = nobody said which one. */
  readonly outlet: Outlet | null
  /** Outlets to go to with one step. */
  readonly own: readonly string[]
  readonly counts: readonly PastCount[]
  readonly commandId: string
}

const Choose = ({ t, own, outlet }: Pick<CountsPage, 'own' | 'outlet'> & { t: Translate }) => (
  <form className="desk-row find-again" method="get" action="/desk/count/">
    <label className="desk-field">
      <span>{t('desk.find.outlet')}</span>
      <input
        className="input"
        name="outlet"
        value={outlet?.code ?? ''}
        list="count-outlets"
        autoComplete="off"
        spellCheck={false}
        maxLength={12}
        required
      />
    </label>
    <datalist id="count-outlets">
      {own.map((code) => (
        <option key={code} value={code} />
      ))}
    </datalist>
    <button className="btn" type="submit">
      {t('desk.count.show')}
    </button>
  </form>
)

type HistoryProps = {
  readonly locale: Locale
  readonly outlet: Outlet
  readonly counts: readonly PastCount[]
}

function History({ locale, outlet, counts }: HistoryProps) {
  const t = translator(locale)
  if (counts.length === 0) return <p className="desk-muted">{t('desk.count.none')}</p>
  return (
    <div className="desk-scroll">
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">{t('desk.count.day')}</th>
            <th scope="col">{t('desk.count.who')}</th>
            <th scope="col">{t('desk.count.found')}</th>
            <th scope="col">{t('desk.count.missing')}</th>
            <th scope="col">{t('desk.count.unknown')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.id} className={(count.missing ?? 0) > 0 ? 'is-late' : undefined}>
              <th scope="row">
                <a className="tap-target" href={`/desk/count/${outlet.code}/${count.id}/`}>
                  {formatDate(locale, count.service_date)}
                </a>
              </th>
              <td>{count.by}</td>
              <td>{count.found}</td>
              <td>{count.missing ?? t('desk.count.running')}</td>
              <td>{count.unknown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where a count is begun, and the counts before. */
export function CountsView({ locale, outlet, own, counts, commandId }: CountsPage) {
  const t = translator(locale)
  return (
    <div className="count">
      <h1>{t('desk.count.title')}</h1>
      <p>{t('desk.count.intro')}</p>
      {outlet ? (
        <form method="post" action="/desk/count/">
          <input type="hidden" name="outlet" value={outlet.code} />
          <input type="hidden" name="commandId" value={commandId} />
          {/* The page is opened to begin. */}
          <button className="btn btn-primary" type="submit" autoFocus>
            {t('desk.count.begin', { outlet: outlet.code })}
          </button>
        </form>
      ) : null}
      {outlet === null || own.length !== 1 ? <Choose t={t} own={own} outlet={outlet} /> : null}
      {outlet ? (
        <section className="desk-part" aria-labelledby="count-history">
          <h2 id="count-history">{t('desk.count.history')}</h2>
          <History locale={locale} outlet={outlet} counts={counts} />
        </section>
      ) : null}
    </div>
  )
}
