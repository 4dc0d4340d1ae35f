import type { StaffRole } from '#domain/staff/staff.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { LOCALE_NAMES, LOCALES } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Form } from '../form-query.ts'
import { SCOPE_KINDS, type ScopeKind } from '../grant-query.ts'
import { FaultList, type Faults, Field, Refusal, Seen, Select } from './form-parts.tsx'

export type GrantFieldsProps = {
  readonly t: Translate
  readonly typed: Form
  readonly faults: Faults
  /** Roles that the reader may give. */
  readonly roles: readonly StaffRole[]
  /** Kinds of scope that the reader may give them for. */
  readonly kinds: readonly ScopeKind[]
  /** Where the reader's own roles are held: what is proposed. */
  readonly ownOutlets: readonly string[]
  readonly mayBeNone: boolean
}

/** A role, and where it is to hold. */
export const GrantFields = ({ t, typed, faults, ...offered }: GrantFieldsProps) => {
  const none = { value: '', label: t('desk.network.staff.no_further_role') }
  const options = offered.roles.map((role) => ({ value: role, label: t(`desk.role.${role}`) }))
  const kinds = SCOPE_KINDS.filter((kind) => offered.kinds.includes(kind))
  return (
    <div className="desk-fields">
      <Select
        {...{ t, faults, name: 'role', label: t('desk.network.staff.role') }}
        value={typed.text('role')}
        options={offered.mayBeNone ? [none, ...options] : options}
      />
      <Select
        {...{ t, faults, name: 'scopeKind', label: t('desk.network.staff.where') }}
        value={typed.text('scopeKind')}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`desk.network.staff.where.${kind}`),
        }))}
      />
      <Field
        {...{ t, faults, name: 'scopePlace', label: t('desk.network.staff.place') }}
        value={typed.has('scopePlace') ? typed.text('scopePlace') : offered.ownOutlets.join(', ')}
        hint={t('desk.network.staff.place.hint')}
        maxLength={600}
      />
    </div>
  )
}

type InviteProps = Omit<GrantFieldsProps, 'mayBeNone'> & {
  readonly commandId: string
  readonly refusal: ProblemCode | null
}

/** Somebody new: who they are, what they do and where. */
export const InviteView = (props: InviteProps) => {
  const { t, typed, faults, commandId, refusal } = props
  return (
    <div className="desk-narrow">
      <h1>{t('desk.network.staff.invite')}</h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <form className="desk-form" method="post" action="/desk/staff/invite/">
        <Seen commandId={commandId} />
        <Field
          {...{ t, faults, name: 'name', label: t('desk.network.staff.name') }}
          value={typed.text('name')}
          maxLength={80}
          required
        />
        <Field
          {...{ t, faults, name: 'email', label: t('desk.network.staff.email') }}
          value={typed.text('email')}
          type="email"
          hint={t('desk.network.staff.email.hint')}
          maxLength={120}
          required
        />
        <Select
          {...{ t, faults, name: 'locale', label: t('desk.network.staff.locale') }}
          value={typed.text('locale')}
          options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
        />
        <GrantFields {...props} mayBeNone={false} />
        <button className="btn btn-primary" type="submit">
          {t('desk.network.staff.invite.go')}
        </button>
      </form>
    </div>
  )
}

type PasswordProps = {
  readonly t: Translate
  readonly id: string
  readonly name: string
  readonly email: string
  /** null = the form was sent a second time. */
  readonly password: string | null
}

/** The drawn password, shown this once. */
export const PasswordView = ({ t, id, name, email, password }: PasswordProps) => (
  <div className="desk-narrow">
    <h1>{name}</h1>
    {password === null ? (
      <p className="desk-alarm" role="alert">
        {t('desk.network.staff.password_gone')}
      </p>
    ) : (
      <>
        <p>{t('desk.network.staff.password_once')}</p>
        <dl className="network-secret">
          <dt>{t('desk.network.staff.email')}</dt>
          <dd>{email}</dd>
          <dt>{t('desk.network.staff.password')}</dt>
          <dd>
            <code data-password>{password}</code>
          </dd>
        </dl>
        <p>{t('desk.network.staff.password_change')}</p>
      </>
    )}
    <p className="desk-row">
      <a className="btn btn-primary" href={`/desk/staff/${id}/`}>
        {t('desk.network.staff.to_person')}
      </a>
      <a className="btn" href="/desk/staff/">
        {t('desk.network.staff.title')}
      </a>
    </p>
  </div>
)
