import type { Grant } from '#domain/staff/staff.ts'
import type { Account } from '#functions/staff/list-staff.ts'
import { scopeText } from '#functions/staff/views/scope-text.ts'
import type { Translate } from '#i18n/translate.ts'

type Props = {
  readonly t: Translate
  readonly staff: readonly Account[]
  readonly q: string
  /** The person after whom the next page begins, by id. */
  readonly next: string | null
  readonly mayInvite: boolean
}

/** Roles with where they are held, one line each. */
export const Grants = ({
  t,
  grants,
}: {
  readonly t: Translate
  readonly grants: readonly Grant[]
}) => (
  <ul className="desk-list">
    {grants.map((grant) => (
      <li key={JSON.stringify(grant)}>
        {t(`desk.role.${grant.role}`)} · {scopeText(t, grant.scope)}
      </li>
    ))}
    {grants.length === 0 && <li className="desk-muted">{t('desk.network.staff.no_role')}</li>}
  </ul>
)

const Row = ({ t, account }: { readonly t: Translate; readonly account: Account }) => (
  <tr>
    <th scope="row">
      <a className="tap-target" href={`/desk/staff/${account.id}/`}>
        {account.name}
      </a>
    </th>
    <td>{account.email}</td>
    <td>
      <Grants t={t} grants={account.grants} />
    </td>
    <td className="network-code">
      {t(account.disabledAt === null ? 'desk.network.staff.active' : 'desk.network.staff.disabled')}
    </td>
  </tr>
)

/** Of everybody by a link; of a search by a form, since what was looked for stands in no address. */
const NextPage = ({ t, q, next }: Pick<Props, 't' | 'q'> & { readonly next: string }) =>
  q ? (
    <form method="post" action="/desk/staff/">
      <input type="hidden" name="q" value={q} />
      <button className="btn" type="submit" name="after" value={next}>
        {t('desk.network.next_page')}
      </button>
    </form>
  ) : (
    <p>
      <a className="btn" href={`/desk/staff/?after=${next}`} rel="next">
        {t('desk.network.next_page')}
      </a>
    </p>
  )

/** Who works in the reader's part of the network. */
export const StaffListView = ({ t, staff, q, next, mayInvite }: Props) => (
  <>
    <div className="network-head">
      <h1>{t('desk.network.staff.title')}</h1>
      {mayInvite && (
        <a className="btn btn-primary" href="/desk/staff/invite/">
          {t('desk.network.staff.invite')}
        </a>
      )}
    </div>
    <form
      className="desk-row"
      method="post"
      action="/desk/staff/"
      role="search"
      aria-label={t('desk.network.filter')}
    >
      <label className="desk-label" htmlFor="q">
        {t('desk.network.staff.search')}
      </label>
      <input className="input" id="q" name="q" type="search" maxLength={120} value={q} />
      <button className="btn" type="submit">
        {t('desk.network.filter')}
      </button>
    </form>
    {staff.length === 0 ? (
      <p>{t(q ? 'desk.network.staff.none_found' : 'desk.network.staff.none')}</p>
    ) : (
      <div className="desk-scroll">
        <table className="desk-table is-stacked">
          <thead>
            <tr>
              <th scope="col">{t('desk.network.staff.name')}</th>
              <th scope="col">{t('desk.network.staff.email')}</th>
              <th scope="col">{t('desk.network.staff.roles')}</th>
              <th scope="col">{t('desk.network.state')}</th>
            </tr>
          </thead>
          <tbody>
            {staff.map((account) => (
              <Row key={account.id} t={t} account={account} />
            ))}
          </tbody>
        </table>
      </div>
    )}
    {next && <NextPage {...{ t, q, next }} />}
  </>
)
