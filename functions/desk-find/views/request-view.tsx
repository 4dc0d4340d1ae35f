import type { FixpointConfig } from '#config'
import { REPORTED_FAULTS } from '#domain/repairs/catalogue.ts'
import type { Choice } from '#functions/bookings/choice-query.ts'
import { isMade } from '#functions/bookings/choice-query.ts'
import type { Refused, Typed } from '#functions/bookings/contact-query.ts'
import { priceText } from '#functions/bookings/views/price-text.ts'
import type { Locale } from '#i18n/locale.ts'
import { type MessageKey, type Translate, translator } from '#i18n/translate.ts'
import type { CallerOffer } from '../offer-caller.ts'
import { soughtBy } from '../request-query.ts'
import { CallerPart } from './caller-part.tsx'
import { modelOptions, SelectField, TextField } from './desk-inputs.tsx'
import { TimesPart } from './times-part.tsx'

export type RequestPage = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'catalogue' | 'currency'>
  readonly commandId: string
  readonly typed: Typed
  readonly errors: Refused
  readonly choice: Choice
  /** null = nothing was looked for yet. */
  readonly offer: CallerOffer | null
  /** Why what was sent wasn't done. */
  readonly notice: MessageKey | null
}

const stateOf = ({ locale, typed, errors }: RequestPage) => ({
  t: translator(locale),
  form: 'request',
  ...{ typed, errors },
})

/** What Enter does in any field: lists times until there are some, registers after that. */
const DefaultButton = ({ t, hasTimes }: { readonly t: Translate; readonly hasTimes: boolean }) => (
  <button
    className="sr-only"
    type="submit"
    name="intent"
    value={hasTimes ? 'register' : 'times'}
    tabIndex={-1}
    aria-hidden="true"
  >
    {t('desk.hotline.show_times')}
  </button>
)

function WhatPart({ page }: { readonly page: RequestPage }) {
  const state = stateOf(page)
  const { t } = state
  const { locale, config, choice } = page
  return (
    <fieldset className="desk-part desk-fields">
      <legend>{t('desk.hotline.what')}</legend>
      <SelectField
        {...state}
        name="fault"
        label={t('desk.hotline.fault')}
        empty={t('desk.hotline.choose')}
        options={REPORTED_FAULTS.map((one) => [one, t(`bookings.fault.${one}`)] as const)}
      />
      <SelectField
        {...state}
        name="model"
        label={t('desk.hotline.model')}
        empty={t('bookings.start.choose')}
        options={modelOptions(t, config.catalogue)}
      />
      <TextField
        {...state}
        name="q"
        label={t('desk.hotline.place')}
        hint={t('desk.hotline.place_hint')}
      />
      <TextField {...state} name="day" type="date" label={t('desk.hotline.day')} optional short />
      <button className="btn" type="submit" name="intent" value="times">
        {t('desk.hotline.show_times')}
      </button>
      {isMade(choice, config.catalogue) ? (
        <p className="desk-muted">{priceText(locale, choice, config)}</p>
      ) : null}
    </fieldset>
  )
}

/** Everything to register a caller, on one page: what, where and when, who. */
export function RequestView(page: RequestPage) {
  const state = stateOf(page)
  const { t } = state
  const { offer, typed, errors, notice } = page
  const hasTimes = offer !== null && (offer.visits.length > 0 || offer.mailIn !== null)
  const faults = Object.keys(errors).length
  return (
    <div className="hotline">
      <h1>{t('desk.hotline.request')}</h1>
      {notice ? (
        <p className="desk-alarm" role="alert">
          {t(notice as 'problems.slot_full.title')}
        </p>
      ) : null}
      {faults > 0 ? (
        <p className="desk-alarm" role="alert">
          {t('desk.hotline.mend', { count: faults })}
        </p>
      ) : null}
      <form className="desk-form" method="post" action="/desk/hotline/request/" noValidate>
        <DefaultButton t={t} hasTimes={hasTimes} />
        <input type="hidden" name="commandId" value={page.commandId} />
        <input type="hidden" name="sought" value={offer ? soughtBy(typed) : ''} />
        <WhatPart page={page} />
        {offer ? <TimesPart locale={page.locale} offer={offer} state={state} /> : null}
        {hasTimes ? <CallerPart locale={page.locale} config={page.config} state={state} /> : null}
      </form>
    </div>
  )
}
