import type { Outlet } from '#domain/outlets/outlet.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'

type Props = {
  readonly locale: Locale
  readonly outlet: Outlet
  readonly heading: MessageKey
  /** Whether people go there. */
  readonly isVisited: boolean
}

/** Name, door, address, phone, and the way there. */
export function PlaceToGo({ locale, outlet, heading, isVisited }: Props) {
  const t = translator(locale)
  const page = localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)
  const [phone] = outlet.phones
  const chinese = outlet.address['zh-CN']
  const { floor, shop, metroExit } = outlet.door
  const door = [floor, shop, metroExit].flatMap((text) => (text ? [text[locale]] : []))
  return (
    <section aria-labelledby="place">
      <h2 id="place">{t(heading as 'bookings.done.where')}</h2>
      <address className="outlet-address">
        <span className="book-outlet">{outlet.name[locale]}</span>
        <span>{outlet.address[locale]}</span>
        {chinese === outlet.address[locale] ? null : <span lang="zh-CN">{chinese}</span>}
        {door.length > 0 ? <span className="text-muted">{door.join(' · ')}</span> : null}
      </address>
      <div className="actions">
        {isVisited ? (
          <a className="btn btn-quiet" href={`${page}#getting-there`}>
            {t('bookings.done.way')}
          </a>
        ) : null}
        {phone ? (
          <a className="btn btn-quiet" href={`tel:${phone.dial}`}>
            {t('bookings.done.call', { phone: phone.display })}
          </a>
        ) : null}
      </div>
    </section>
  )
}
