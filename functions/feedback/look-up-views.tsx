import type { FixpointConfig } from '#config'
import { ErrorSummary, Field } from '#functions/bookings/views/field.tsx'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { Refused, Typed } from './feedback-query.ts'

export type LookUpFault =
  | { readonly kind: 'miss' }
  | { readonly kind: 'locked'; readonly hours: number }

type Props = {
  readonly locale: Locale
  readonly typed: Typed
  readonly errors: Refused
  readonly fault: LookUpFault | null
  readonly hotline: FixpointConfig['hotline']
}

/** Code and contact. They are posted, so that neither stands in an address, a history or a log. */
export function LookUpView({ locale, typed, errors, fault, hotline }: Props) {
  const t = translator(locale)
  const field = (name: string) => ({ t, errors, name, value: typed[name] ?? '' })
  return (
    <div className="prose-column">
      <ErrorSummary t={t} errors={errors} />
      {fault ? (
        <div className="notice" role="alert" data-refusal={fault.kind}>
          <p>
            {fault.kind === 'miss'
              ? t('feedback.look_up.miss')
              : t('feedback.look_up.locked', { hours: fault.hours })}
          </p>
          <p>
            <a className="tap-target" href={`tel:${hotline.dial}`}>
              {t('repairs.call', { phone: hotline.display })}
            </a>
          </p>
        </div>
      ) : null}
      <h1>{t('feedback.look_up.title')}</h1>
      <p>{t('feedback.look_up.intro')}</p>
      <form method="post" action={localePath(locale, '/feedback/look-up/')}>
        <Field {...field('code')} label={t('feedback.look_up.code')} maxLength={40} />
        <Field
          {...field('contact')}
          label={t('feedback.look_up.contact')}
          hint={t('feedback.look_up.contact_hint')}
          maxLength={120}
        />
        <p className="actions voice-actions">
          <button className="btn btn-primary" type="submit">
            {t('feedback.look_up.show')}
          </button>
        </p>
      </form>
    </div>
  )
}
