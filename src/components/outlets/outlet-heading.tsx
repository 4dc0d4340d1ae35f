import { wayToBook } from '#domain/outlets/way-to-book.ts'
import { translator } from '#i18n/translate.ts'
import { bookingHref } from './booking-href.ts'
import { OpenNow } from './open-now.tsx'
import { OutletNotice } from './outlet-notice.tsx'
import { isInChina, isShutOn, type OutletView, takesWalkIns } from './outlet-view.ts'

function Badges({ view }: { readonly view: OutletView }) {
  const t = translator(view.locale)
  const { outlet, standing } = view
  if (standing === 'closed' || standing === 'disqualified') return null
  return (
    <>
      {outlet.services.one_hour === 'done' ? (
        <span className="mark mark-strong">{t('outlets.service.one_hour')}</span>
      ) : null}
      {outlet.tags.includes('flagship') ? (
        <span className="mark">{t('outlet_page.flagship')}</span>
      ) : null}
    </>
  )
}

function Directions({ view }: { readonly view: OutletView }) {
  const t = translator(view.locale)
  return (
    <>
      <a className="btn btn-quiet" href="#getting-there">
        {t('outlet_page.directions')}
      </a>
      <copy-text data-copied={t('outlet_page.find.copied')} data-source="address">
        <button className="btn btn-quiet btn-fill" type="button">
          {t('outlet_page.find.copy')}
        </button>
      </copy-text>
    </>
  )
}

/** Whoever should stay away is offered no way there, and a call only as a question. */
function Actions({ view }: { readonly view: OutletView }) {
  const t = translator(view.locale)
  const [phone] = view.outlet.phones
  if (view.standing === 'closed' || view.standing === 'disqualified') return null
  const shut = isShutOn(view, view.madeOn)
  const way = shut ? null : wayToBook(view.outlet)
  return (
    <div className="actions">
      {way ? (
        <a className="btn btn-primary" href={bookingHref(view.locale, view.outlet.code, way)}>
          {t(way === 'visit' ? 'outlet_page.book' : 'outlet_page.send_in')}
        </a>
      ) : null}
      {phone ? (
        <a className={shut || way ? 'btn btn-quiet' : 'btn btn-primary'} href={`tel:${phone.dial}`}>
          {t('outlet_page.call', { phone: phone.display })}
        </a>
      ) : null}
      {!shut && takesWalkIns(view) ? <Directions view={view} /> : null}
    </div>
  )
}

/** The address; on other pages than Chinese ones also as a driver in China reads it. */
function Address({ view }: { readonly view: OutletView }) {
  const { locale, outlet } = view
  const { address } = outlet
  const chinese = address['zh-CN']
  const forDriver = locale !== 'zh-CN' && isInChina(view) && chinese !== address[locale]
  return (
    <address id="address" className="outlet-address">
      <span>{address[locale]}</span>
      {forDriver ? (
        <>
          {'\n'}
          <span lang="zh-CN">{chinese}</span>
        </>
      ) : null}
    </address>
  )
}

/** Name, what it is, whether it is open, and what to do about it. */
export function OutletHeading({ view }: { readonly view: OutletView }) {
  const { locale, outlet } = view
  const t = translator(locale)
  return (
    <header className="outlet-heading">
      <h1>{outlet.name[locale]}</h1>
      <p className="outlet-kind">
        <span>{t(`outlets.kind.${outlet.kind}`)}</span>
        <Badges view={view} />
      </p>
      {outlet.tags.includes('demo') ? <p className="demo-note">{t('outlet_page.demo')}</p> : null}
      <OutletNotice view={view} />
      <Address view={view} />
      <OpenNow view={view} />
      <Actions view={view} />
    </header>
  )
}
