import type { FixpointConfig } from '#config'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { currencyName } from '#i18n/format-price.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { bookAddress, type MadeChoice } from './choice-query.ts'
import { LONGEST, type Refused, type Typed } from './contact-query.ts'
import { Chosen } from './views/chosen.tsx'
import {
  Consent,
  type DetailsProps,
  fieldSetting,
  RepairFields,
  WhoFields,
} from './views/details-fields.tsx'
import { ErrorSummary, Field, Radios, Tick } from './views/field.tsx'
import { PlaceBox } from './views/place-box.tsx'
import { StepLine } from './views/step-line.tsx'

export type MailInPage = {
  readonly locale: Locale
  readonly choice: MadeChoice
  /** Where to send it; null = nobody knows yet where it comes from. */
  readonly centre: Outlet | null
  readonly commandId: string
  readonly typed: Typed
  readonly errors: Refused
  readonly config: Pick<FixpointConfig, 'catalogue' | 'currency' | 'hotline' | 'mailIn'>
}

/** Stop: what must never be in a parcel, and what to do with it instead. */
function NoSwollenBattery({ locale, config: { hotline } }: MailInPage) {
  const t = translator(locale)
  return (
    <section className="notice" aria-labelledby="stop">
      <h2 id="stop">{t('bookings.mail.stop')}</h2>
      <p>{t('bookings.mail.stop_text')}</p>
      <p className="book-windows">
        <a className="tap-target" href={localePath(locale, '/outlets/')}>
          {t('bookings.mail.stop_outlet')}
        </a>
        <a className="tap-target" href={`tel:${hotline.dial}`}>
          {t('bookings.done.call', { phone: hotline.display })}
        </a>
      </p>
    </section>
  )
}

const CASES = [
  ['in_warranty', 'inWarranty'],
  ['out_of_warranty', 'outOfWarranty'],
  ['declined', 'declined'],
] as const

function HowItGoes({ locale, centre, config }: MailInPage) {
  const t = translator(locale)
  const { days, paidBy } = config.mailIn
  const [inLow, inHigh] = days.in
  const [workLow, workHigh] = days.workshop
  const [backLow, backHigh] = days.back
  const span = { inLow, inHigh, workLow, workHigh, backLow, backHigh }
  return (
    <section className="panel book-chosen" aria-labelledby="mail-facts">
      <h2 id="mail-facts">{t('bookings.mail.facts')}</h2>
      <dl className="facts facts-tight">
        {centre ? (
          <div>
            <dt>{t('bookings.mail.centre')}</dt>
            <dd>{centre.name[locale]}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('bookings.mail.days')}</dt>
          <dd>{t('bookings.mail.days_text', span)}</dd>
        </div>
        <div>
          <dt>{t('bookings.mail.who_pays')}</dt>
          <dd>
            {CASES.map(([key, name]) => (
              <span key={key} className="block">
                {t(`bookings.mail.paid.${key}.${paidBy[name]}`)}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <p>{t('bookings.mail.leave_out')}</p>
    </section>
  )
}

function Parcel(details: DetailsProps) {
  const { locale, typed, errors, currency } = details
  const t = translator(locale)
  const field = fieldSetting(details)
  return (
    <>
      <Tick
        t={t}
        errors={errors}
        name="batteryOk"
        label={t('bookings.mail.battery_ok')}
        checked={typed['batteryOk'] === 'yes'}
        required
      />
      <Radios
        t={t}
        name="pickUp"
        legend={t('bookings.mail.pick_up')}
        options={[
          { value: 'door', label: t('bookings.mail.door'), hint: t('bookings.mail.door_hint') },
          { value: 'own', label: t('bookings.mail.own'), hint: t('bookings.mail.own_hint') },
        ]}
        value={typed['pickUp'] ?? ''}
        errors={errors}
      />
      <Field
        {...field('address')}
        rows={2}
        label={t('bookings.mail.address')}
        hint={t('bookings.mail.address_hint')}
        autoComplete="street-address"
        maxLength={LONGEST.address}
      />
      <Field
        {...field('returnAddress')}
        rows={2}
        optional
        label={t('bookings.mail.return_address')}
        hint={t('bookings.mail.return_hint')}
        maxLength={LONGEST.address}
      />
      <Field
        {...field('insured')}
        optional
        short
        label={t('bookings.mail.insured')}
        hint={t('bookings.mail.insured_hint', { currency: currencyName(locale, currency) })}
        inputMode="numeric"
        maxLength={10}
      />
    </>
  )
}

function Form({ page, centre }: { readonly page: MailInPage; readonly centre: Outlet }) {
  const { locale, choice, commandId, typed, errors, config } = page
  const t = translator(locale)
  const { fault, model, q, place } = choice
  const details = { locale, typed, errors, currency: config.currency }
  return (
    <form
      className="book-form"
      method="post"
      action={localePath(locale, '/book/mail-in/')}
      noValidate
    >
      {Object.entries({ outlet: centre.code, fault, model, q, place, commandId }).map(
        ([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <p className="book-hint">{t('bookings.contact.required')}</p>
      <Parcel {...details} />
      <WhoFields {...details} />
      <h2>{t('bookings.contact.repair')}</h2>
      <RepairFields {...details} />
      <Consent {...details} />
      <button className="btn btn-primary book-next" type="submit">
        {t('bookings.mail.submit')}
      </button>
    </form>
  )
}

/** Nobody knows yet which centre: first the place, or that there is none. */
function NoCentre({ page }: { readonly page: MailInPage }) {
  const { locale, choice, config } = page
  const t = translator(locale)
  return (
    <div>
      {choice.q ? (
        <p className="book-empty">
          {t('bookings.mail.none_text', { phone: config.hotline.display })}
        </p>
      ) : null}
      <PlaceBox
        locale={locale}
        choice={{ ...choice, outlet: null }}
        action={localePath(locale, '/book/mail-in/')}
      />
    </div>
  )
}

/** Step 3 by mail: what must not be posted, how it goes, who and where. */
export function MailInView(page: MailInPage) {
  const { locale, choice, centre, errors, config } = page
  const t = translator(locale)
  // The centre that a phone is posted to is no outlet to visit.
  const anywhere = { ...choice, outlet: null }
  const back = {
    fault: bookAddress(locale, '', anywhere),
    where: bookAddress(locale, 'where/', anywhere),
  }
  return (
    <div className="book">
      <StepLine locale={locale} now="contact" back={back} />
      <ErrorSummary t={t} errors={errors} />
      <h1>{t('bookings.mail.heading')}</h1>
      <NoSwollenBattery {...page} />
      <div className="book-split book-aside-first">
        <div>
          <HowItGoes {...page} />
          <Chosen locale={locale} choice={anywhere} config={config} />
        </div>
        {centre ? <Form page={page} centre={centre} /> : <NoCentre page={page} />}
      </div>
    </div>
  )
}
