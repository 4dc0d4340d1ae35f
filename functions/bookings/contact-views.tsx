import type { FixpointConfig } from '#config'
import type { OfferedSlot } from '#domain/bookings/offer.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { formatMinutes } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { bookAddress, type MadeChoice } from './choice-query.ts'
import type { Refused, Typed } from './contact-query.ts'
import { Consent, type DetailsProps, RepairFields, WhoFields } from './views/details-fields.tsx'
import { ErrorSummary, Field, Radios } from './views/field.tsx'
import { modelName, priceText } from './views/price-text.ts'
import { StepLine } from './views/step-line.tsx'

export type ContactPage = {
  readonly locale: Locale
  readonly choice: MadeChoice
  readonly outlet: Outlet
  readonly service: BookableService
  readonly startsAt: number
  /** The hold that keeps the time; null = it is gone, and `next` are the times to choose from. */
  readonly hold: { readonly id: string; readonly expiresAt: number } | null
  readonly next: readonly OfferedSlot[]
  readonly commandId: string
  readonly typed: Typed
  readonly errors: Refused
  readonly config: Pick<FixpointConfig, 'catalogue' | 'currency'>
}

const detailsOf = ({ locale, typed, errors, config }: ContactPage): DetailsProps => ({
  locale,
  typed,
  errors,
  currency: config.currency,
})

function Visit(page: ContactPage) {
  const { locale, choice, outlet, service, startsAt, hold, config } = page
  const t = translator(locale)
  const facts: readonly (readonly [term: string, lines: readonly string[]])[] = [
    [t('bookings.contact.outlet'), [outlet.name[locale], outlet.address[locale]]],
    ...(hold
      ? [[t('bookings.contact.time'), [timeText(locale, outlet.zone, startsAt)]] as const]
      : []),
    [
      t('bookings.chosen.model'),
      [modelName(locale, choice.model, config), t(`bookings.fault.${choice.fault}`)],
    ],
    [t('bookings.chosen.price'), [priceText(locale, choice, config)]],
  ]
  const times = bookAddress(locale, 'times/', { ...choice, outlet: outlet.code }, { service })
  return (
    <section className="panel book-chosen" aria-labelledby="visit">
      <h2 id="visit">{t('bookings.contact.visit')}</h2>
      <dl className="facts facts-tight">
        {facts.map(([term, lines]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {lines.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {hold ? (
        <p className="book-held">
          {t('bookings.contact.held', {
            time: formatMinutes(wallTimeIn(outlet.zone, hold.expiresAt).minutes),
          })}
        </p>
      ) : null}
      <p>
        <a className="tap-target" href={times}>
          {t('bookings.contact.other_time')}
        </a>
      </p>
    </section>
  )
}

/** The time was not kept: the next free ones to choose from, in the same form. */
function OtherTimes({ locale, outlet, next, typed, errors }: ContactPage) {
  const t = translator(locale)
  return (
    <>
      <div className="notice book-errors" role="alert">
        <h2>{t('bookings.contact.time_gone')}</h2>
        <p>{t(next.length > 0 ? 'bookings.contact.time_gone_text' : 'bookings.times.no_next')}</p>
      </div>
      {next.length > 0 ? (
        <Radios
          t={t}
          name="at"
          legend={t('bookings.contact.choose_time')}
          options={next.map(({ startsAt }) => ({
            value: String(startsAt),
            label: timeText(locale, outlet.zone, startsAt),
          }))}
          value={typed['at'] ?? ''}
          errors={errors}
        />
      ) : null}
    </>
  )
}

function WayBack(page: ContactPage) {
  const { locale, typed, errors } = page
  const t = translator(locale)
  return (
    <>
      <Radios
        t={t}
        name="wayBack"
        legend={t('bookings.contact.way_back')}
        options={[
          { value: 'collect', label: t('bookings.contact.collect') },
          { value: 'post', label: t('bookings.contact.post') },
        ]}
        value={typed['wayBack'] === 'post' ? 'post' : 'collect'}
        errors={errors}
      />
      <Field
        t={t}
        errors={errors}
        name="address"
        value={typed['address'] ?? ''}
        optional
        label={t('bookings.contact.address')}
        hint={t('bookings.contact.address_hint')}
        autoComplete="street-address"
        maxLength={200}
      />
    </>
  )
}

function Kept({ page }: { readonly page: ContactPage }) {
  const { choice, outlet, service, startsAt, hold, commandId } = page
  const kept = {
    outlet: outlet.code,
    service,
    fault: choice.fault,
    model: choice.model,
    q: choice.q,
    place: choice.place,
    commandId,
    ...(hold && { hold: hold.id, at: String(startsAt) }),
  }
  return (
    <>
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
    </>
  )
}

/** Step 3: who and how. Everything personal is posted; the time is kept meanwhile. */
export function ContactView(page: ContactPage) {
  const { locale, choice, outlet, hold, errors } = page
  const t = translator(locale)
  const details = detailsOf(page)
  const back = {
    fault: bookAddress(locale, '', { ...choice, outlet: outlet.code }),
    where: bookAddress(locale, 'where/', { ...choice, outlet: outlet.code }),
  }
  return (
    <div className="book">
      <StepLine locale={locale} now="contact" back={back} />
      <ErrorSummary t={t} errors={errors} />
      <h1>{t('bookings.contact.heading')}</h1>
      <div className="book-split book-aside-first">
        <Visit {...page} />
        <form
          className="book-form"
          method="post"
          action={localePath(locale, '/book/contact/')}
          noValidate
        >
          <Kept page={page} />
          {hold ? null : <OtherTimes {...page} />}
          <p className="book-hint">{t('bookings.contact.required')}</p>
          <WhoFields {...details} />
          <h2>{t('bookings.contact.repair')}</h2>
          <RepairFields {...details} />
          <WayBack {...page} />
          <Consent {...details} />
          <button className="btn btn-primary book-next" type="submit">
            {t('bookings.contact.submit')}
          </button>
        </form>
      </div>
    </div>
  )
}
