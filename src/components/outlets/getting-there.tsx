import { translator } from '#i18n/translate.ts'
import type { OutletView } from './outlet-view.ts'

/** The last hundred metres, from the metro to the counter. */
function DoorLine({ view }: { readonly view: OutletView }) {
  const { metroExit, floor, shop } = view.outlet.door
  const stops = [metroExit, floor, shop].flatMap((stop) => (stop ? [stop[view.locale]] : []))
  if (stops.length === 0) return null
  return (
    <>
      <h3>{translator(view.locale)('outlet_page.find.door')}</h3>
      <ol className="line-list line-list-door">
        {stops.map((stop) => (
          <li key={stop} className="line-stop">
            {stop}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The door, and maps that lead to it. */
export function GettingThere({ view }: { readonly view: OutletView }) {
  const t = translator(view.locale)
  return (
    <section aria-labelledby="getting-there">
      <h2 id="getting-there">{t('outlet_page.find.title')}</h2>
      <DoorLine view={view} />
      <h3 className="map-links-title">{t('outlet_page.find.open_in')}</h3>
      <ul className="map-links">
        {view.mapLinks.map(({ app, href }) => (
          <li key={app} hidden={app === 'device'} data-map-app={app}>
            <a className="btn btn-quiet btn-fill" href={href} rel="noreferrer">
              {t(`outlet_page.map.${app}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
