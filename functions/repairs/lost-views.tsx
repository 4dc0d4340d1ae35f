import type { FixpointConfig } from '#config'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { Field } from './views/field.tsx'

type FormProps = {
  readonly locale: Locale
  readonly fault: 'empty' | 'not_a_number' | null
}

/** The number is posted and never shown again. */
export function LostForm({ locale, fault }: FormProps) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('repairs.lost.title')}</h1>
      <p>{t('repairs.lost.intro')}</p>
      <form className="repair-form" method="post" action={localePath(locale, '/repairs/lost/')}>
        <Field
          id="phone"
          label={t('repairs.lost.phone')}
          error={fault && t(`repairs.lost.${fault}`)}
          hint={t('repairs.lost.hint')}
        >
          <input
            className="input h-12 w-full"
            id="phone"
            name="phone"
            type="tel"
            autoComplete="tel"
            maxLength={40}
            required
            aria-invalid={fault ? 'true' : undefined}
            aria-describedby={fault ? 'phone-error phone-hint' : 'phone-hint'}
          />
        </Field>
        <button className="btn btn-primary" type="submit">
          {t('repairs.lost.send')}
        </button>
      </form>
    </div>
  )
}

type SentProps = { readonly locale: Locale; readonly hotline: FixpointConfig['hotline'] }

/** The same whether or not any repair stands under that number. */
export function LostSent({ locale, hotline }: SentProps) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('repairs.lost.sent.title')}</h1>
      <p>{t('repairs.lost.sent.text')}</p>
      <p>{t('repairs.lost.sent.nothing')}</p>
      <p className="actions">
        <a className="btn btn-primary" href={localePath(locale, '/repairs/')}>
          {t('repairs.lost.back')}
        </a>
        <a className="btn btn-outline" href={`tel:${hotline.dial}`}>
          {t('repairs.call', { phone: hotline.display })}
        </a>
      </p>
    </div>
  )
}
