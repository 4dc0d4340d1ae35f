import type { Translate } from '#i18n/translate.ts'

export type SignInFault = 'refused' | 'locked'

type Props = {
  readonly t: Translate
  readonly fault: SignInFault | null
  readonly email: string
  /** Where to go once in; a path of the desk. */
  readonly next: string
}

/** The way in. Which of e-mail and password was wrong is nobody's to know. */
export const SignInView = ({ t, fault, email, next }: Props) => (
  <div className="desk-narrow desk-sign-in">
    <h1>{t('desk.sign_in.title')}</h1>
    {fault && (
      <p className="desk-alarm" role="alert">
        {t(`desk.sign_in.${fault}`)}
      </p>
    )}
    <form className="desk-form" method="post" action="/desk/sign-in/">
      <input type="hidden" name="next" value={next} />
      <label className="desk-field" htmlFor="email">
        <span>{t('desk.sign_in.email')}</span>
        <input
          className="input"
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          value={email}
        />
      </label>
      <label className="desk-field" htmlFor="password">
        <span>{t('desk.sign_in.password')}</span>
        <input
          className="input"
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </label>
      <button className="btn btn-primary" type="submit">
        {t('desk.sign_in.go')}
      </button>
    </form>
    <p className="desk-muted">{t('desk.sign_in.help')}</p>
  </div>
)
