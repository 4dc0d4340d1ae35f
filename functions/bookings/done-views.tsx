import type { FixpointConfig } from '#config'
import type { Booking } from '#domain/bookings/booking.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { dayText, timeText } from '#functions/repairs/views/when.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'
import { BeforeHandingOver, WhatToBring } from './views/before-handing-over.tsx'
import { PlaceToGo } from './views/place-to-go.tsx'
import { TicketCode } from './views/ticket-code.tsx'

export type DonePage = {
  readonly locale: Locale
  readonly repair: Repair
  readonly booking: Booking | null
  readonly outlet: Outlet
  /** How a parcel gets to us; null = not known any more. */
  readonly pickUp: 'door' | 'own' | null
  /** When a parcel that never came is given up. */
  readonly lapsesAt: number | null
  readonly config: Pick<FixpointConfig, 'hotline'>
}

/** What has become of a booking, as far as this page tells it. */
export type Standing = 'booked' | 'mail_in' | 'missed' | 'cancelled' | 'under_way'

export function standingOf({ repair, booking }: Pick<DonePage, 'repair' | 'booking'>): Standing {
  if (repair.status === 'closed' && repair.ending === 'cancelled') return 'cancelled'
  if (repair.status !== 'requested') return 'under_way'
  if (repair.wayIn === 'mail_in') return 'mail_in'
  return booking?.status === 'booked'
    ? 'booked'
    : booking?.status === 'no_show' || booking?.status === 'left'
      ? 'missed'
      : 'under_way'
}

function Booked({ page, startsAt }: { readonly page: DonePage; readonly startsAt: number }) {
  const { locale, repair, outlet } = page
  const t = translator(locale)
  return (
    <>
      <h1>{t('bookings.done.heading', { time: timeText(locale, outlet.zone, startsAt) })}</h1>
      <TicketCode locale={locale} code={repair.code} />
      <div className="actions">
        <a className="btn btn-primary" href={localePath(locale, '/book/visit.ics')} download>
          {t('bookings.done.calendar')}
        </a>
        <a className="btn btn-quiet" href={localePath(locale, '/book/move/')}>
          {t('bookings.done.move')}
        </a>
        <a className="btn btn-quiet" href={localePath(locale, '/book/cancel/')}>
          {t('bookings.done.cancel')}
        </a>
      </div>
      <div className="outlet-columns book-after">
        <div>
          <PlaceToGo {...{ locale, outlet }} heading="bookings.done.where" isVisited />
          <WhatToBring locale={locale} />
        </div>
        <div>
          <BeforeHandingOver locale={locale} byMail={false} />
        </div>
      </div>
    </>
  )
}

const PACKING = ['wrap', 'slip', 'out'] as const

function Packing({ page: { locale, outlet, lapsesAt } }: { readonly page: DonePage }) {
  const t = translator(locale)
  return (
    <section aria-labelledby="pack">
      <h2 id="pack">{t('bookings.pack')}</h2>
      <ol className="book-list book-list-numbered">
        {PACKING.map((step) => (
          <li key={step}>{t(`bookings.pack.${step}`)}</li>
        ))}
      </ol>
      <p className="alarm-text">{t('bookings.mail.stop')}</p>
      {lapsesAt === null ? null : (
        <p className="book-hint">
          {t('bookings.pack.until', { date: dayText(locale, outlet.zone, lapsesAt) })}
        </p>
      )}
    </section>
  )
}

function MailIn({ page }: { readonly page: DonePage }) {
  const { locale, repair, outlet, pickUp } = page
  const t = translator(locale)
  return (
    <>
      <h1>{t('bookings.done.mail_heading')}</h1>
      {pickUp === 'door' ? <p className="book-lead">{t('bookings.pack.picked_up')}</p> : null}
      <TicketCode locale={locale} code={repair.code} />
      <div className="actions">
        <a
          className="btn btn-primary"
          href={localePath(locale, `/book/slip/${pickUp ? `?by=${pickUp}` : ''}`)}
        >
          {t('bookings.pack.print')}
        </a>
        {pickUp === 'door' ? null : (
          <a className="btn btn-quiet" href={localePath(locale, '/repairs/status/')}>
            {t('bookings.pack.tracking')}
          </a>
        )}
        <a className="btn btn-quiet" href={localePath(locale, '/book/cancel/')}>
          {t('bookings.done.cancel')}
        </a>
      </div>
      <div className="outlet-columns book-after">
        <div>
          <PlaceToGo {...{ locale, outlet }} heading="bookings.pack.send_to" isVisited={false} />
          <Packing page={page} />
        </div>
        <div>
          <BeforeHandingOver locale={locale} byMail />
        </div>
      </div>
    </>
  )
}

type SaidProps = {
  readonly locale: Locale
  readonly heading: string
  readonly text: string
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

/** A page that says one thing and where to go from there. */
export function Said({ locale, heading, text, links }: SaidProps) {
  return (
    <div className="prose-column">
      <h1>{heading}</h1>
      <p>{text}</p>
      <div className="actions">
        {links.map(({ href, label }, place) => (
          <a
            key={href}
            className={place === 0 ? 'btn btn-primary' : 'btn btn-quiet'}
            href={localePath(locale, href)}
          >
            {label}
          </a>
        ))}
      </div>
    </div>
  )
}

function Otherwise({ page, standing }: { readonly page: DonePage; readonly standing: Standing }) {
  const { locale, repair } = page
  const t = translator(locale)
  if (standing === 'cancelled') {
    const byMail = repair.wayIn === 'mail_in'
    return (
      <Said
        locale={locale}
        heading={t('bookings.done.cancelled_heading')}
        text={t(byMail ? 'bookings.done.cancelled_mail_text' : 'bookings.done.cancelled_text')}
        links={[{ href: '/book/', label: t('bookings.done.again') }]}
      />
    )
  }
  const status = { href: '/repairs/status/', label: t('bookings.done.status') }
  return standing === 'missed' ? (
    <Said
      locale={locale}
      heading={t('bookings.done.missed_heading')}
      text={t('bookings.done.missed_text')}
      links={[{ href: '/book/move/', label: t('bookings.done.move') }, status]}
    />
  ) : (
    <Said
      locale={locale}
      heading={t('bookings.done.gone_title')}
      text={t('bookings.done.other_status')}
      links={[status]}
    />
  )
}

const TITLES: Readonly<Record<Standing, MessageKey>> = {
  booked: 'bookings.done.title',
  mail_in: 'bookings.done.mail_heading',
  missed: 'bookings.done.missed_heading',
  cancelled: 'bookings.done.cancelled_title',
  under_way: 'bookings.done.gone_title',
}

export const doneTitle = (locale: Locale, standing: Standing): string =>
  translator(locale)(TITLES[standing] as 'bookings.done.title')

/** After booking: one code, and what to do until the phone is handed over. */
export function DoneView(page: DonePage) {
  const standing = standingOf(page)
  const startsAt = page.booking?.startsAt ?? null
  return (
    <div className="book">
      {standing === 'booked' && startsAt !== null ? (
        <Booked page={page} startsAt={startsAt} />
      ) : standing === 'mail_in' ? (
        <MailIn page={page} />
      ) : (
        <Otherwise page={page} standing={standing} />
      )}
    </div>
  )
}

/** Without the ticket this page shows nothing of a booking. */
export function NoTicketView({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <Said
      locale={locale}
      heading={t('bookings.done.gone_heading')}
      text={t('bookings.done.gone_text')}
      links={[
        { href: '/repairs/', label: t('bookings.done.look_up') },
        { href: '/book/', label: t('bookings.done.again') },
      ]}
    />
  )
}
