import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type ThanksProps = {
  readonly locale: Locale
  /** Until when a part may be gone on with, in words; null = it was sent off. */
  readonly openUntil: string | null
  readonly isCalledBack: boolean
}

/** What became of the answers, and what happens with them. */
export function ThanksView({ locale, openUntil, isCalledBack }: ThanksProps) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('surveys.thanks.title')}</h1>
      <p className="repair-lead">
        {openUntil === null
          ? t('surveys.thanks.done')
          : t('surveys.thanks.part', { date: openUntil })}
      </p>
      {isCalledBack && <p>{t('surveys.thanks.callback')}</p>}
      <p>{t('surveys.thanks.next')}</p>
      <p>
        <a className="tap-target" href={localePath(locale, '/')}>
          {t('surveys.thanks.home')}
        </a>
      </p>
    </div>
  )
}

export const GONE = ['no_link', 'used', 'expired'] as const
export type Gone = (typeof GONE)[number]

/** Why a survey doesn't open. */
export function GoneView({ locale, why }: { readonly locale: Locale; readonly why: Gone }) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t(`surveys.gone.${why}.title`)}</h1>
      <p>{t(`surveys.gone.${why}.text`)}</p>
      {why === 'expired' && (
        <p>
          <a className="btn btn-primary" href={localePath(locale, '/feedback/')}>
            {t('surveys.gone.feedback')}
          </a>
        </p>
      )}
    </div>
  )
}

export function StaffView({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('surveys.staff.title')}</h1>
      <p>{t('surveys.staff.text')}</p>
    </div>
  )
}
