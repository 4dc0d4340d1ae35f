import { deviceName } from '#domain/staff/device-name.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import { LOCALE_NAMES, LOCALES, type Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { PasswordFault } from '../change-password.ts'
import type { OwnSession } from '../own-sessions.ts'
import { scopeText } from './scope-text.ts'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly staff: Staff
  readonly sessions: readonly OwnSession[]
  /** The session that asks. */
  readonly here: string | null
  readonly fault: PasswordFault | null
  /** Somebody else gave the password: nothing else opens until it is another. */
  readonly mustChange: boolean
}

const Sessions = ({
  t,
  locale,
  zone,
  sessions,
  here,
}: Omit<Props, 'staff' | 'fault' | 'mustChange'>) => (
  <section className="desk-part" aria-labelledby="sessions">
    <h2 id="sessions">{t('desk.account.sessions')}</h2>
    <ul className="desk-list">
      {sessions.map((session) => (
        <li key={session.id}>
          {deviceName(session.userAgent ?? '') ?? t('desk.account.some_device')}
          {session.id === here && <strong> · {t('desk.account.here')}</strong>}{' '}
          <span className="desk-muted">
            {t('desk.account.since', { when: timeText(locale, zone, session.createdAt) })}
          </span>
        </li>
      ))}
    </ul>
    <form method="post" action="/desk/account/sign-out-others">
      <button className="btn" type="submit">
        {t('desk.account.end_others')}
      </button>
    </form>
  </section>
)

const Password = ({ t, fault, mustChange }: Pick<Props, 't' | 'fault' | 'mustChange'>) => (
  <section className="desk-part" aria-labelledby="password-part">
    <h2 id="password-part">{t('desk.account.password')}</h2>
    {mustChange && <p role="status">{t('desk.account.password.given')}</p>}
    {fault && (
      <p className="desk-alarm" role="alert">
        {t(`desk.account.password.${fault}`)}
      </p>
    )}
    <form className="desk-form" method="post" action="/desk/account/password">
      <label className="desk-field" htmlFor="current">
        <span>{t('desk.account.password.current')}</span>
        <input
          className="input"
          id="current"
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
      </label>
      <label className="desk-field" htmlFor="wanted">
        <span>{t('desk.account.password.wanted')}</span>
        <input
          className="input"
          id="wanted"
          name="wanted"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          required
        />
      </label>
      <button className="btn" type="submit">
        {t('desk.account.password.go')}
      </button>
    </form>
  </section>
)

/** Who one is here, what one may do and where, one's language, password and sessions. */
export const AccountView = ({ t, locale, zone, staff, sessions, here, ...password }: Props) => (
  <div className="desk-narrow">
    <h1>{staff.name}</h1>
    {here && password.mustChange && <Password t={t} {...password} />}
    <ul className="desk-list">
      {staff.grants.map(({ role, scope }) => (
        <li key={`${role} ${JSON.stringify(scope)}`}>
          {t(`desk.role.${role}`)} · {scopeText(t, scope)}
        </li>
      ))}
    </ul>
    <form className="desk-row" method="post" action="/desk/account/language">
      {LOCALES.map((language) => (
        <button
          key={language}
          className="btn"
          type="submit"
          name="locale"
          value={language}
          lang={language}
          aria-pressed={language === locale}
        >
          {LOCALE_NAMES[language]}
        </button>
      ))}
    </form>
    <form method="post" action="/desk/account/sign-out">
      <button className="btn btn-primary" type="submit">
        {t('desk.account.sign_out')}
      </button>
    </form>
    {here && <Sessions {...{ t, locale, zone, sessions, here }} />}
    {here && !password.mustChange && <Password t={t} {...password} />}
  </div>
)
