import { grantKey } from '#domain/staff/decide-staff.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Account } from '#functions/staff/list-staff.ts'
import { scopeText } from '#functions/staff/views/scope-text.ts'
import { FaultList, Refusal, Saved, Seen, Tick } from './form-parts.tsx'
import { GrantFields, type GrantFieldsProps } from './staff-form-views.tsx'
import { Grants } from './staff-list-view.tsx'

type Props = Omit<GrantFieldsProps, 'mayBeNone'> & {
  readonly account: Account
  readonly commandId: string
  readonly refusal: ProblemCode | null
  readonly isSaved?: boolean
  readonly mayEdit: boolean
  readonly isOwn: boolean
}

const addressOf = (account: Account, act: string): string => `/desk/staff/${account.id}/${act}`

/** Roles held, each to be kept or not, and one more. */
function Roles(props: Props) {
  const { t, account, typed, commandId } = props
  const isBack = typed.has('version')
  const kept = new Set(typed.all('keep'))
  return (
    <form className="desk-form" method="post" action={addressOf(account, 'roles')}>
      <Seen version={account.version} commandId={commandId} />
      <fieldset className="network-set">
        <legend>{t('desk.network.staff.keep')}</legend>
        {account.grants.map((grant) => (
          <Tick
            key={grantKey(grant)}
            name="keep"
            value={grantKey(grant)}
            label={`${t(`desk.role.${grant.role}`)} · ${scopeText(t, grant.scope)}`}
            checked={!isBack || kept.has(grantKey(grant))}
          />
        ))}
      </fieldset>
      <fieldset className="network-set">
        <legend>{t('desk.network.staff.add')}</legend>
        <GrantFields {...props} mayBeNone />
      </fieldset>
      <button className="btn btn-primary" type="submit">
        {t('desk.network.staff.roles.go')}
      </button>
    </form>
  )
}

/** What ends or begins at once; each says what it does. */
function Access({ t, account, commandId }: Props) {
  const isDisabled = account.disabledAt !== null
  const act = isDisabled ? 'enable' : 'disable'
  return (
    <section className="desk-part" aria-labelledby="access">
      <h2 id="access">{t('desk.network.staff.access')}</h2>
      <form className="desk-form" method="post" action={addressOf(account, act)}>
        <Seen version={account.version} commandId={`${commandId}-a`} />
        <p>{t(`desk.network.staff.${act}.what`)}</p>
        <button className="btn" type="submit">
          {t(`desk.network.staff.${act}`)}
        </button>
      </form>
      <form className="desk-form" method="post" action={addressOf(account, 'password')}>
        <Seen version={account.version} commandId={`${commandId}-p`} />
        <p>{t('desk.network.staff.renew.what')}</p>
        <button className="btn" type="submit">
          {t('desk.network.staff.renew')}
        </button>
      </form>
    </section>
  )
}

/** Somebody's account, and what the reader may do about it. */
export const PersonView = (props: Props) => {
  const { t, account, refusal, faults, isSaved, mayEdit, isOwn } = props
  return (
    <div className="desk-narrow">
      <p>
        <a className="tap-target" href="/desk/staff/">
          {t('desk.network.staff.title')}
        </a>
      </p>
      <h1>{account.name}</h1>
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      {account.disabledAt !== null && (
        <p className="desk-alarm">{t('desk.network.staff.is_disabled')}</p>
      )}
      <p>{account.email}</p>
      {!mayEdit || isOwn ? (
        <>
          <Grants t={t} grants={account.grants} />
          {isOwn && <p className="desk-muted">{t('desk.network.staff.own')}</p>}
        </>
      ) : (
        <>
          <section className="desk-part" aria-labelledby="roles">
            <h2 id="roles">{t('desk.network.staff.roles')}</h2>
            <Roles {...props} />
          </section>
          <Access {...props} />
        </>
      )}
    </div>
  )
}
