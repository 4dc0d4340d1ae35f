import type { OfferedDay } from '#domain/bookings/offer.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { formatDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'
import { DaySlots, freeOf } from './day-slots.tsx'
import { type Sending, SlotForm } from './slot-form.tsx'

/** Days shown at a time. */
export const WINDOW_DAYS = 7

export type PickerProps = {
  readonly locale: Locale
  readonly outlet: Outlet
  readonly days: readonly OfferedDay[]
  /** The day whose times are shown, one of `days`; '' = none of them. */
  readonly day: string
  /** First day of the window, and the last one that can be booked at all. */
  readonly from: string
  readonly today: string
  readonly horizonDays: number
  /** Address of this page with another day or window. */
  readonly at: (extra: { readonly from?: string; readonly day?: string }) => string
  readonly sending: Sending
}

function stateText(locale: Locale, day: OfferedDay): string {
  const t = translator(locale)
  if (day.state !== 'open') return t(`bookings.times.${day.state}`)
  const free = freeOf(day)
  return free > 0 ? plural(locale, 'bookings.times.free', free) : t('bookings.times.none')
}

/** Weekday and day apart, so that neither breaks across lines: `Sat`, `3 Oct`; `周六`, `10月3日`. */
function dayParts(locale: Locale, date: string): readonly [weekday: string, day: string] {
  const text = formatDate(locale, date)
  const [, before = text, inside = ''] = /^(.+)（(.+)）$/.exec(text) ?? []
  if (inside) return [inside, before]
  const [weekday = '', ...day] = text.split(' ')
  return [weekday, day.join(' ')]
}

function Days({ locale, days, day, from, at }: PickerProps) {
  const t = translator(locale)
  return (
    <nav aria-label={t('bookings.times.days')}>
      <ul className="book-days">
        {days.map((one) => (
          <li key={one.date}>
            <a
              className="book-day"
              href={at({ from, day: one.date })}
              data-day-link={one.date}
              data-free={freeOf(one) > 0 ? '' : undefined}
              aria-current={one.date === day ? 'date' : undefined}
            >
              {dayParts(locale, one.date).map((part) => (
                <span key={part} className="book-day-name">
                  {part}{' '}
                </span>
              ))}
              <span>{stateText(locale, one)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OtherDays({ locale, from, today, horizonDays, at }: PickerProps) {
  const t = translator(locale)
  const earlier = addDays(from, -WINDOW_DAYS)
  const later = addDays(from, WINDOW_DAYS)
  const hasLater = later < addDays(today, horizonDays)
  if (from <= today && !hasLater) return null
  return (
    <p className="book-windows">
      {from > today ? (
        <a className="tap-target" href={at({ from: earlier > today ? earlier : today })}>
          {t('bookings.times.earlier')}
        </a>
      ) : null}
      {hasLater ? (
        <a className="tap-target" href={at({ from: later })}>
          {t('bookings.times.later')}
        </a>
      ) : null}
    </p>
  )
}

/** Days as links, the times of the chosen one as buttons. The element switches days without a request. */
export function SlotPicker(props: PickerProps) {
  const { locale, outlet, days, day, sending } = props
  return (
    <slot-picker>
      <Days {...props} />
      <OtherDays {...props} />
      <p className="visually-hidden" role="status" data-said="" />
      <SlotForm {...sending}>
        {days.map((one) => (
          <DaySlots key={one.date} {...{ locale, outlet }} day={one} isShown={one.date === day} />
        ))}
      </SlotForm>
    </slot-picker>
  )
}
