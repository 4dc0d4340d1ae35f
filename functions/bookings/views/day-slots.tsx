import type { OfferedDay, OfferedSlot } from '#domain/bookings/offer.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { formatDate, formatMinutes } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'
import { SlotButton } from './slot-form.tsx'

const NOON = 12 * 60
const EVENING = 18 * 60

const PARTS = ['morning', 'afternoon', 'evening'] as const
type Part = (typeof PARTS)[number]

/** Which part of the opening day a time belongs to; after midnight it is still that evening. */
function partOf({ startsAt }: OfferedSlot, zone: string, openedOn: string): Part {
  const { date, minutes } = wallTimeIn(zone, startsAt)
  if (date !== openedOn || minutes >= EVENING) return 'evening'
  return minutes < NOON ? 'morning' : 'afternoon'
}

/** How many times of a day are free, in words. */
export const freeOf = ({ slots }: OfferedDay): number => slots.filter(({ free }) => free > 0).length

type Props = {
  readonly locale: Locale
  readonly outlet: Outlet
  readonly day: OfferedDay
  readonly isShown: boolean
}

function Nothing({ locale, outlet, day }: Props) {
  const t = translator(locale)
  const [phone] = outlet.phones
  const state = day.state === 'open' ? 'none' : day.state
  return (
    <>
      <p>{t(`bookings.times.${state}_day`)}</p>
      {day.state === 'unconfirmed' && phone ? (
        <p>
          <a className="btn btn-quiet" href={`tel:${phone.dial}`}>
            {t('bookings.where.call', { phone: phone.display })}
          </a>
        </p>
      ) : null}
    </>
  )
}

function Part({ locale, outlet, day, part }: Props & { readonly part: Part }) {
  const t = translator(locale)
  const slots = day.slots.filter((slot) => partOf(slot, outlet.zone, day.date) === part)
  if (slots.length === 0) return null
  return (
    <>
      <h3>{t(`bookings.times.${part}`)}</h3>
      <ul className="book-slots">
        {slots.map((slot) => (
          <li key={slot.startsAt}>
            {slot.free > 0 ? (
              <SlotButton zone={outlet.zone} slot={slot} />
            ) : (
              <span className="book-slot book-slot-full">
                <s>{formatMinutes(wallTimeIn(outlet.zone, slot.startsAt).minutes)}</s>{' '}
                {t('bookings.times.full')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The times of one day. Days that aren't chosen stand hidden, for the element that switches them. */
export function DaySlots(props: Props) {
  const { locale, day, isShown } = props
  const free = freeOf(day)
  const heading = `day-${day.date}`
  return (
    <section aria-labelledby={heading} data-day={day.date} hidden={!isShown}>
      <h2 id={heading} tabIndex={-1}>
        {formatDate(locale, day.date)}
      </h2>
      <p className="book-hint" data-count="">
        {plural(locale, 'bookings.times.count', free)}
      </p>
      {free > 0 ? null : <Nothing {...props} />}
      {PARTS.map((part) => (
        <Part key={part} {...props} part={part} />
      ))}
    </section>
  )
}
