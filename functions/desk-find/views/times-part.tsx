import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { OfferedVisit } from '#functions/bookings/offered-visit.ts'
import { dayText } from '#functions/repairs/views/when.ts'
import { formatMinutes } from '#i18n/format.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import type { Locale } from '#i18n/locale.ts'
import type { CallerOffer } from '../offer-caller.ts'
import { type Chosen, chosenValue } from '../request-query.ts'
import { Fault, type FormState } from './desk-inputs.tsx'

type Props = { readonly locale: Locale; readonly offer: CallerOffer; readonly state: FormState }

type OptionProps = {
  readonly chosen: Chosen
  readonly label: string
  /** Said before the label where it can't be seen. */
  readonly before?: string
  readonly state: FormState
}

const Option = ({ chosen, label, before, state }: OptionProps) => {
  const value = chosenValue(chosen)
  return (
    <label className="hotline-slot">
      <input
        className="radio"
        type="radio"
        name="chosen"
        value={value}
        checked={state.typed['chosen'] === value}
      />
      <span>
        {before ? <span className="sr-only">{before} </span> : null}
        {label}
      </span>
    </label>
  )
}

/** Slots of an outlet by its local day. */
function byDay(locale: Locale, { outlet, slots }: OfferedVisit) {
  const days = new Map<string, number[]>()
  for (const { startsAt } of slots) {
    const day = dayText(locale, outlet.zone, startsAt)
    days.set(day, [...(days.get(day) ?? []), startsAt])
  }
  return [...days]
}

function Place({ locale, visit, state }: Omit<Props, 'offer'> & { readonly visit: OfferedVisit }) {
  const { outlet, service, distanceMetres, slots } = visit
  const { t } = state
  return (
    <li>
      <p>
        <strong>{outlet.name[locale]}</strong> <span className="desk-muted">{outlet.code}</span>
      </p>
      <p className="desk-muted">
        {[
          distanceMetres === null ? null : formatDistance(locale, distanceMetres),
          outlet.address[locale],
          service === 'one_hour' ? t('outlets.service.one_hour') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {byDay(locale, visit).map(([day, starts]) => (
        <div key={day} className="hotline-slots">
          <span>{day}</span>
          {starts.map((startsAt) => (
            <Option
              key={startsAt}
              chosen={{ kind: 'visit', outletCode: outlet.code, startsAt, service }}
              label={formatMinutes(wallTimeIn(outlet.zone, startsAt).minutes)}
              before={day}
              state={state}
            />
          ))}
        </div>
      ))}
      {slots.length === 0 ? <p>{t('bookings.where.no_times')}</p> : null}
    </li>
  )
}

/** Outlets with their next free times, and the way by post. */
export function TimesPart({ locale, offer, state }: Props) {
  const { t } = state
  const { visits, mailIn, isNoPlace } = offer
  return (
    <fieldset className="desk-part" id="request-chosen">
      <legend>{t('desk.hotline.where')}</legend>
      <Fault {...state} name="chosen" />
      {isNoPlace ? <p className="desk-alarm">{t('desk.hotline.no_place')}</p> : null}
      {!isNoPlace && visits.length === 0 ? <p>{t('desk.hotline.no_times')}</p> : null}
      <ul className="desk-list hotline-places">
        {visits.map((visit) => (
          <Place key={visit.outlet.code} locale={locale} visit={visit} state={state} />
        ))}
        {mailIn ? (
          <li>
            <Option
              chosen={{ kind: 'mail_in', outletCode: mailIn.code }}
              label={t('desk.hotline.by_mail', { outlet: mailIn.name[locale] })}
              state={state}
            />
          </li>
        ) : null}
      </ul>
    </fieldset>
  )
}
