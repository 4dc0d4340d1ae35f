import type { FixpointConfig } from '#config'
import { CONSENT_WORDING } from '#functions/bookings/views/details-fields.tsx'
import { currencyName } from '#i18n/format-price.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { type FormState, SelectField, TextField, TickField } from './desk-inputs.tsx'

type Props = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'currency'>
  readonly state: FormState
}

const RETENTION_MONTHS = 36

/** Only what a parcel needs; out of the way until it is wanted or something in it is wrong. */
function MailFields({ state }: Pick<Props, 'state'>) {
  const { t, typed, errors } = state
  const names = ['batteryOk', 'pickUp', 'address', 'insured', 'returnAddress']
  const isOpen = names.some((name) => errors[name] || typed[name])
  return (
    <details className="hotline-more" open={isOpen}>
      <summary>{t('desk.hotline.mail')}</summary>
      <div className="desk-fields">
        <TickField {...state} name="batteryOk" label={t('bookings.mail.battery_ok')} />
        <SelectField
          {...state}
          name="pickUp"
          label={t('desk.hotline.pick_up')}
          empty={t('desk.hotline.choose')}
          options={[
            ['door', t('desk.hotline.pick_up.door')],
            ['own', t('desk.hotline.pick_up.own')],
          ]}
        />
        <SelectField
          {...state}
          name="wayBack"
          label={t('desk.hotline.way_back')}
          options={[
            ['collect', t('desk.hotline.way_back.collect')],
            ['post', t('desk.hotline.way_back.post')],
          ]}
        />
        <TextField {...state} name="address" label={t('desk.hotline.address')} maxLength={200} />
        <TextField
          {...state}
          name="returnAddress"
          label={t('bookings.mail.return_address')}
          maxLength={200}
          optional
        />
        <TextField
          {...state}
          name="insured"
          label={t('bookings.mail.insured')}
          inputMode="numeric"
          maxLength={10}
          optional
          short
        />
      </div>
    </details>
  )
}

function MoreFields({ state, config, locale }: Props) {
  const { t, typed, errors } = state
  const names = ['secondPhone', 'email', 'imei', 'ceiling', 'mayCollect', 'mayDecide']
  const currency = currencyName(locale, config.currency)
  return (
    <details className="hotline-more" open={names.some((name) => errors[name] || typed[name])}>
      <summary>{t('desk.hotline.more')}</summary>
      <div className="desk-fields">
        <TextField
          {...state}
          name="secondPhone"
          label={t('bookings.contact.second_phone')}
          inputMode="tel"
          optional
        />
        <TextField
          {...state}
          name="email"
          label={t('bookings.contact.email')}
          inputMode="email"
          maxLength={120}
          optional
        />
        <TextField {...state} name="imei" label={t('bookings.contact.imei')} optional />
        <TextField
          {...state}
          name="ceiling"
          label={t('bookings.contact.ceiling')}
          hint={currency}
          inputMode="numeric"
          optional
        />
        <TextField {...state} name="mayDecide" label={t('desk.hotline.may_decide')} optional />
        <TextField {...state} name="mayCollect" label={t('desk.hotline.may_collect')} optional />
      </div>
    </details>
  )
}

/** Who calls, and the consent that is read out to them. */
export function CallerPart(props: Props) {
  const { state } = props
  const { t, typed, errors } = state
  const wording = { months: RETENTION_MONTHS }
  return (
    <fieldset className="desk-part desk-form">
      <legend>{t('desk.hotline.who')}</legend>
      <div className="desk-fields">
        <TextField {...state} name="name" label={t('desk.hotline.name')} />
        <TextField
          {...state}
          name="phone"
          label={t('desk.hotline.phone')}
          hint={t('desk.hotline.phone_hint')}
          inputMode="tel"
          maxLength={40}
        />
        <SelectField
          {...state}
          name="locale"
          label={t('desk.hotline.messages_in')}
          options={[...LOCALES]
            .reverse()
            .map((one) => [one, t(`desk.hotline.messages_in.${one === 'en' ? 'en' : 'zh'}`)])}
        />
        <TextField
          {...state}
          name="words"
          label={t('desk.hotline.words')}
          hint={t('desk.hotline.words_hint')}
          maxLength={500}
          optional
        />
      </div>
      <MoreFields {...props} />
      <MailFields state={state} />
      <div className="hotline-consent">
        <p>{t('desk.hotline.consent')}</p>
        {LOCALES.map((one) => (
          <blockquote key={one} lang={one}>
            {translator(one)(`bookings.consent.${CONSENT_WORDING}`, wording)}
          </blockquote>
        ))}
        <TickField
          {...{ t, typed, errors, form: state.form }}
          name="consent"
          label={t('desk.hotline.consented')}
        />
      </div>
      <button className="btn btn-primary" type="submit" name="intent" value="register">
        {t('desk.hotline.register')}
      </button>
    </fieldset>
  )
}
