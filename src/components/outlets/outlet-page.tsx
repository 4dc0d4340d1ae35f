import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { GettingThere } from './getting-there.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import { HoursSection } from './hours-section.tsx'
import { NearbyList } from './nearby-list.tsx'
import { OutletHeading } from './outlet-heading.tsx'
import type { OutletView } from './outlet-view.ts'
import { ServicesSection } from './services-section.tsx'
import { Trail } from './trail.tsx'

type Props = { readonly view: OutletView }

function GenuineBox({ view }: Props) {
  const t = translator(view.locale)
  return (
    <section className="panel" aria-labelledby="genuine">
      <h2 id="genuine">{t('outlet_page.genuine.title')}</h2>
      <p>{t('outlet_page.genuine.text')}</p>
      <p>
        <a className="btn btn-quiet" href={localePath(view.locale, '/verify/')}>
          {t('outlet_page.genuine.check')}
        </a>
      </p>
    </section>
  )
}

function Nearby({ view }: Props) {
  const t = translator(view.locale)
  if (view.nearby.length === 0) return null
  return (
    <section aria-labelledby="nearby">
      <h2 id="nearby">{t('outlet_page.nearby.title')}</h2>
      <NearbyList locale={view.locale} outlets={view.nearby} />
      <p className="notes">{t('outlet_page.nearby.straight')}</p>
    </section>
  )
}

/** A place that is gone, or no longer ours, keeps its name, its address and its replacement, nothing else. */
const isGone = ({ standing }: OutletView): boolean =>
  standing === 'closed' || standing === 'disqualified'

function Details({ view }: Props) {
  return (
    <div className="outlet-columns">
      <div>
        <HoursSection view={view} />
        <ServicesSection view={view} />
        <GoodToKnow view={view} />
      </div>
      <div>
        <GettingThere view={view} />
        <Nearby view={view} />
        <GenuineBox view={view} />
      </div>
    </div>
  )
}

export function OutletPage({ view }: Props) {
  return (
    <>
      <Trail label={translator(view.locale)('outlet_page.trail')} steps={view.trail} />
      <OutletHeading view={view} />
      {isGone(view) ? <GenuineBox view={view} /> : <Details view={view} />}
    </>
  )
}
