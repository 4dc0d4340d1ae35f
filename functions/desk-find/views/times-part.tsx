import type { OfferedVisit } from '#functions/bookings/offered-visit.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import type { Locale } from '#i18n/locale.ts'
import type { CallerOffer } from '../offer-caller.ts'
import { type Chosen, chosenValue } from '../request-query.ts'
import { Fault, type FormState } from './desk-inputs.tsx'

type Props = { readonly locale: Locale; readonly offer: CallerOffer; readonly state: FormState }

const Option = ({
  chosen,
  label,
  state,
}: {
  readonly chosen: Chosen
  readonly label: string
  readonly state: FormState
}) => {
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
      <span>{label}</span>
    </label>
  )
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
      <div className="hotline-slots">
        {slots.map(({ startsAt }) => (
          <Option
            key={startsAt}
            chosen={{ kind: 'visit', outletCode: outlet.code, startsAt, service }}
            label={timeText(locale, outlet.zone, startsAt)}
            state={state}
          />
        ))}
        {slots.length === 0 ? t('bookings.where.no_times') : null}
      </div>
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
