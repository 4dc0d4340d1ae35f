import { currencyName } from '#i18n/format-price.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { LONGEST, type Refused, type Typed } from '../contact-query.ts'
import { Field, Tick } from './field.tsx'

export type DetailsProps = {
  readonly locale: Locale
  readonly typed: Typed
  readonly errors: Refused
  /** ISO 4217. */
  readonly currency: string
}

/** What a field needs to show what was typed into it. */
export const fieldSetting =
  ({ locale, typed, errors }: DetailsProps) =>
  (name: string) => ({ t: translator(locale), name, value: typed[name] ?? '', errors })

/** Who it is and how to reach them. */
export function WhoFields(props: DetailsProps) {
  const t = translator(props.locale)
  const field = fieldSetting(props)
  return (
    <>
      <Field
        {...field('name')}
        label={t('bookings.contact.name')}
        autoComplete="name"
        maxLength={LONGEST.name}
      />
      <Field
        {...field('phone')}
        label={t('bookings.contact.phone')}
        hint={t('bookings.contact.phone_hint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={LONGEST.phone}
      />
      <OtherPeople {...props} />
    </>
  )
}

const OTHER_PEOPLE = ['forOther', 'secondPhone', 'email', 'mayDecide', 'mayCollect'] as const

/** Optional, so out of the way until it is wanted, or something in it is wrong or was filled in. */
function OtherPeople(props: DetailsProps) {
  const { locale, typed, errors } = props
  const t = translator(locale)
  const field = fieldSetting(props)
  const isOpen = OTHER_PEOPLE.some((name) => errors[name] || typed[name])
  return (
    <details className="book-more" open={isOpen}>
      <summary>
        {t('bookings.contact.more')}
        <span className="book-optional">{t('bookings.optional')}</span>
      </summary>
      <Tick
        {...field('forOther')}
        label={t('bookings.contact.for_other')}
        checked={typed['forOther'] === 'yes'}
      />
      <Field
        {...field('secondPhone')}
        optional
        label={t('bookings.contact.second_phone')}
        type="tel"
        inputMode="tel"
        maxLength={LONGEST.phone}
      />
      <Field
        {...field('email')}
        optional
        label={t('bookings.contact.email')}
        hint={t('bookings.contact.email_hint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={LONGEST.email}
      />
      <Field
        {...field('mayDecide')}
        optional
        label={t('bookings.contact.may_decide')}
        hint={t('bookings.contact.may_decide_hint')}
      />
      <Field
        {...field('mayCollect')}
        optional
        label={t('bookings.contact.may_collect')}
        hint={t('bookings.contact.may_collect_hint')}
      />
    </details>
  )
}

/** The repair in the customer's words, the phone's number, and how far to go without asking. */
export function RepairFields(props: DetailsProps) {
  const t = translator(props.locale)
  const field = fieldSetting(props)
  return (
    <>
      <Field
        {...field('words')}
        optional
        rows={4}
        label={t('bookings.contact.words')}
        hint={t('bookings.contact.words_hint')}
        maxLength={LONGEST.words}
      />
      <Field
        {...field('imei')}
        optional
        short
        label={t('bookings.contact.imei')}
        hint={t('bookings.contact.imei_hint')}
        inputMode="numeric"
        maxLength={LONGEST.imei}
      />
      <Field
        {...field('ceiling')}
        optional
        short
        label={t('bookings.contact.ceiling')}
        hint={t('bookings.contact.ceiling_hint', {
          currency: currencyName(props.locale, props.currency),
        })}
        inputMode="numeric"
        maxLength={10}
      />
    </>
  )
}

/** Which wording a customer agreed to: kept with the time they did. */
export const CONSENT_WORDING = 'visit_2026_11'
const RETENTION_MONTHS = 36

/** Consent to keep the details, apart from anything else. */
export function Consent(props: DetailsProps) {
  const { locale, typed, errors } = props
  const t = translator(locale)
  return (
    <div className="book-consent">
      <Tick
        t={t}
        errors={errors}
        name="consent"
        label={t(`bookings.consent.${CONSENT_WORDING}`, { months: RETENTION_MONTHS })}
        hint={t('bookings.consent.note')}
        checked={typed['consent'] === 'yes'}
        required
      />
      <p>
        <a className="tap-target" href={localePath(locale, '/privacy/')}>
          {t('bookings.consent.more')}
        </a>
      </p>
    </div>
  )
}
