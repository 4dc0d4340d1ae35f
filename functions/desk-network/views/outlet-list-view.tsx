import type { Operation, OutletKind } from '#domain/outlets/outlet.ts'
import type { DeskOutletPage } from '#functions/outlets/edit-list.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'

type Props = Pick<DeskOutletPage, 'outlets'> & {
  readonly t: Translate
  readonly locale: Locale
  readonly q: string
  /** Address of the next page. */
  readonly next: string | null
  readonly mayRegister: boolean
  /** What else the reader edits. */
  readonly links: readonly ('partner' | 'region')[]
}

const Row = ({
  t,
  locale,
  row,
}: Pick<Props, 't' | 'locale'> & { row: Props['outlets'][number] }) => (
  <tr>
    <th scope="row">
      <a className="tap-target network-code" href={`/desk/outlets/${row.code}/`}>
        {row.code}
      </a>
    </th>
    <td>{locale === 'en' ? row.name_en : row.name_zh}</td>
    <td>{t(`outlets.kind.${row.kind as OutletKind}`)}</td>
    <td>
      {t(`desk.network.operation.${row.operation as Operation}`)}
      {row.qualification === 'disqualified' && <> · {t('desk.network.disqualified')}</>}
    </td>
  </tr>
)

/** The outlets of the reader's part of the network. */
export const OutletListView = ({ t, locale, outlets, q, next, mayRegister, links }: Props) => (
  <>
    <div className="network-head">
      <h1>{t('desk.network.outlets.title')}</h1>
      {mayRegister && (
        <a className="btn btn-primary" href="/desk/new-outlet/">
          {t('desk.network.outlets.new')}
        </a>
      )}
    </div>
    {links.length > 0 && (
      <p className="desk-row">
        {links.map((link) => (
          <a key={link} className="tap-target" href={`/desk/${link}s/`}>
            {t(`desk.network.${link}s.title`)}
          </a>
        ))}
      </p>
    )}
    <form
      className="desk-row"
      method="get"
      action="/desk/outlets/"
      role="search"
      aria-label={t('desk.network.filter')}
    >
      <label className="desk-label" htmlFor="q">
        {t('desk.network.outlets.search')}
      </label>
      <input className="input" id="q" name="q" type="search" maxLength={60} value={q} />
      <button className="btn" type="submit">
        {t('desk.network.filter')}
      </button>
    </form>
    {outlets.length === 0 ? (
      <p>{t('desk.network.outlets.none')}</p>
    ) : (
      <div className="desk-scroll">
        <table className="desk-table network-list">
          <thead>
            <tr>
              <th scope="col">{t('desk.network.code')}</th>
              <th scope="col">{t('desk.network.name')}</th>
              <th scope="col">{t('desk.network.kind')}</th>
              <th scope="col">{t('desk.network.state')}</th>
            </tr>
          </thead>
          <tbody>
            {outlets.map((row) => (
              <Row key={row.code} {...{ t, locale, row }} />
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
