import { formatDistance } from '#i18n/format-distance.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { bookAddress, type MadeChoice } from '../choice-query.ts'
import type { OfferedVisit } from '../offered-visit.ts'
import { FirstSlots, holding, SlotForm } from './slot-form.tsx'

type Props = {
  readonly locale: Locale
  readonly choice: MadeChoice
  readonly commandId: string
  readonly heading: string
  readonly visit: OfferedVisit
}

function NoTimes({ locale, visit: { outlet } }: Props) {
  const t = translator(locale)
  const [phone] = outlet.phones
  return (
    <>
      <p>{t(outlet.hours ? 'bookings.where.no_times' : 'bookings.where.unconfirmed')}</p>
      {phone ? (
        <a className="btn btn-quiet" href={`tel:${phone.dial}`}>
          {t('bookings.where.call', { phone: phone.display })}
        </a>
      ) : null}
    </>
  )
}

/** One place to go to: where it is, how far, and its first free times as buttons. */
export function OptionColumn(props: Props) {
  const { locale, choice, commandId, heading, visit } = props
  const { outlet, service, distanceMetres, slots } = visit
  const t = translator(locale)
  const name = outlet.name[locale]
  const sending = holding({ locale, choice, outletCode: outlet.code, service, commandId })
  const times = bookAddress(locale, 'times/', { ...choice, outlet: outlet.code }, { service })
  return (
    <section className="book-column" data-code={outlet.code}>
      <h3>{heading}</h3>
      <p className="book-outlet">
        <a href={localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)}>{name}</a>
      </p>
      <p className="line-note">
        {distanceMetres === null ? null : (
          <span>
            {t('bookings.where.distance', { distance: formatDistance(locale, distanceMetres) })}
          </span>
        )}
        {service === 'one_hour' ? (
          <span className="mark mark-strong">{t('outlets.service.one_hour')}</span>
        ) : null}
      </p>
      <p className="book-address">{outlet.address[locale]}</p>
      {slots.length > 0 ? (
        <SlotForm {...sending} label={t('bookings.where.times_at', { outlet: name })}>
          <FirstSlots locale={locale} zone={outlet.zone} slots={slots} />
        </SlotForm>
      ) : (
        <NoTimes {...props} />
      )}
      <p>
        <a className="tap-target" href={times}>
          {t('bookings.where.all_times')}
          <span className="visually-hidden">: {name}</span>
        </a>
      </p>
    </section>
  )
}
