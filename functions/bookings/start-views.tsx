import { usualTexts } from '#components/bookings/usual-text.ts'
import type { FixpointConfig } from '#config'
import { PRODUCT_FAMILIES } from '#domain/outlets/outlet.ts'
import { type Catalogue, OTHER_MODEL, REPORTED_FAULTS } from '#domain/repairs/catalogue.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { Choice } from './choice-query.ts'
import type { Refused } from './contact-query.ts'
import { ErrorSummary } from './views/field.tsx'
import { StepLine } from './views/step-line.tsx'

export type StartPage = {
  readonly locale: Locale
  readonly choice: Choice
  readonly errors: Refused
  /** Name of the outlet that was chosen before; null = none. */
  readonly outletName: string | null
  readonly config: Pick<FixpointConfig, 'catalogue' | 'currency' | 'hotline'>
}

function Fault({ t, name, errors }: { t: Translate; name: string; errors: Refused }) {
  const error = errors[name]
  return error ? (
    <p id={`${name}-error`} className="book-error">
      {t(error as 'bookings.error.name')}
    </p>
  ) : null
}

function Faults({ locale, choice, errors, config }: StartPage) {
  const t = translator(locale)
  return (
    <fieldset className="book-cards" aria-describedby={errors['fault'] && 'fault-error'}>
      <legend>{t('bookings.start.fault')}</legend>
      <Fault t={t} name="fault" errors={errors} />
      {REPORTED_FAULTS.map((fault, place) => (
        <label key={fault} className="book-card">
          <input
            id={place === 0 ? 'fault' : undefined}
            type="radio"
            name="fault"
            value={fault}
            checked={choice.fault === fault}
            required
          />
          <span className="book-card-face">
            <span className="book-card-name">{t(`bookings.fault.${fault}`)}</span>
            {usualTexts(locale, fault, config).map((fact) => (
              <span key={fact} className="book-card-fact">
                {fact}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type ModelsProps = Pick<StartPage, 'locale' | 'choice'> & { readonly catalogue: Catalogue }

function Models({ locale, choice, catalogue }: ModelsProps) {
  const t = translator(locale)
  const families = PRODUCT_FAMILIES.filter((family) =>
    catalogue.models.some((model) => model.family === family),
  )
  return (
    <>
      <option value="" selected={!choice.model}>
        {t('bookings.start.choose')}
      </option>
      {families.map((family) => (
        <optgroup key={family} label={t(`outlets.family.${family}`)}>
          {catalogue.models
            .filter((model) => model.family === family)
            .map(({ id, name }) => (
              <option key={id} value={id} selected={choice.model === id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
      <optgroup label={t('bookings.start.other_models')}>
        <option value={OTHER_MODEL} selected={choice.model === OTHER_MODEL}>
          {t('bookings.start.other_model')}
        </option>
      </optgroup>
    </>
  )
}

function Device({ locale, choice, errors, config }: StartPage) {
  const t = translator(locale)
  return (
    <div className="book-field">
      <label htmlFor="model">{t('bookings.start.device')}</label>
      <Fault t={t} name="model" errors={errors} />
      <select
        className="select book-select"
        id="model"
        name="model"
        required
        aria-invalid={errors['model'] ? 'true' : undefined}
        aria-describedby={errors['model'] && 'model-error'}
      >
        <Models locale={locale} choice={choice} catalogue={config.catalogue} />
      </select>
      <details className="book-more">
        <summary>{t('bookings.start.imei')}</summary>
        <p>{t('bookings.start.model_where')}</p>
        <p>{t('bookings.start.imei_where')}</p>
      </details>
    </div>
  )
}

/** Step 1: what is wrong, with which device. */
export function StartView(page: StartPage) {
  const { locale, choice, errors, outletName, config } = page
  const t = translator(locale)
  const kept = { outlet: choice.outlet, q: choice.q, place: choice.place }
  return (
    <div className="book">
      <StepLine locale={locale} now="fault" back={{}} />
      <ErrorSummary t={t} errors={errors} />
      <h1>{t('bookings.start.heading')}</h1>
      {outletName ? <p>{t('bookings.start.outlet', { outlet: outletName })}</p> : null}
      <p className="book-lead">{t('bookings.start.intro')}</p>
      <form method="get" action={localePath(locale, '/book/where/')}>
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <Faults {...page} />
        <Device {...page} />
        <button className="btn btn-primary book-next" type="submit">
          {t('bookings.start.next')}
        </button>
      </form>
      <p className="book-call">
        {t('bookings.start.by_phone')}{' '}
        <a className="tap-target" href={`tel:${config.hotline.dial}`}>
          {config.hotline.display}
        </a>
      </p>
    </div>
  )
}
